/** `vurdert check --staged` and `--changed-since`, in git repositories made for the test. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

let folder: string;
let repository: string;
let count = 0;
const at = (...steps: string[]): string => path.join(repository, ...steps);
const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_NAME: 'Kari Testesen', GIT_AUTHOR_EMAIL: 'kari@eksempel.example', GIT_COMMITTER_NAME: 'Kari Testesen', GIT_COMMITTER_EMAIL: 'kari@eksempel.example' };
const git = (...args: string[]): string => execFileSync('git', args, { cwd: repository, encoding: 'utf8', env: { ...process.env, ...ENV }, stdio: ['ignore', 'pipe', 'ignore'] });
const vurdert = (args: string[], cwd = repository, env: Record<string, string> = {}): { code: number | null; out: string; error: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: status, out: stdout, error: stderr };
};
interface File { file: string; findings: { code: string; fingerprint: string; start: { line: number } }[] }
const files = (args: string[], cwd = repository): File[] => (JSON.parse(vurdert(['check', '--format', 'json', ...args], cwd).out) as { files: File[] }).files;
const names = (args: string[], cwd = repository): string[] => files(args, cwd).map(({ file }) => file);
const change = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(at(file), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(at(file), text.replace(from, to));
};

/** A repository with the bydel's assessments; a name with a space and æøå. */
function fresh(commit = true): void {
  repository = path.join(folder, `lager ${++count} æøå`);
  mkdirSync(repository);
  git('init', '--quiet', '--initial-branch=main');
  cpSync(path.join(root, 'samples/bydel'), at('by del'), { recursive: true });
  if (!commit) return;
  git('add', '.');
  git('commit', '--quiet', '-m', 'Alt');
}
const INSTAGRAM = ['ip', 'plattform', 'plm'].map((kind) => `by del/fritidsklubben/instagram.${kind}.yaml`);
const CASE = ['by del/behandlingsoversikt.yaml', ...INSTAGRAM];
const [IP, PLATFORM, PLM] = INSTAGRAM as [string, string, string];

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-git-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--staged', () => {
  beforeAll(() => fresh());
  it('has nothing to say where nothing is staged, and is still a whole document', () => {
    expect(vurdert(['check', '--staged'])).toEqual({ code: 0, out: 'Ingen vurderinger er endret.\n', error: '' });
    expect(JSON.parse(vurdert(['check', '--staged', '--format', 'sarif']).out)).toMatchObject({ runs: [{ results: [] }] });
    expect(vurdert(['check', '--staged', '--format', 'gitlab']).out).toBe('[]\n');
  });
  it('takes the text of the index, not of the work tree', () => {
    change(PLATFORM, /^ip: .*/m, 'ip: ./staged.ip.yaml');
    git('add', '.');
    change(PLATFORM, /^ip: .*/m, 'ip: ./instagram.ip.yaml');
    const { code, out } = vurdert(['check', '--staged', '--format', 'compact']);
    expect(out).toContain('./staged.ip.yaml');
    expect(code).toBe(1);
    expect(vurdert(['check', '--format', 'compact']).out).not.toContain('./staged.ip.yaml');
    git('reset', '--quiet', '--hard');
  });
  it('checks what changed and what depends on it, and says of them what a check of everything does', () => {
    change(IP, '\n', '\n# en merknad\n');
    git('add', '.');
    const found = files(['--staged']);
    expect(found.map(({ file }) => file)).toEqual(CASE);
    const all = new Map(files([]).map((each) => [each.file, each]));
    for (const each of found) expect(each).toEqual(all.get(each.file));
    expect(names(['--staged', 'by del/fritidsklubben'])).toEqual(INSTAGRAM);
    expect(names(['--staged'], at('by del/fritidsklubben'))).toEqual(INSTAGRAM.map((each) => path.posix.basename(each)));
    expect(names(['--staged', '..'], at('by del/fritidsklubben'))).toContain('../behandlingsoversikt.yaml');
    git('reset', '--quiet', '--hard');
  });
  it('follows what is deleted and renamed to those that name it', () => {
    git('rm', '--quiet', '--cached', PLM);
    const { out, code } = vurdert(['check', '--staged', '--format', 'compact']);
    expect(out).toMatch(/instagram\.plattform\.yaml:\d+:\d+: error: .*instagram\.plm\.yaml.*\[lenke-uten-fil\]/);
    expect(code).toBe(1);
    git('reset', '--quiet', '--hard');
    git('mv', PLM, 'by del/fritidsklubben/ny.plm.yaml');
    expect(names(['--staged'])).toEqual([CASE[0], IP, PLATFORM, 'by del/fritidsklubben/ny.plm.yaml']);
    git('reset', '--quiet', '--hard');
  });
  it('sees that what was linked to before is linked to no longer', () => {
    change(PLATFORM, /^ip: .*\n/m, '');
    git('add', '.');
    expect(names(['--staged'])).toContain(IP);
    git('reset', '--quiet', '--hard');
  });
  it('takes all that a changed configuration is about', () => {
    writeFileSync(at('by del/fritidsklubben/vurdert.config.yaml'), '# ingenting ennå\n');
    git('add', '.');
    expect(names(['--staged'])).toEqual(expect.arrayContaining(['instagram.ip', 'instagram.plm', 'snapchat.ip', 'snapchat.plattform'].map((each) => `by del/fritidsklubben/${each}.yaml`)));
    expect(names(['--staged'])).not.toContain('by del/bibliotek/facebook.ip.yaml');
    git('reset', '--quiet', '--hard');
  });
  it('works before the first commit', () => {
    fresh(false);
    expect(vurdert(['check', '--staged']).out).toBe('Ingen vurderinger er endret.\n');
    git('add', IP);
    expect(names(['--staged'])).toEqual([IP]);
  });
  it('holds back a commit from a hook, whatever the commit takes in', () => {
    fresh();
    const hook = at('.git/hooks/pre-commit');
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${CLI}" check --staged --format compact\n`);
    chmodSync(hook, 0o755);
    change(PLATFORM, /^ip: .*/m, 'ip: ./borte.ip.yaml');
    const commit = (...args: string[]): number | null => spawnSync('git', ['commit', '--quiet', '-m', 'Prøv', ...args], { cwd: repository, env: { ...process.env, ...ENV } }).status;
    expect(commit('-a')).toBe(1);
    expect(commit('--', PLATFORM)).toBe(1);
    change(PLATFORM, /^ip: .*/m, 'ip: ./instagram.ip.yaml # her');
    expect(commit('-a')).toBe(0);
  });
});

describe('--changed-since', () => {
  it('takes in what the branch has done since it parted, and the work tree, but not what others have done', () => {
    fresh();
    git('branch', 'gren');
    change('by del/bibliotek/facebook.ip.yaml', '\n', '\n# på main\n');
    git('commit', '--quiet', '-am', 'På main');
    git('checkout', '--quiet', 'gren');
    change(IP, '\n', '\n# på grenen\n');
    git('commit', '--quiet', '-am', 'På grenen');
    expect(names(['--changed-since', 'main'])).toEqual(CASE);
    expect(names(['--changed-since', 'HEAD'])).toEqual([]);
    writeFileSync(at('Ny æ.dpia.yaml'), 'vurdering: dpia\nmal: e-helse-2018\ntittel: Ny\nstatus: utkast\n');
    expect(names(['--changed-since', 'HEAD'])).toEqual(['Ny æ.dpia.yaml']);
    rmSync(at(PLM));
    expect(names(['--changed-since=HEAD'])).toEqual(['Ny æ.dpia.yaml', CASE[0], IP, PLATFORM]);
  });
});

describe('is told plainly, and ends with 2:', () => {
  beforeAll(() => fresh());
  it.each([
    ['an unknown revision', ['--changed-since', 'finnes-ikke'], {}, /kjenner ikke revisjonen «finnes-ikke»/],
    ['a revision that looks like an option', ['--changed-since=--output=x'], {}, /kjenner ikke revisjonen «--output=x»/],
    ['both at once', ['--staged', '--changed-since', 'HEAD'], {}, /enten --staged eller --changed-since/],
    ['no git', ['--staged'], { PATH: '/finnes-ikke' }, /Fant ikke git/],
    ['a path outside the repository', ['--staged', '..'], {}, /utenfor git-lageret/],
  ])('%s', (_, args, env, message) => {
    const { code, out, error } = vurdert(['check', ...args], repository, env);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  });
  it('no repository', () => {
    const { code, error } = vurdert(['check', '--staged'], folder, { GIT_CEILING_DIRECTORIES: folder });
    expect([code, error]).toEqual([2, expect.stringContaining('ligger ikke i et git-lager') as string]);
  });
  it('histories without a common beginning', () => {
    git('checkout', '--quiet', '--orphan', 'ny');
    git('commit', '--quiet', '-m', 'Uten fortid');
    expect(vurdert(['check', '--changed-since', 'main']).error).toContain('ingen felles historie');
  });
});

describe('one file alone', () => {
  it('has the findings that those have who name it from the folders above', () => {
    fresh();
    change(CASE[0]!, /overføring: .*/, 'overføring: Nei, ingen opplysninger går ut av EØS.');
    const alone = files([PLATFORM]);
    const [inAll] = files([]).filter(({ file }) => file === PLATFORM);
    expect(alone).toEqual([inAll]);
    expect(files(['instagram.ip.yaml'], at('by del/fritidsklubben'))[0]!.findings).toEqual(files([]).find(({ file }) => file === IP)!.findings);
  });
});
