/** `vurdert diff` and `vurdert render --history`, in a git repository made for the test. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, ensureBuilt } from './built.ts';

const FILE = (answer: string, more = ''): string => `vurdering: dpia\nmal: e-helse-2018\ntittel: Påmelding\nbehandlingsansvarlig: Kommunen\nstatus: utkast\nsvar:\n  I.1: ${answer}\n${more}`;
let folder: string;
let repository: string;
const at = (...steps: string[]): string => path.join(repository, ...steps);
const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=Kari Testesen', '-c', 'user.email=kari@eksempel.example', '-c', 'commit.gpgsign=false', ...args], { cwd: repository, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z', GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z' } });
const vurdert = (args: string[], cwd = repository, env: Record<string, string> = {}): { code: number | null; out: string; error: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: status, out: stdout, error: stderr };
};

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-diff-'));
  repository = path.join(folder, 'lager');
  mkdirSync(at('under'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(at('a.dpia.yaml'), FILE('ja', '  I.2: Hemmelig\n'));
  writeFileSync(at('under', 'æ fil.dpia.yaml'), FILE('nei'));
  writeFileSync(at('under', 'gammel.dpia.yaml'), FILE('ja', '  II.4.1: Å dele ut plasser til dem som søker\n'));
  writeFileSync(at('annet.yaml'), 'services: {}\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Første utkast');
  git('branch', 'gren');
  writeFileSync(at('a.dpia.yaml'), FILE('nei', '  I.2: ja\n'));
  git('mv', 'under/gammel.dpia.yaml', 'under/ny.dpia.yaml');
  git('commit', '--quiet', '-am', 'Endret svaret om Hemmelig');
  writeFileSync(at('a.dpia.yaml'), FILE('delvis', '  I.2: ja\n'));
  writeFileSync(at('usporet.dpia.yaml'), FILE('ja'));
  writeFileSync(path.join(folder, 'utenfor.dpia.yaml'), FILE('ja'));
  symlinkSync('../utenfor.dpia.yaml', at('lenke.dpia.yaml'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changes = (out: string): string[] => (JSON.parse(out) as { filer: { fil: string; svar: { id: string; før: { svar: string } | null; nå: { svar: string } | null }[] }[] }).filer.flatMap(({ fil, svar }) => svar.map(({ id, før, nå }) => `${fil} ${id} ${før?.svar ?? '–'} → ${nå?.svar ?? '–'}`));

describe('two files', () => {
  it('are compared, with 0 unless --exit-code is given', () => {
    const { code, out } = vurdert(['diff', 'under/æ fil.dpia.yaml', 'usporet.dpia.yaml']);
    expect([code, out.split('\n')[0]]).toEqual([0, '## Endringer i Påmelding']);
    expect(out).toContain('~~Nei~~');
    expect(vurdert(['diff', 'under/æ fil.dpia.yaml', 'usporet.dpia.yaml', '--exit-code']).code).toBe(1);
    expect(vurdert(['diff', 'usporet.dpia.yaml', 'usporet.dpia.yaml', '--exit-code'])).toMatchObject({ code: 0, out: expect.stringContaining('Ingen forskjeller') as string });
  });
  it('need no git', () => {
    const { code, out } = vurdert(['diff', path.join(repository, 'a.dpia.yaml'), path.join(folder, 'utenfor.dpia.yaml')], folder, { PATH: folder });
    expect(code).toBe(0);
    expect(out).toContain('Endringer i');
  });
  it('may be what a file was', () => {
    expect(changes(vurdert(['diff', 'HEAD~1:a.dpia.yaml', 'HEAD:./a.dpia.yaml', '--format', 'json']).out)).toContain('a.dpia.yaml I.1 ja → nei');
    expect(changes(vurdert(['diff', 'HEAD:usporet.dpia.yaml', 'usporet.dpia.yaml', '--format', 'json']).out)).toEqual(['usporet.dpia.yaml I.1 – → ja']);
  });
});

describe('revisions', () => {
  it('against the files as they lie there, with those git does not have yet', () => {
    const { code, out } = vurdert(['diff', '--format', 'json']);
    expect(code).toBe(0);
    expect(changes(out)).toEqual(['a.dpia.yaml I.1 nei → delvis', 'usporet.dpia.yaml I.1 – → ja']);
    expect(vurdert(['diff', '--format', 'json', 'a.dpia.yaml']).out).toContain('"før": "HEAD (');
  });
  it('two of them, renames followed', () => {
    const { out } = vurdert(['diff', '--rev', 'gren..main', '--format', 'json']);
    expect((JSON.parse(out) as { filer: { fil: string; like: boolean }[] }).filer.map(({ fil, like }) => [fil, like])).toEqual([['a.dpia.yaml', false], ['under/ny.dpia.yaml', true]]);
    expect(vurdert(['diff', '--rev', 'gren...main', '--format', 'json', 'under']).out).toContain('under/ny.dpia.yaml');
    expect(vurdert(['diff', '--rev', 'gren', '--format', 'json', 'under/ny.dpia.yaml', '--exit-code']).code).toBe(0);
  });
  it('from a folder below, and for a file that did not change', () => {
    expect(vurdert(['diff', 'æ fil.dpia.yaml'], at('under')).out).toContain('Ingen forskjeller');
    expect(vurdert(['diff'], at('under')).out).toContain('Ingen vurderinger er endret');
  });
  it('of a file that is gone', () => {
    unlinkSync(at('usporet.dpia.yaml'));
    expect(vurdert(['diff', '--rev', 'main..gren', '--format', 'json', 'under/ny.dpia.yaml']).code).toBe(0);
    writeFileSync(at('usporet.dpia.yaml'), FILE('ja'));
  });
});

describe('what cannot be done is told', () => {
  it.each([
    ['no such revision', ['diff', '--rev', 'finnes-ikke'], /kjenner ikke revisjonen «finnes-ikke»/],
    ['an option in its place', ['diff', '--rev=--output=x'], /kjenner ikke revisjonen/],
    ['outside the repository', ['diff', 'HEAD:../utenfor.dpia.yaml', 'a.dpia.yaml'], /utenfor git-lageret/],
    ['outside by a path', ['diff', '--rev', 'HEAD', 'a.dpia.yaml', '../utenfor.dpia.yaml'], /utenfor git-lageret/],
    ['outside by a link', ['diff', '--rev', 'HEAD', 'lenke.dpia.yaml'], /utenfor git-lageret/],
    ['not there', ['diff', 'HEAD:nei.dpia.yaml', 'HEAD~1:nei.dpia.yaml'], /finnes ikke som vurdering/],
    ['three files', ['diff', 'a.dpia.yaml', 'a.dpia.yaml', 'a.dpia.yaml'], /--rev/],
    ['a name that says another format', ['diff', '-o', 'endringer.docx'], /«endringer\.docx» sier ikke hvilket format .* \.md, \.html, \.json\./],
    ['a folder', ['diff', 'under', 'a.dpia.yaml'], /er en mappe/],
  ])('%s', (_, args, words) => {
    const { code, out, error } = vurdert(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(words);
  });
  it('without git, and outside a repository', () => {
    expect(vurdert(['diff'], repository, { PATH: folder })).toMatchObject({ code: 2, error: expect.stringContaining('Fant ikke git') as string });
    expect(vurdert(['diff'], folder)).toMatchObject({ code: 2, error: expect.stringContaining('ikke i et git-lager') as string });
  });
});

it('writes a file, never over another', () => {
  const out = path.join(folder, 'ut.html');
  expect(vurdert(['diff', 'a.dpia.yaml', '-o', out]).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/);
  writeFileSync(out, 'min');
  expect(vurdert(['diff', 'a.dpia.yaml', '-o', out]).code).toBe(2);
  expect(vurdert(['diff', 'HEAD:a.dpia.yaml', 'a.dpia.yaml', '-o', 'a.dpia.yaml', '--force']).code).toBe(2);
});

describe('the change log', () => {
  it('stands in the report when it is asked for, without names', () => {
    const { out } = vurdert(['render', 'a.dpia.yaml', '--format', 'md', '--history']);
    expect(out).toContain('## Endringslogg');
    expect(out).toMatch(/1\. mars 2026 *\| Endret svaret om Hemmelig/);
    expect(out).toContain('med senere endringer');
    expect(out).not.toMatch(/Testesen|kari@/);
    expect(vurdert(['render', 'a.dpia.yaml', '--format', 'md']).out).not.toContain('Endringslogg');
    expect(vurdert(['render', 'a.dpia.yaml', '--format', 'md', '--history']).out).toBe(out);
  });
  it('follows a file that was renamed', () => {
    expect(vurdert(['render', 'under/ny.dpia.yaml', '--format', 'md', '--history']).out).toContain('Første utkast');
  });
  it('keeps back what the file does, in the public edition', () => {
    writeFileSync(at('a.dpia.yaml'), FILE('delvis', '  II.4.1: Fra [[Hemmelig|offentleglova § 23]] kilde\n'));
    const { out } = vurdert(['render', 'a.dpia.yaml', '--format', 'md', '--history', '--edition', 'public']);
    expect(out).toContain('Endret svaret om');
    expect(out).not.toContain('Hemmelig');
  });
});
