/** The composite action: every step's script is run from action.yml, against an API server of the test's own. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../core/fixtures.ts';
import { IP, manifest, packed, PLATFORM, Repository, run, temporary, yamlOf, type Ran, type Step } from './pipeline.ts';

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}
interface Comment {
  id: number;
  body: string;
  user: { type: string };
  author_association: string;
}

const action = yamlOf<Action>('action.yml');
const page = readFileSync(path.join(root, 'docs/rorledning.md'), 'utf8');

let folder: string;
let tarball: string;
let repository: Repository;
let base: string;
beforeAll(async () => {
  folder = temporary();
  tarball = packed(folder);
  repository = new Repository(path.join(folder, 'lager æøå'));
  base = repository.git('rev-parse', 'HEAD');
  repository.git('switch', '--quiet', '--create', 'gren');
  repository.replace(IP, /^tittel: .*/m, 'tittel: Hils @personvernombudet om \\#12 og #34');
  repository.replace(PLATFORM, /^ip: .*/m, 'ip: ./finnes-ikke.ip.yaml');
  repository.commit('Endret');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a runner gives a step: inputs and earlier outputs in its `env`, files for what it says. */
class Job {
  static count = 0;
  readonly #temp = path.join(folder, `job ${++Job.count}`);
  readonly #inputs: Record<string, string>;
  readonly #event: object;
  readonly #outputs: Record<string, Record<string, string>> = {};
  readonly log: Record<string, Ran> = {};
  readonly used: string[] = [];
  constructor(inputs: Record<string, string>, event: object, readonly api = '') {
    this.#inputs = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), version: tarball, 'working-directory': '.', token: 'hemmelig', ...inputs };
    this.#event = event;
    mkdirSync(this.path('temp'), { recursive: true });
  }
  path(name: string): string {
    return path.join(this.#temp, name);
  }
  read(name: string): string {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'utf8') : '';
  }
  /** The values that the steps ask for; whatever else a step asks for is an error of the step's. */
  valueOf(expression: string): string {
    const [, kind, name, output] = /^(inputs|steps|github)\.([\w-]+)(?:\.outputs\.([\w-]+))?$/.exec(expression) ?? [];
    if (kind === 'inputs' && name! in this.#inputs) return this.#inputs[name!]!;
    if (kind === 'steps' && output !== undefined) return this.#outputs[name!]?.[output] ?? '';
    if (expression === 'github.event_name') return 'pull_request' in this.#event ? 'pull_request' : 'push';
    throw new Error(`«${expression}» is not known`);
  }
  filled(text: string): string {
    return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => this.valueOf(expression));
  }
  isRun(condition = ''): boolean {
    return condition.split('&&').filter(Boolean).every((each) => {
      const [, expression, sign, value] = /^\s*(\S+) (==|!=) '(.*)'\s*$/.exec(each) ?? [];
      return (this.valueOf(expression!) === value) === (sign === '==');
    });
  }
  /** What another job has installed is this one's too: npm is slow, and does the same each time. */
  after(other: Job): this {
    symlinkSync(other.path('temp/vurdert'), this.path('temp/vurdert'));
    return this;
  }
  /** As a runner does: from the first step, until one fails. Returns the last code. */
  async all(): Promise<number> {
    writeFileSync(this.path('event.json'), JSON.stringify(this.#event));
    for (const step of action.runs.steps) {
      if (!this.isRun(step.if)) continue;
      if (step.uses) this.used.push(`${step.uses.split('@')[0]} ${Object.values(step.with ?? {}).map((each) => this.filled(String(each))).join(' ')}`);
      if (step.run === undefined || (step.name === 'Installer Vurdert' && existsSync(this.path('temp/vurdert')))) continue;
      const told = this.path(`output-${step.id ?? 'none'}`);
      const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, this.filled(value)]));
      const ran = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], path.join(repository.at, this.#inputs['working-directory']!), {
        GITHUB_ACTION_PATH: root, GITHUB_WORKSPACE: repository.at, RUNNER_TEMP: this.path('temp'), GITHUB_OUTPUT: told, GITHUB_STEP_SUMMARY: this.path('summary.md'), GITHUB_EVENT_PATH: this.path('event.json'),
        GITHUB_API_URL: this.api, GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'kommune/vurderinger', GITHUB_RUN_ID: '7', GITHUB_ACTIONS: 'true', ...env,
      });
      this.log[step.name!] = ran;
      if (step.id) this.#outputs[step.id] = Object.fromEntries((existsSync(told) ? readFileSync(told, 'utf8') : '').split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
      if (ran.code !== 0) return ran.code;
    }
    return 0;
  }
}

const pullRequest = (): object => ({ pull_request: { number: 3, title: '$(touch stjålet)', base: { sha: base }, head: { ref: '`touch stjålet`' } } });

describe('action.yml', () => {
  it('is what the schema of actions says', () => {
    expect(validateAction(readFileSync(path.join(root, 'action.yml'), 'utf8'))).toMatchObject({ errors: [] });
    expect(validateAction('name: a\nruns:\n  using: composite\n  steps: [{run: a}]\n').errors).not.toEqual([]);
  });
  it('takes every action at a commit, and puts no value in the text of a script', () => {
    const uses = action.runs.steps.flatMap((step) => step.uses ?? []);
    expect(uses).toHaveLength(4);
    for (const each of uses) expect(each).toMatch(/@[0-9a-f]{40}$/);
    for (const step of action.runs.steps) expect(step.run ?? '').not.toContain('${{');
  });
  it('has a use for each input, and tells of each on the page', () => {
    const text = JSON.stringify(action.runs);
    for (const name of Object.keys(action.inputs)) {
      expect(text, name).toContain(`inputs.${name}`);
      expect(page, name).toContain(`\`${name}\``);
    }
  });
  it('is called as it is on the page', () => {
    const flows = [...page.matchAll(/```yaml\n(# \.github\/workflows[\s\S]*?)```/g)].map((match) => match[1]!);
    expect(flows.length).toBeGreaterThan(0);
    for (const flow of flows) {
      expect(validateWorkflow(flow)).toMatchObject({ errors: [] });
      const { jobs } = parse(flow) as { jobs: Record<string, { steps: Step[] }> };
      const calls = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => /\/vurdert@/.test(uses ?? '')));
      expect(calls.length).toBeGreaterThan(0);
      for (const call of calls) {
        expect(call.uses).toMatch(new RegExp(`@v${manifest.version}$`));
        for (const name of Object.keys(call.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
      }
    }
  });
});

describe('the steps', () => {
  let server: Server;
  let api: string;
  let comments: Comment[];
  let calls: string[];
  let refuse: number | undefined;
  let first: Job;
  beforeAll(async () => {
    server = createServer((request, response) => void answer(request).then(({ status, content }) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    [comments, calls, refuse] = [[], [], undefined];
  });
  async function answer(request: IncomingMessage): Promise<{ status: number; content: unknown }> {
    let text = '';
    for await (const part of request) text += String(part);
    const { pathname, searchParams } = new URL(request.url!, api);
    calls.push(`${request.method} ${pathname}`);
    if (request.headers.authorization !== 'Bearer hemmelig') return { status: 401, content: {} };
    if (refuse !== undefined && request.method !== 'GET') return { status: refuse, content: {} };
    const body = text ? (JSON.parse(text) as { body: string }).body : '';
    if (request.method === 'GET') return { status: 200, content: comments.slice((Number(searchParams.get('page')) - 1) * 100, Number(searchParams.get('page')) * 100) };
    if (request.method === 'POST') comments.push({ id: comments.length + 1, body, user: { type: 'Bot' }, author_association: 'NONE' });
    else comments.find(({ id }) => id === Number(pathname.split('/').at(-1)))!.body = body;
    return { status: 200, content: {} };
  }

  it('check, annotate and sum up, and end with the code of the findings after the comment and the reports', async () => {
    const job = (first = new Job({ site: 'artifact', 'upload-sarif': 'true' }, pullRequest(), api));
    expect(await job.all()).toBe(1);
    expect(Object.keys(job.log)).toEqual(['Installer Vurdert', 'Kontroller', 'Kommenter', 'Lag rapportene', 'Avslutningskode']);
    expect(job.log.Kontroller!.out).toMatch(/^::error file=fritidsklubben\/instagram\.plattform\.yaml,line=/m);
    expect(job.read('summary.md')).toContain('finnes-ikke.ip.yaml');
    expect((JSON.parse(job.read('temp/vurdert.sarif')) as { version: string }).version).toBe('2.1.0');
    expect(job.used).toEqual(expect.arrayContaining([`github/codeql-action/upload-sarif ${job.path('temp/vurdert.sarif')} vurdert`, `actions/upload-artifact vurdert-rapporter ${job.path('temp/vurdert-site')}`]));
    expect(job.read('temp/vurdert-site/index.html')).toContain('<html');
    expect(existsSync(path.join(repository.at, 'stjålet'))).toBe(false);

    expect(comments).toHaveLength(1);
    const { body } = comments[0]!;
    expect(body).toMatch(/^<!-- vurdert: vurdert -->\n/);
    expect(body).toContain('https://github.example/kommune/vurderinger/actions/runs/7');
    expect(body).toContain('Hils @\u200bpersonvernombudet');
    expect(body).not.toMatch(/@personvernombudet|#\d/);
  });

  it('write the one comment anew, wherever it stands, and none that somebody else has written', async () => {
    comments = Array.from({ length: 101 }, (_, at) => ({ id: at + 1, body: 'Ser bra ut.', user: { type: 'User' }, author_association: 'NONE' }));
    comments[0]!.body = '<!-- vurdert: vurdert -->\nIkke vår.';
    comments[100] = { id: 101, body: '<!-- vurdert: vurdert -->\nDet gamle.', user: { type: 'Bot' }, author_association: 'NONE' };
    expect(await new Job({ 'fail-on': 'none' }, pullRequest(), api).after(first).all()).toBe(0);
    expect(calls).toEqual(['GET /repos/kommune/vurderinger/issues/3/comments', 'GET /repos/kommune/vurderinger/issues/3/comments', 'PATCH /repos/kommune/vurderinger/issues/comments/101']);
    expect(comments[100]!.body).toContain('Endringer');
    expect(comments[0]!.body).toContain('Ikke vår.');
  });

  it('say nothing of what is not there: no pull request, or one that changes no assessment', async () => {
    expect(await new Job({ 'fail-on': 'none' }, { ref: 'refs/heads/main' }, api).after(first).all()).toBe(0);
    expect(calls).toEqual([]);
    const unchanged = { pull_request: { number: 3, base: { sha: repository.git('rev-parse', 'HEAD') } } };
    expect(await new Job({ 'fail-on': 'none' }, unchanged, api).after(first).all()).toBe(0);
    expect(calls).toEqual(['GET /repos/kommune/vurderinger/issues/3/comments']);
  });

  it('do not stop for a comment that may not be written, and say why', async () => {
    refuse = 403;
    const job = new Job({ 'fail-on': 'none' }, pullRequest(), api).after(first);
    expect(await job.all()).toBe(0);
    expect(job.log.Kommenter!.out).toMatch(/^::warning title=Vurdert::Ingen kommentar: .*pull-requests: write/);
    const shallow = new Job({ 'fail-on': 'none' }, { pull_request: { number: 3, base: { sha: '1'.repeat(40) } } }, api).after(first);
    expect(await shallow.all()).toBe(0);
    expect(shallow.log.Kommenter!.out).toMatch(/fetch-depth: 0/);
  });

  it('end at once for what is no version, and for a folder without assessments', async () => {
    const strange = new Job({ version: '1.0 && touch stjålet' }, pullRequest(), api);
    expect(await strange.all()).toBe(2);
    mkdirSync(path.join(repository.at, 'tom'), { recursive: true });
    copyFileSync(path.join(repository.at, 'compose.yaml'), path.join(repository.at, 'tom/a.yaml'));
    const empty = new Job({ 'working-directory': 'tom' }, pullRequest(), api).after(first);
    expect(await empty.all()).toBe(2);
    expect(Object.keys(empty.log)).toEqual(['Kontroller']);
    expect(empty.log.Kontroller!.error.match(/Fant ingen vurderinger/g)).toHaveLength(1);
  });
});
