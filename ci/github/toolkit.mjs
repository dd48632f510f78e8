// What the steps of action.yml share: the installed program, and how a step speaks to GitHub Actions.
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

const { env } = process;

/** The paths of the input, one on each line. */
export const paths = () => (env.VURDERT_PATHS ?? '').split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

/**
 * Runs `vurdert` as install.sh installed it.
 * @param {string[]} args
 * @param {{ show?: boolean, still?: boolean }} [how] show: what it prints goes to the log, else it is handed back; still: what it says beside (stderr) does not go to the log
 * @returns {{ code: number, out: string }}
 */
export function vurdert(args, { show = false, still = false } = {}) {
  const folder = path.join(env.RUNNER_TEMP, 'vurdert/node_modules/vurdert');
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const program = path.join(folder, typeof bin === 'string' ? bin : bin.vurdert);
  const { status, stdout, error } = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', show ? 'inherit' : 'pipe', still ? 'ignore' : 'inherit'], encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (error) throw error;
  return { code: status ?? 2, out: stdout ?? '' };
}

/** @param {string} name @param {string | number} value of one line */
export const setOutput = (name, value) => appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);

/** @param {string} markdown */
export const addToSummary = (markdown) => appendFileSync(env.GITHUB_STEP_SUMMARY, `${markdown}\n`);

/** @param {'error' | 'warning' | 'notice'} level @param {string} message */
export function say(level, message) {
  console.log(`::${level} title=Vurdert::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
}
