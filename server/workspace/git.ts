/** What git knows of files: which they were at a revision, which changed, and a file's history. The installed git answers. */
import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Why git did not answer; `detail` is its own word. */
export class GitProblem extends Error {
  constructor(readonly reason: 'no-git' | 'no-repository' | 'no-revision' | 'outside' | 'other', readonly detail: string) {
    super(`${reason}: ${detail}`);
  }
}

/** More than any assessment, and less than what would fill the memory. Bytes. */
const MOST = 64 * 1024 * 1024;
/** Git that has not answered by then hangs (a lock, a disk that is gone). Milliseconds. */
const PATIENCE = 60_000;
/** A repository's own settings must neither start programs nor fetch, and its paths are no patterns. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-c', 'log.showSignature=false', '--no-pager', '--literal-pathspecs'];
const ENVIRONMENT = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };

/** Runs git in a folder, without a shell; `input` is what it reads. Throws GitProblem. */
export function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile('git', [...SAFE, ...args], { cwd: folder, encoding: 'buffer', maxBuffer: MOST, timeout: PATIENCE, env: { ...process.env, ...ENVIRONMENT }, windowsHide: true }, (error, out, said) => {
      if (!error) return resolve(out);
      const words = said.toString('utf8').trim().split('\n')[0] ?? '';
      const { code } = error as NodeJS.ErrnoException;
      // Node says ENOENT for a folder that is not there, too; callers have looked at it.
      reject(new GitProblem(code === 'ENOENT' ? 'no-git' : /not a git repository/i.test(words) ? 'no-repository' : 'other', words || (error.killed ? 'timeout' : String(code))));
    });
    // Git may end before it has read all: what it says is the answer.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

export const text = async (folder: string, args: readonly string[]): Promise<string> => (await git(folder, args)).toString('utf8');
export const parts = (out: string): string[] => out.split('\0').filter((each) => each !== '');

export interface Repository {
  /** The top folder, links followed. */
  root: string;
}

/** The repository that a folder lies in. */
export async function repositoryOf(folder: string): Promise<Repository> {
  return { root: await realpath((await text(folder, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '')) };
}

/** A path as git names it, from the top. Refuses what is not in the repository. */
export async function pathInRepository({ root }: Repository, at: string): Promise<string> {
  // A file may be gone, but it has a folder above it that is there.
  let existing = path.resolve(at);
  const rest: string[] = [];
  for (;;) {
    const real = await realpath(existing).catch(() => undefined);
    if (real !== undefined) return within(path.relative(root, path.join(real, ...rest)), at);
    if (path.dirname(existing) === existing) throw new GitProblem('outside', at);
    rest.unshift(path.basename(existing));
    existing = path.dirname(existing);
  }
}

function within(relative: string, at: string): string {
  const steps = relative.split(path.sep);
  if (path.isAbsolute(relative) || steps[0] === '..' || steps.includes('.git')) throw new GitProblem('outside', at);
  return steps.join('/');
}

export interface Revision {
  /** The whole name. */
  commit: string;
  /** Its first eight letters: the same in every clone. */
  short: string;
  /** YYYY-MM-DD, where it was made. */
  date: string;
}

/** What a branch, a tag or a commit is called in full. */
export async function revisionOf({ root }: Repository, name: string): Promise<Revision> {
  if (name === '' || name.startsWith('-')) throw new GitProblem('no-revision', name);
  const commit = (await text(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch((error: unknown) => {
    throw error instanceof GitProblem && error.reason === 'other' ? new GitProblem('no-revision', name) : error;
  })).trim();
  const date = (await text(root, ['show', '--no-patch', '--format=%cs', commit])).trim();
  return { commit, short: commit.slice(0, 8), date };
}

/** Where two lines of work parted; undefined where they have nothing in common. */
export async function forkOf({ root }: Repository, a: Revision, b: Revision): Promise<string | undefined> {
  return (await text(root, ['merge-base', a.commit, b.commit]).catch(() => '')).trim() || undefined;
}

/** A file's bytes as they were committed; undefined where it was not there, or was no ordinary file. */
export async function bytesAt({ root }: Repository, { commit }: Revision, file: string): Promise<Uint8Array | undefined> {
  const [entry] = parts(await text(root, ['ls-tree', '-z', '--full-tree', commit, '--', file]));
  const [, object] = /^100\d{3} blob ([\da-f]+)\t/.exec(entry ?? '') ?? [];
  return object === undefined ? undefined : git(root, ['cat-file', 'blob', object]);
}

/** A file that two versions differ in, by its name in each; undefined where it was not there. */
export interface ChangedFile {
  before: string | undefined;
  after: string | undefined;
}

/** What differs between a revision and another, or the files as they lie on disk. `paths` from the top; none is all. */
export async function changedFiles({ root }: Repository, from: Revision, to: Revision | undefined, paths: readonly string[]): Promise<ChangedFile[]> {
  const below = paths.filter((each) => each !== '');
  const where = below.length === paths.length ? ['--', ...below] : ['--'];
  const files = readChanges(await text(root, [...DIFF, from.commit, ...(to ? [to.commit] : []), ...where]));
  if (!to) for (const file of parts(await text(root, ['ls-files', '--others', '--exclude-standard', '-z', ...where]))) files.push({ before: undefined, after: file });
  return files.sort(byName);
}

/** What is staged: what differs between the last commit, or nothing before the first one, and the index. */
export async function stagedFiles({ root }: Repository): Promise<ChangedFile[]> {
  return readChanges(await text(root, [...DIFF, '--cached'])).sort(byName);
}

const DIFF = ['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules'];
const nameOf = ({ before, after }: ChangedFile): string => after ?? before!;
const byName = (a: ChangedFile, b: ChangedFile): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);

/** Reads `git diff --name-status -z`. A copy is a new file. */
function readChanges(out: string): ChangedFile[] {
  const found = parts(out);
  const files: ChangedFile[] = [];
  for (let i = 0; i < found.length; ) {
    const status = found[i++]!;
    const first = found[i++]!;
    if (/^[RC]/.test(status)) files.push({ before: status.startsWith('R') ? first : undefined, after: found[i++]! });
    else files.push({ before: status.startsWith('A') ? undefined : first, after: status.startsWith('D') ? undefined : first });
  }
  return files;
}

export interface FileHistory {
  /** The last commit that changed the file; `modified` where it has been changed since. */
  revision: { short: string; date: string; modified: boolean };
  /** Latest first. Who made them is not told. */
  changes: { date: string; revision: string; summary: string }[];
}

/**
 * A file's history, renames followed; undefined where git has none: no git, no repository, a file never committed.
 * The same repository and file give the same history.
 */
export async function historyOf(file: string): Promise<FileHistory | undefined> {
  try {
    const repository = await repositoryOf(path.dirname(path.resolve(file)));
    const inside = await pathInRepository(repository, file);
    const found = await text(repository.root, ['log', '--follow', '--no-color', '-z', '--format=%H %cs %s', 'HEAD', '--', inside]);
    const changes = parts(found).flatMap((line) => {
      const [, commit, date, summary] = /^\s*([\da-f]{40,64}) (\d{4}-\d\d-\d\d) ?(.*)$/s.exec(line) ?? [];
      return commit && date ? [{ date, revision: commit.slice(0, 8), summary: (summary ?? '').trim() }] : [];
    });
    const [last] = changes;
    if (!last) return undefined;
    const modified = (await text(repository.root, ['status', '--porcelain', '-z', '--untracked-files=no', '--', inside])) !== '';
    return { revision: { short: last.revision, date: last.date, modified }, changes };
  } catch (error) {
    if (error instanceof GitProblem) return undefined;
    throw error;
  }
}
