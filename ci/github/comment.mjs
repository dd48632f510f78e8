// Comments on the pull request what the assessments say differently: one comment, written anew at each push.
// What goes wrong here is a warning: the check itself stands.
//   VURDERT_TOKEN, VURDERT_EDITION, VURDERT_KEY, VURDERT_PATHS   the action's inputs
//   GITHUB_EVENT_PATH, GITHUB_API_URL, GITHUB_REPOSITORY …       set by GitHub Actions
import { readFileSync } from 'node:fs';
import { paths, say, vurdert } from './toolkit.mjs';

const { env } = process;
/** GitHub's limit for a comment is 65,536 characters; the rest is for the marker, the link and what `quiet` adds. */
const LENGTHS = [64_000, 32_000, 8_000];
const LIMIT = 65_536;
const marker = `<!-- vurdert: ${(env.VURDERT_KEY ?? '').replace(/[^A-Za-z0-9_.]/g, '_') || 'vurdert'} -->`;

/** A name or a number in an assessment calls nobody and refers to no issue. */
const quiet = (markdown) => markdown.replace(/(?<![\w.])@(?=[a-z\d])/gi, '@\u200b').replace(/(?<![\w(&])#(?=\d)/g, '#\u200b');

/** @returns {{ code: number, body: string }} code 0: nothing is different; 1: something is; 2: git could not answer */
function difference(base) {
  const run = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;
  for (const length of LENGTHS) {
    const { code, out } = vurdert(['diff', '--rev', `${base}...HEAD`, '--format', 'md', '--edition', env.VURDERT_EDITION || 'public', '--max-length', String(length), '--exit-code', '--', ...paths()]);
    const body = `${marker}\n${quiet(out)}\n\n<sub>[Vurdert](${run}) · skrives på nytt når pull requesten endres</sub>\n`;
    if (code > 1 || body.length <= LIMIT) return { code, body };
  }
  throw new Error('kommentaren ble for lang');
}

/** @returns {Promise<any>} what the API answered; throws an error with the status where it refused */
async function api(method, address, body) {
  const answer = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/${address}`, {
    method, body: body && JSON.stringify(body),
    headers: { authorization: `Bearer ${env.VURDERT_TOKEN}`, accept: 'application/vnd.github+json', 'content-type': 'application/json', 'user-agent': 'vurdert', 'x-github-api-version': '2022-11-28' },
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw Object.assign(new Error(`${method} ${address}: HTTP ${answer.status}`), { status: answer.status });
  return answer.json();
}

/** The comment that was written before. One by a stranger who has copied the marker is not ours to write over. */
async function earlier(number) {
  for (let page = 1; ; page++) {
    const comments = await api('GET', `issues/${number}/comments?per_page=100&page=${page}`);
    const ours = comments.find(({ body, user, author_association: role }) => body?.startsWith(marker) && (user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(role)));
    if (ours || comments.length < 100) return ours;
  }
}

async function main() {
  const { pull_request: pull } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  if (!Number.isInteger(pull?.number) || !/^[0-9a-f]{40,64}$/.test(pull.base?.sha ?? '')) return say('notice', 'Ingen kommentar: Kjøringen gjelder ikke en pull request.');
  const { code, body } = difference(pull.base.sha);
  if (code > 1) return say('warning', 'Ingen kommentar: Vurdert fikk ikke sammenlignet med det pull requesten bygger på. Sett fetch-depth: 0 på actions/checkout. Grunnen står i loggen.');
  const before = await earlier(pull.number);
  if (before) await api('PATCH', `issues/comments/${before.id}`, { body });
  else if (code === 1) await api('POST', `issues/${pull.number}/comments`, { body });
}

main().catch((error) => {
  say('warning', error.status === 403 || error.status === 404
    ? `Ingen kommentar: Tokenet får ikke skrive på pull requesten (${error.message}). Gi jobben rettigheten pull-requests: write. For en pull request fra en fork har den ikke det.`
    : `Ingen kommentar: ${error.message}`);
});
