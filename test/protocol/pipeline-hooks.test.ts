/** The hooks: the real pre-commit takes them from a repository, and the plain line of husky's. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { manifest, packed, PLATFORM, PLM, Repository, run, temporary, yamlOf, type Ran } from './pipeline.ts';

interface Hook {
  id: string;
  entry: string;
}

const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0;
if (!hasPreCommit) console.log('skipped: pre-commit is not installed (apt-get install pre-commit)');

let folder: string;
let repository: Repository;
/** pre-commit keeps what it has fetched in a home of its own. */
const env = (): Record<string, string> => ({ PRE_COMMIT_HOME: path.join(folder, 'hjem'), HOME: folder, npm_config_cache: path.join(folder, 'npm') });
const commit = (...args: string[]): Promise<Ran> => run('git', ['commit', '--quiet', '-m', 'Endret', ...args], repository.at, env());
const head = (): string => repository.git('rev-parse', 'HEAD');

beforeAll(async () => {
  folder = temporary();
  const tarball = packed(folder);
  repository = new Repository(path.join(folder, 'lager æøå'));
  writeFileSync(path.join(repository.at, 'package.json'), '{ "private": true }\n');
  writeFileSync(path.join(repository.at, '.gitignore'), 'node_modules/\n');
  const { code, error } = await run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--no-package-lock', tarball], repository.at, env());
  expect(code, error).toBe(0);
  repository.commit('Vurdert');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('each hook runs the version that the tag is of', () => {
  const hooks = yamlOf<Hook[]>('.pre-commit-hooks.yaml');
  expect(hooks.map(({ id }) => id)).toEqual(['vurdert-check', 'vurdert-check-all']);
  for (const { entry } of hooks) expect(entry).toContain(` vurdert@${manifest.version} `);
});

/** What a hook does, whoever runs it. */
const flows = (install: () => Promise<void>): void => {
  let start: string;
  beforeAll(async () => {
    await install();
    start = head();
  });
  const back = (): void => void repository.git('reset', '--quiet', '--hard', start);
  beforeEach(back);
  afterAll(back);
  it('let a commit through that has no findings, and one of other files', async () => {
    writeFileSync(path.join(repository.at, 'compose.yaml'), 'services: { a: {} }\n');
    repository.git('add', '--all');
    expect((await commit()).code).toBe(0);
    expect(head()).not.toBe(start);
  });
  it('stop a commit with a finding, by what is staged and not by what lies in the folder', async () => {
    repository.replace(PLATFORM, /^ip: .*/m, 'ip: ./finnes-ikke.ip.yaml');
    repository.git('add', '--all');
    repository.replace(PLATFORM, /^ip: .*/m, 'ip: ./instagram.ip.yaml');
    const { code, out, error } = await commit();
    expect(code).toBe(1);
    expect(out + error).toContain('finnes-ikke.ip.yaml');
    expect(head()).toBe(start);
  });
  it('stop a commit that deletes what others lead to', async () => {
    repository.git('rm', '--quiet', PLM);
    const { code, out, error } = await commit();
    expect(code).toBe(1);
    expect(out + error).toContain('instagram.plm.yaml');
  });
  it('look at the files that a commit names, not at the rest of the index', async () => {
    repository.replace(PLATFORM, /^ip: .*/m, 'ip: ./finnes-ikke.ip.yaml');
    repository.git('add', PLATFORM);
    writeFileSync(path.join(repository.at, 'compose.yaml'), 'services: { b: {} }\n');
    const { code, out, error } = await commit('--', 'compose.yaml');
    expect(code, out + error).toBe(0);
    expect(repository.git('show', '--name-only', '--format=')).toBe('compose.yaml');
  });
};

describe('the line of husky’s', () => {
  afterAll(() => void repository.git('config', '--unset-all', 'core.hooksPath'));
  flows(async () => {
    mkdirSync(path.join(folder, 'hooks'));
    writeFileSync(path.join(folder, 'hooks/pre-commit'), '#!/bin/sh\nnpx vurdert check --staged\n', { mode: 0o755 });
    repository.git('config', 'core.hooksPath', path.join(folder, 'hooks'));
    return Promise.resolve();
  });
});

describe.skipIf(!hasPreCommit)('pre-commit', () => {
  flows(async () => {
    // The hooks' own repository: what pre-commit fetches at a revision.
    const hooks = path.join(folder, 'vurdert');
    mkdirSync(hooks);
    copyFileSync(path.join(root, '.pre-commit-hooks.yaml'), path.join(hooks, '.pre-commit-hooks.yaml'));
    for (const args of [['init', '--quiet'], ['add', '--all'], ['commit', '--quiet', '-m', 'Hooks'], ['tag', `v${manifest.version}`]]) expect((await run('git', args, hooks, env())).code).toBe(0);
    writeFileSync(path.join(repository.at, '.pre-commit-config.yaml'), `repos:\n  - repo: ${hooks}\n    rev: v${manifest.version}\n    hooks:\n      - id: vurdert-check\n      - id: vurdert-check-all\n        stages: [manual]\n`);
    repository.commit('Hooks');
    const { code, out, error } = await run('pre-commit', ['install', '--install-hooks'], repository.at, env());
    expect(code, out + error).toBe(0);
  });
  it('checks everything where it is asked to', async () => {
    repository.replace(PLATFORM, /^ip: .*/m, 'ip: ./finnes-ikke.ip.yaml');
    repository.commit('Feil');
    const all = await run('pre-commit', ['run', '--all-files', '--hook-stage', 'manual', 'vurdert-check-all'], repository.at, env());
    expect(all.code).toBe(1);
    expect(all.out).toContain('finnes-ikke.ip.yaml');
  });
});
