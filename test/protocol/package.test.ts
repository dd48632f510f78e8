/** The package that goes to users: how large it is, what is in it, and what its manifest promises. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../../server/core/texts/nb/cli.ts';
import { client } from '../../server/core/texts/nb/client.ts';
import { root } from '../core/fixtures.ts';
import { ensureBuilt } from './built.ts';

/** Bytes. */
const MOST = 2_000_000;
/** What is read before the first finding; what few sessions need is in parts of their own (scripts/build.mjs). */
const MOST_OF_SERVER = 1_048_576;

interface Manifest {
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: { supported: unknown; description?: string; restrictedConfigurations?: string[] }; virtualWorkspaces: { supported: unknown; description?: string } };
  contributes: { configuration: { properties: Record<string, Setting> } | { properties: Record<string, Setting> }[] };
  main: string;
  browser: string;
}
interface Setting {
  type: unknown;
  enum?: unknown;
  scope?: string;
}

describe('the package', () => {
  let folder: string;
  let size: number;
  let files: Record<string, Uint8Array>;
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

  beforeAll(() => {
    ensureBuilt();
    folder = mkdtempSync(path.join(tmpdir(), 'vurdert-vsix-'));
    const vsix = path.join(folder, 'vurdert.vsix');
    execFileSync(process.execPath, [path.join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    size = statSync(vsix).size;
    files = unzipSync(readFileSync(vsix));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`is at most ${MOST} bytes`, () => {
    const rows = Object.entries(files).map(([name, { length }]) => `${String(length).padStart(9)}  ${name}`).sort().reverse();
    console.log(`${String(size).padStart(9)}  vurdert.vsix, packed; unpacked:\n${rows.slice(0, 16).join('\n')}`);
    expect(size).toBeLessThanOrEqual(MOST);
  });

  it(`starts a server of at most ${MOST_OF_SERVER} bytes`, () => {
    expect(files['extension/dist/server.cjs']!.length).toBeLessThanOrEqual(MOST_OF_SERVER);
  });

  it('leaves out of the server what only the command line and the client say', () => {
    const text = new TextDecoder().decode(files['extension/dist/server.cjs']!);
    const left = [...Object.keys(cli), ...Object.keys(client)];
    // A key, or the beginning of keys that are put together.
    const said = [...text.matchAll(/["'`]([a-z]+\.[\w.-]*)/g)].map((match) => match[1]!);
    expect(said).toContain('export.unreadable');
    expect([...new Set(said)].filter((key) => left.some((each) => each === key || (key.endsWith('.') && each.startsWith(key))))).toEqual([]);
  });

  it('holds what is run, and not the programs of the npm package', () => {
    const programs = Object.keys(files).flatMap((name) => (/^extension\/(dist\/.*)$/.exec(name)?.[1] ?? [])).sort();
    expect(programs).toEqual(expect.arrayContaining(['dist/client.cjs', 'dist/own.cjs', 'dist/preview.css', 'dist/preview.js', 'dist/report.cjs', 'dist/server.cjs', 'dist/web/client.cjs', 'dist/web/worker.js', 'dist/word.cjs', 'dist/words.cjs']));
    expect(programs).not.toContain('dist/cli.cjs');
    for (const entry of [manifest.main, manifest.browser]) expect(programs).toContain(entry.replace('./', ''));
  });

  it('makes no code of text', () => {
    const makers = Object.entries(files).filter(([name, bytes]) => /\.c?js$/.test(name) && /\beval\(|\bnew Function\b/.test(new TextDecoder().decode(bytes)));
    expect(makers.map(([name]) => name)).toEqual([]);
  });

  it('has nothing of Node in what runs in a browser', () => {
    for (const name of ['client.cjs', 'worker.js']) {
      const required = [...new TextDecoder().decode(files[`extension/dist/web/${name}`]!).matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
      expect(required.filter((each) => each !== 'vscode')).toEqual([]);
    }
  });

  it('is woken by a YAML file and by what it has shown before, by nothing else', () => {
    expect(manifest.activationEvents.toSorted()).toEqual(['onLanguage:yaml', 'onUri', 'onWebviewPanel:vurdert.rapport', 'onWebviewPanel:vurdert.sammenligning']);
  });

  it('says what it leaves out in folders that are not trusted, or that lie on no disk', () => {
    for (const { supported, description } of [manifest.capabilities.untrustedWorkspaces, manifest.capabilities.virtualWorkspaces]) {
      expect(supported).toBe('limited');
      const [, key] = /^%(.+)%$/.exec(description ?? '') ?? [];
      expect(key === undefined ? description : (JSON.parse(new TextDecoder().decode(files['extension/package.nls.json'])) as Record<string, string>)[key]).toMatch(/git/);
    }
  });

  it('lets no folder decide, before it is trusted, over a setting in which a program could be named', () => {
    const { configuration } = manifest.contributes;
    const settings = Object.entries(Object.assign({}, ...[configuration].flat().map(({ properties }) => properties)) as Record<string, Setting>);
    expect(settings.length).toBeGreaterThan(0);
    // What holds a text of somebody's own; the severities by rule (`vurdert.regler`) are words from a list, whatever is written.
    const open = settings.filter(([name, { type, enum: choices, scope }]) => !['boolean', 'number', 'integer'].includes(String(type)) && !choices && !/^(?:machine|application)/.test(scope ?? '') && name !== 'vurdert.regler');
    expect(open.map(([name]) => name).filter((name) => !manifest.capabilities.untrustedWorkspaces.restrictedConfigurations?.includes(name))).toEqual([]);
  });
});
