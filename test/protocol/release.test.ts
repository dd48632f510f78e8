/** The release workflow: what it may do, and its steps, each run from the file as a runner runs it (but for `gh`). */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { ensureBuilt } from './built.ts';
import { manifest, run, temporary, yamlOf, type Ran, type Step } from './pipeline.ts';

interface Job {
  permissions?: Record<string, string>;
  environment?: string;
  'timeout-minutes'?: number;
  needs?: string;
  env?: Record<string, string>;
  steps: Step[];
}
const workflow = yamlOf<{ on: { push: { tags: string[] } }; permissions: Record<string, string>; concurrency: object; jobs: Record<string, Job> }>('.github/workflows/release.yml');
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const { version } = manifest;

describe('the release workflow', () => {
  it('is a workflow as GitHub reads them', () => {
    expect(validateWorkflow(readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8'))).toMatchObject({ errors: [] });
  });

  it('begins with a tag, may only read, and is not broken off', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.concurrency).toMatchObject({ 'cancel-in-progress': false });
    expect(workflow.jobs.release!.permissions).toEqual({ contents: 'write' });
    for (const [name, job] of Object.entries(workflow.jobs)) expect(job['timeout-minutes'], name).toBeGreaterThan(0);
  });

  it('uses actions by the tag of a version', () => {
    const used = steps.flatMap((step) => step.uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@v\d+\.\d+\.\d+$/);
  });

  it('needs no secret to build, test and pack; each publishing step runs only with its own', () => {
    expect(JSON.stringify(workflow.jobs.package)).not.toContain('secrets.');
    expect(JSON.stringify(workflow.jobs.release)).not.toContain('secrets.');
    const { env, steps: publishing, environment } = workflow.jobs.publish!;
    expect(environment).toBe('publish');
    for (const name of ['VSCE_PAT', 'OVSX_PAT']) {
      expect(env![name]).toBe(`\${{ secrets.${name} }}`);
      expect(publishing.filter((step) => step.if === `env.${name} != ''`)).toHaveLength(1);
    }
    for (const { run, if: when } of publishing) if (/ publish /.test(run ?? '')) expect(when).toMatch(/^env\.\w+_PAT != ''$/);
  });

  it('is of a version that every page and pipeline names alike', () => {
    const pages = ['.pre-commit-hooks.yaml', 'action.yml', 'ci/azure/vurdert.yml', 'ci/gitlab/vurdert.gitlab-ci.yml', 'README.md', ...readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
    const named = pages.flatMap((page) => [...readFileSync(path.join(root, page), 'utf8').matchAll(/\bvurdert(?:@v?|-|\/v|\n +rev: v)(\d+\.\d+\.\d+)/g)].map((match) => `${page}: ${match[1]}`));
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((each) => !each.endsWith(`: ${version}`))).toEqual([]);
    expect(yamlOf<{ version: string; packages: Record<string, { version: string }> }>('package-lock.json')).toMatchObject({ version, packages: { '': { version } } });
  });

  it('puts no expression into a shell line', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('runs what is there', () => {
    expect(existsSync(path.join(root, '.ci/run'))).toBe(true);
    const { scripts } = yamlOf<{ scripts: Record<string, string> }>('package.json');
    for (const [, name] of steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npm run ([\w:]+)/g)])) expect(Object.keys(scripts)).toContain(name);
  });
});

describe('its steps', () => {
  let folder: string;
  beforeAll(() => {
    ensureBuilt();
    folder = temporary();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the one step of a job whose script holds `what`, with the flags of `shell: bash`. */
  const step = (job: string, what: string, cwd: string, env: Record<string, string> = {}): Promise<Ran> => {
    const [found, ...more] = workflow.jobs[job]!.steps.filter((each) => each.run?.includes(what));
    expect(more).toEqual([]);
    return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found!.run!], cwd, { GITHUB_REF_NAME: `v${version}`, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'kommune/vurdert', ...env });
  };
  /** A checkout of what the steps read; the package itself is made of the project's own folder. */
  const checkout = (changelog: string): string => {
    const at = mkdtempSync(path.join(folder, 'lager-'));
    writeFileSync(path.join(at, 'package.json'), JSON.stringify({ name: 'vurdert', version, scripts: { package: `node "${path.join(root, 'scripts/package.mjs')}" --out "${path.join(at, 'release')}"` } }));
    writeFileSync(path.join(at, 'CHANGELOG.md'), changelog);
    return at;
  };
  const notes = (at: string): string => readFileSync(path.join(at, 'release/NOTES.md'), 'utf8').trim();

  it('the notes are what the changelog says of this version, and of no other', async () => {
    const at = checkout(`# Endringer\n\n## 99.0.0\n\n- Senere\n\n## ${version}\n\n- Nytt\n\n### Mer\n\n- Og mer\n\n## ${version}0\n\n- Tidligere\n`);
    const { code, error } = await step('package', 'NOTES.md', at);
    expect(code, error).toBe(0);
    expect(notes(at)).toBe('- Nytt\n\n### Mer\n\n- Og mer');
    const ours = checkout(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'));
    expect((await step('package', 'NOTES.md', ours)).code).toBe(0);
    expect(notes(ours)).toMatch(/^- \S/);
  });

  it('a tag that is not the version, or of which the changelog says nothing, stops it and says why', async () => {
    const wrong = await step('package', 'NOTES.md', checkout(`## ${version}\n\n- Nytt\n`), { GITHUB_REF_NAME: 'v99.0.0' });
    expect([wrong.code, wrong.out]).toEqual([1, `::error::The tag is v99.0.0, but package.json says ${version}.\n`]);
    const silent = await step('package', 'NOTES.md', checkout(`## ${version}\n\n## 0.0.1\n\n- Tidligere\n`));
    expect([silent.code, silent.out]).toEqual([1, `::error::CHANGELOG.md has nothing under «## ${version}».\n`]);
  });

  it('the packages, the SBOM and their checksums are made, released, and looked over before they are published', async () => {
    const at = checkout(`## ${version}\n\n- Nytt\n`);
    const release = path.join(at, 'release');
    expect((await step('package', 'NOTES.md', at)).code).toBe(0);
    const { code, out, error } = await step('package', 'npm run package', at);
    expect(code, error).toBe(0);
    const made = [`vurdert-${version}.tgz`, `vurdert-${version}.vsix`, 'sbom.cdx.json'].sort();
    expect(readdirSync(release).sort()).toEqual(['NOTES.md', 'SHA256SUMS', ...made].sort());
    for (const file of made) expect(out).toContain(`${file}: OK\n`);
    const { components } = JSON.parse(readFileSync(path.join(release, 'sbom.cdx.json'), 'utf8')) as { components: { name: string; hashes?: { alg: string }[] }[] };
    // One of the extension's own, one of the npm package's; and none of the tools.
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['morphdom', '@modelcontextprotocol/server']));
    expect(components.map(({ name }) => name)).not.toContain('esbuild');
    expect(components.filter(({ hashes }) => !hashes?.length).map(({ name }) => name)).toEqual([]);

    // `gh` says what it was asked to do.
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'gh'), '#!/bin/sh\nfor each; do echo "gh: $each"; done\n');
    chmodSync(path.join(bin, 'gh'), 0o755);
    const released = await step('release', 'gh release', at, { PATH: `${bin}${path.delimiter}${process.env['PATH']}` });
    expect(released.code, released.error).toBe(0);
    const told = [...released.out.matchAll(/^gh: (.*)$/gm)].map((match) => match[1]!);
    expect(told.slice(0, 3)).toEqual(['release', 'create', `v${version}`]);
    const files = told.slice(told.indexOf('--notes-file') + 1).map((each) => path.normalize(each));
    expect(files.toSorted()).toEqual(readdirSync(release).sort());

    expect((await step('publish', 'sha256sum', at)).code).toBe(0);
    writeFileSync(path.join(release, `vurdert-${version}.vsix`), 'byttet ut');
    expect((await step('publish', 'sha256sum', at)).code).not.toBe(0);
  }, 120_000);
});
