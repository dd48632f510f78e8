/** What `vurdert diff` says of findings over several files, in a git repository made for the test; and that an editor's comparison says the same. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DiffResponse } from '../../server/lsp/protocol.ts';
import { CLI, ensureBuilt } from './built.ts';
import { Folder, IP, PLATFORM, PLM, start } from './folder.ts';

interface Shown {
  fil: string;
  like: boolean;
  funn: { nye: { kode: string; sted: string }[]; borte: { kode: string; sted: string }[] };
}

let folder: Folder;
const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=Kari Testesen', '-c', 'user.email=kari@eksempel.example', '-c', 'commit.gpgsign=false', ...args], { cwd: folder.at, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' } });
const commit = (): void => {
  git('add', '--all');
  git('commit', '--quiet', '-m', 'x');
};
const diff = (args: string[], cwd = folder.at): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'diff', ...args], { cwd, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};
const shown = (...args: string[]): Shown[] => (JSON.parse(diff([...args, '--format', 'json'])) as { filer: Shown[] }).filer;
const short = (kinds: Shown['funn']['nye']): string[] => kinds.map(({ kode, sted }) => `${kode} ${sted}`);
const told = (files: readonly Shown[]): Record<string, { new: string[]; gone: string[] }> => Object.fromEntries(files.map(({ fil, funn }) => [fil, { new: short(funn.nye), gone: short(funn.borte) }]));
const raiseRisk = (): void => folder.replace(IP, 'D.1: middels', 'D.1: høy');

beforeAll(() => ensureBuilt());
beforeEach(() => {
  folder = new Folder();
  git('init', '--quiet', '--initial-branch=main');
  commit();
});

/** A higher risk in the IP, to which a PLM is the wrong answer: about all three files. */
const WRONG = { [IP]: 'feil-gren D.1', [PLATFORM]: 'feil-gren plm', [PLM]: 'feil-gren ip' };

describe('a change in one file that makes a finding in another', () => {
  it('come, is a new finding there, though nobody has touched that file', () => {
    raiseRisk();
    expect(told(shown())).toEqual(Object.fromEntries(Object.entries(WRONG).map(([file, finding]) => [file, { new: [finding], gone: [] }])));
    const markdown = diff([]);
    expect(markdown).toMatch(/\nPlattformvurdering · fritidsklubben\/instagram\.plattform\.yaml\n\nFilen er ikke endret\.[^#]+\*\*1 nytt funn\*\*\n\n#### Nye funn\n\n- \*\*Feil\*\*: Den innledende vurderingen sier at risikoen er høy/);
    expect(markdown.match(/Filen er ikke endret/g)).toHaveLength(2);
    expect(diff(['--format', 'html'])).toContain('Filen er ikke endret');
  });

  it('go, is a finding that is gone', () => {
    raiseRisk();
    commit();
    folder.replace(IP, 'D.1: høy', 'D.1: middels');
    expect(told(shown())).toEqual(Object.fromEntries(Object.entries(WRONG).map(([file, finding]) => [file, { new: [], gone: [finding] }])));
    expect(diff([])).toMatch(/#### Funn som er borte\n\n- \*\*Feil\*\*: Den innledende vurderingen sier at risikoen er høy/);
  });

  it('counts for --exit-code, and only below the paths that are asked for', () => {
    raiseRisk();
    expect(shown(IP).map(({ fil }) => fil)).toEqual([IP]);
    // Of what is compared, the file alone is put back: the IP is as it is now on both sides.
    expect(shown(PLATFORM)).toMatchObject([{ fil: PLATFORM, like: true }]);
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'diff', '--exit-code', '-o', 'endringer.md'], { cwd: folder.at, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, 'Skrev sammenligningen til «endringer.md».\n']);
  });

  it('is not in the public edition, which has no findings', () => {
    raiseRisk();
    expect(shown('--edition', 'public').map(({ fil, funn }) => [fil, funn])).toEqual([[IP, { nye: [], borte: [] }]]);
  });
});

describe('files that come and go', () => {
  it('lacked before, or lack now', () => {
    git('rm', '--quiet', '--cached', PLM);
    git('commit', '--quiet', '-m', 'x');
    expect(told(shown())[PLATFORM]!.gone).toEqual(['lenke-uten-fil plm']);
    commit();
    rmSync(folder.path(PLM));
    expect(told(shown())[PLATFORM]!.new).toEqual(['lenke-uten-fil plm']);
  });

  it('a file that got another name, and those that name it with it, are the same as before', () => {
    renameSync(folder.path(PLM), folder.path('fritidsklubben/ny.plm.yaml'));
    folder.replace(PLATFORM, './instagram.plm.yaml', './ny.plm.yaml');
    git('add', '--all');
    for (const { funn } of shown()) expect(funn).toEqual({ nye: [], borte: [] });
  });

  it('that are no assessments count too', () => {
    folder.replace(PLM, /status: .*/, '$&\ndpia: ./skisse.pdf');
    commit();
    const before = shown('--rev', 'HEAD~1..HEAD').find(({ fil }) => fil === PLM)!;
    expect(short(before.funn.nye)).toContain('lenke-uten-fil dpia');
    folder.write('fritidsklubben/skisse.pdf', '%PDF');
    expect(short(shown().find(({ fil }) => fil === PLM)!.funn.borte)).toContain('lenke-uten-fil dpia');
  });
});

it('between two revisions the other files are as they were at the later one, whatever lies on the disk', () => {
  raiseRisk();
  commit();
  folder.replace(PLATFORM, 'A.3: fritid', 'A.3: annet');
  commit();
  rmSync(folder.path(PLM));
  expect(told(shown('--rev', 'HEAD~2..HEAD~1'))).toEqual(Object.fromEntries(Object.entries(WRONG).map(([file, finding]) => [file, { new: [finding], gone: [] }])));
  expect(told(shown('--rev', 'HEAD~1..HEAD'))).toEqual({ [PLATFORM]: { new: [], gone: [] } });
  expect(told(shown(`HEAD~2:${IP}`, `HEAD~1:${IP}`))).toEqual({ [IP]: { new: ['feil-gren D.1'], gone: [] } });
});

it('of two files the older one is read in the place of the newer: its links lead where they did, and need no git', () => {
  rmSync(folder.path('.git'), { recursive: true });
  const elsewhere = path.join(path.dirname(folder.at), 'gammelt');
  mkdirSync(elsewhere);
  renameSync(folder.path(IP), path.join(elsewhere, 'før.ip.yaml'));
  folder.write(IP, '');
  execFileSync('cp', [path.join(elsewhere, 'før.ip.yaml'), folder.path(IP)]);
  const given = [path.join(elsewhere, 'før.ip.yaml'), folder.path(IP)];
  expect(told(shown(...given))).toEqual({ [given[1]!]: { new: [], gone: [] } });
  raiseRisk();
  expect(told(shown(...given))).toEqual({ [given[1]!]: { new: ['feil-gren D.1'], gone: [] } });
});

describe('the comparison in an editor', () => {
  const labels = { before: 'siste commit', after: 'slik filen er nå' };
  const changes: [string, string, () => void][] = [
    ['a risk that is higher', IP, () => raiseRisk()],
    ['a link that is gone', PLATFORM, () => folder.replace(PLATFORM, 'plm: ./instagram.plm.yaml\n', '')],
    ['a link to nothing', PLATFORM, () => folder.replace(PLATFORM, './instagram.plm.yaml', './borte.plm.yaml')],
    ['a link to a file of another kind', PLM, () => folder.replace(PLM, 'ip: ./instagram.ip.yaml', 'ip: ./instagram.plattform.yaml')],
  ];
  it.each(changes)('says the same: %s', async (_, file, change) => {
    change();
    const { client } = await start([folder]);
    const isTheSame = async (): Promise<void> => {
      const before = git('show', `HEAD:./${file}`);
      const { html } = (await client.request<DiffResponse>('vurdert/diff', { uri: folder.uriOf(file), before, labels, format: 'json' }))!;
      const [{ funn }] = (JSON.parse(html) as { filer: [Shown] }).filer;
      expect(shown(file).map((each) => each.funn)).toEqual([funn]);
      expect([...funn.nye, ...funn.borte]).not.toEqual([]);
    };
    await isTheSame();
    // And the other way.
    commit();
    git('checkout', '--quiet', 'HEAD~1', '--', '.');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uriOf(file), type: 2 }] });
    await isTheSame();
  });

  it('is renewed when another file changes', async () => {
    const { client } = await start([folder]);
    const params = { uri: folder.uriOf(PLATFORM), before: folder.read(PLATFORM).replace('plm: ./instagram.plm.yaml\n', ''), labels, format: 'json' };
    const gone = async (): Promise<string[]> => short((JSON.parse((await client.request<DiffResponse>('vurdert/diff', params))!.html) as { filer: [Shown] }).filer[0].funn.borte);
    const first = await gone();
    raiseRisk();
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uriOf(IP), type: 2 }] });
    expect(await gone()).not.toEqual(first);
  });
});
