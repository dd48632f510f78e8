/** The templates for GitLab CI and Azure Pipelines: each script is run from its file. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IP, manifest, packed, PLATFORM, Repository, run, temporary, yamlOf, type Ran } from './pipeline.ts';

let folder: string;
let tarball: string;
let repository: Repository;
let base: string;
const at = (...steps: string[]): string => path.join(repository.at, ...steps);
beforeAll(() => {
  folder = temporary();
  tarball = packed(folder);
  repository = new Repository(path.join(folder, 'lager æøå'));
  base = repository.git('rev-parse', 'HEAD');
  repository.git('switch', '--quiet', '--create', 'gren');
  repository.replace(IP, /^tittel: .*/m, 'tittel: Hils @personvernombudet om \\#12');
  repository.replace(PLATFORM, /^ip: .*/m, 'ip: "./##vso[task.complete].ip.yaml"');
  repository.commit('Endret');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('GitLab CI', () => {
  interface Work {
    extends?: string;
    script?: string[];
    before_script?: string[];
    artifacts?: { paths?: string[]; reports?: Record<string, string> };
  }
  const file = yamlOf<{ variables: Record<string, string> } & Record<string, Work>>('ci/gitlab/vurdert.gitlab-ci.yml');
  const env = (): Record<string, string> => ({ ...file.variables, VURDERT_PACKAGE: tarball, CI_PROJECT_DIR: repository.at, CI_COMMIT_SHA: repository.git('rev-parse', 'HEAD') });
  /** What is installed by the first job stays in the project's folder, as where GitLab keeps a cache. */
  const job = (name: string, more: Record<string, string> = {}): Promise<Ran> => {
    const [install, ...rest] = file['.vurdert']!.before_script!;
    const before = existsSync(at('.vurdert/node_modules')) ? rest : [install!, ...rest];
    return run('bash', ['-c', ['set -eo pipefail', ...before, ...file[name]!.script!].join('\n')], repository.at, { ...env(), ...more });
  };

  it('installs the version that the tag is of', () => {
    expect(file.variables.VURDERT_PACKAGE).toBe(`vurdert@${manifest.version}`);
  });
  it('checks, and leaves the reports that GitLab reads', async () => {
    const { code, out, error } = await job('vurdert');
    expect(code, error).toBe(1);
    expect(out).toContain('task.complete');
    const { reports } = file.vurdert!.artifacts!;
    const quality = JSON.parse(readFileSync(at(reports!.codequality!), 'utf8')) as { severity: string; location: { path: string } }[];
    expect(quality.filter(({ severity }) => severity === 'major').map(({ location }) => location.path)).toContain(PLATFORM);
    expect(readFileSync(at(reports!.junit!), 'utf8')).toMatch(/<testsuites\b/);
    expect((await job('vurdert', { VURDERT_FAIL_ON: 'none', VURDERT_PATHS: `${IP} ${PLATFORM}` })).code).toBe(0);
  });
  it('makes the pages', async () => {
    const { code, error } = await job('pages');
    expect(code, error).toBe(0);
    expect(file.pages!.artifacts!.paths).toEqual(['public']);
    expect(readFileSync(at('public/index.html'), 'utf8')).toContain('<html');
  });

  describe('the note on the merge request', () => {
    let server: Server;
    let calls: string[];
    let notes: { id: number; body: string; author: { id: number } }[];
    const more = (): Record<string, string> => ({ CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, CI_PROJECT_ID: '5', CI_MERGE_REQUEST_IID: '3', CI_MERGE_REQUEST_DIFF_BASE_SHA: base, VURDERT_GITLAB_TOKEN: 'hemmelig' });
    beforeAll(async () => {
      server = createServer((request, response) => {
        let text = '';
        request.on('data', (part) => (text += String(part)));
        request.on('end', () => {
          calls.push(`${request.method} ${request.url}`);
          const body = text && (JSON.parse(text) as { body: string }).body;
          if (request.method === 'POST') notes.push({ id: 8, body, author: { id: 1 } });
          if (request.method === 'PUT') notes.find(({ id }) => request.url!.endsWith(`/${id}`))!.body = body;
          const isKnown = request.headers['private-token'] === 'hemmelig';
          response.writeHead(isKnown ? 200 : 401).end(JSON.stringify(request.url === '/user' ? { id: 1 } : notes));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));
    beforeEach(() => {
      [calls, notes] = [[], [{ id: 7, body: '<!-- vurdert -->\nIkke vår.', author: { id: 2 } }]];
    });

    it('is written once, then written anew', async () => {
      const first = await job('vurdert-kommentar', more());
      expect(first.code, first.error).toBe(0);
      const second = await job('vurdert-kommentar', more());
      expect(second.code, second.error).toBe(0);
      const address = '/projects/5/merge_requests/3/notes';
      expect(calls).toEqual(['GET /user', `GET ${address}?per_page=100&page=1`, `POST ${address}`, 'GET /user', `GET ${address}?per_page=100&page=1`, `PUT ${address}/8`]);
      expect(notes.map(({ id }) => id)).toEqual([7, 8]);
      expect(notes[1]!.body).toContain('Hils @\u200bpersonvernombudet');
      expect(notes[1]!.body).not.toMatch(/@personvernombudet|#\d/);
    });
    it('is not written for what changes no assessment, and a refusal ends the job', async () => {
      expect((await job('vurdert-kommentar', { ...more(), CI_MERGE_REQUEST_DIFF_BASE_SHA: env().CI_COMMIT_SHA! })).code).toBe(0);
      expect(calls.some((call) => call.startsWith('POST'))).toBe(false);
      const { code, error } = await job('vurdert-kommentar', { ...more(), VURDERT_GITLAB_TOKEN: 'feil' });
      expect(code).not.toBe(0);
      expect(error).toContain('GitLab svarte HTTP 401');
    });
  });
});

describe('Azure Pipelines', () => {
  interface Step {
    displayName?: string;
    bash?: string;
    env?: Record<string, string>;
    inputs?: Record<string, string>;
  }
  const file = yamlOf<{ parameters: { name: string; type: string; default: unknown }[]; steps: (Step & Record<string, unknown>)[] }>('ci/azure/vurdert.yml');
  /** With the steps under a condition, which Azure takes in when it reads the template. */
  const steps = file.steps.flatMap((step): Step[] => Object.entries(step).flatMap(([key, value]) => (key.startsWith('${{ if ') ? (value as Step[]) : [])).concat('bash' in step || 'task' in step ? [step] : []));
  const scripts = steps.filter(({ bash }) => bash !== undefined);
  const values = Object.fromEntries(file.parameters.map((parameter) => [parameter.name, String(parameter.default)]));

  it('has a use for each parameter, and puts none in the text of a script', () => {
    expect(values.package).toBe(`vurdert@${manifest.version}`);
    for (const name of Object.keys(values)) expect(JSON.stringify(file.steps)).toContain(`parameters.${name}`);
    expect(scripts).toHaveLength(4);
    for (const { bash } of scripts) expect(bash).not.toMatch(/\$\{\{|\$\(/);
  });

  it('checks, sums up with the changes of the pull request, makes the reports, and ends with the code', async () => {
    // As Azure checks a pull request out: merged into what it builds on.
    const before = repository.git('rev-parse', 'HEAD');
    repository.git('switch', '--quiet', '--detach', base);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Flettet', 'gren');
    const temp = path.join(folder, 'agent temp');
    mkdirSync(temp);
    const job: Record<string, string> = { AGENT_TEMPDIRECTORY: temp, BUILD_REASON: 'PullRequest' };
    const ran: Ran[] = [];
    for (const { bash, env } of scripts) {
      const own = Object.fromEntries(Object.entries(env ?? {}).map(([name, value]) => [name, value.replace(/\$\{\{ parameters\.(\w+) \}\}/g, (_, each: string) => (each === 'package' ? tarball : values[each]!))]));
      const result = await run('bash', ['-c', bash!], repository.at, { ...job, ...own });
      ran.push(result);
      for (const [, name, value] of result.out.matchAll(/^##vso\[task\.setvariable variable=(\w+)\](.*)$/gm)) job[name!] = value!;
    }
    expect(ran.map(({ code }) => code), ran.map(({ error }) => error).join('\n')).toEqual([0, 0, 0, 1]);
    expect(ran[1]!.out.match(/##.*/g)).toEqual([`##vso[task.uploadsummary]${temp}/vurdert.md`, '##vso[task.setvariable variable=VURDERT_CODE]1']);
    const summary = readFileSync(path.join(temp, 'vurdert.md'), 'utf8');
    expect(summary).toContain('task.complete');
    expect(summary).toContain('Endringer');
    expect(readFileSync(path.join(temp, 'vurdert-junit.xml'), 'utf8')).toMatch(/<testsuites\b/);
    expect(readFileSync(path.join(temp, 'vurdert-rapporter/index.html'), 'utf8')).toContain('<html');
    repository.git('switch', '--quiet', '--detach', before);
  });
});
