/** What `vurdert check --staged` and `--changed-since REV` look at: what has changed, and what depends on it. */
import path from 'node:path';
import { nameIn } from '../core/across/addresses.ts';
import { Assessments } from '../core/across/assessments.ts';
import type { Digest } from '../core/across/model.ts';
import type { Context } from '../core/library.ts';
import { decode, isYaml, type Problem } from '../workspace/assessments.ts';
import type { Disk } from '../workspace/disk.ts';
import { bytesAt, changedFiles, forkOf, GitProblem, pathInRepository, repositoryOf, revisionOf, stagedFiles, type ChangedFile, type Repository, type Revision } from '../workspace/git.ts';
import { indexDisk } from '../workspace/git-disk.ts';
import { addressOfPath, nodeDisk, pathOf } from '../workspace/node-disk.ts';
import { configured, type Reading } from './configured.ts';
import { readAhead, readDigest, readFully, readLinked, resultOf, type Progress, type Read, type ReadResult } from './read.ts';
import { harmless, Refusal } from './terminal.ts';
import { touchedBy } from './touched.ts';

export type Selection = { staged: true } | { since: string };

interface Changed {
  repository: Repository;
  /** What the files looked like before; undefined before the first commit. */
  before: Revision | undefined;
  files: ChangedFile[];
  /** Where the files are read as they are now. */
  disk: Disk;
}

/**
 * Reads the repository that the process stands in, and checks what has changed and what depends on it, below the
 * `paths`. Throws a Refusal where git cannot answer.
 */
export async function readSelected(selection: Selection, paths: readonly string[], context: Context, progress: Progress): Promise<ReadResult & { root: string }> {
  try {
    const changed = await changedBy(selection);
    const { root } = changed.repository;
    const asked = await Promise.all(paths.map((each) => pathInRepository(changed.repository, each)));
    const isAsked = (address: string): boolean => {
      const inside = path.relative(root, pathOf(address)).split(path.sep).join('/');
      return asked.some((each) => each === '' || inside === each || inside.startsWith(`${each}/`));
    };
    return { ...(await readChanged(changed, isAsked, context, progress)), root };
  } catch (error) {
    throw error instanceof GitProblem ? new Refusal(`cli.git.${error.reason}`, { detalj: harmless(error.detail) }) : error;
  }
}

async function changedBy(selection: Selection): Promise<Changed> {
  const repository = await repositoryOf('.');
  const last = (): Promise<Revision> => revisionOf(repository, 'HEAD');
  if ('staged' in selection) {
    const before = await last().catch((error: unknown) => (error instanceof GitProblem && error.reason === 'no-revision' ? undefined : Promise.reject(error as Error)));
    return { repository, before, files: await stagedFiles(repository), disk: await indexDisk(repository) };
  }
  const since = await revisionOf(repository, selection.since);
  const fork = await forkOf(repository, since, await last());
  if (fork === undefined) throw new Refusal('cli.git.no-fork', { rev: selection.since });
  const before = await revisionOf(repository, fork);
  return { repository, before, files: await changedFiles(repository, before, undefined, []), disk: nodeDisk };
}

async function readChanged({ repository, before, files, disk }: Changed, isAsked: (address: string) => boolean, plain: Context, progress: Progress): Promise<ReadResult> {
  const addressIn = (file: string): string => addressOfPath(path.join(repository.root, file));
  const changed = new Set(files.flatMap(({ before: was, after: is }) => [was, is].flatMap((each) => (each === undefined ? [] : [addressIn(each)]))));
  const top = path.relative('', repository.root) || '.';
  const problems: Problem[] = [];
  const exists = new Set<string>();
  const context = configured(plain, disk, [repository.root]);
  const { configs } = context;
  const assessments = new Assessments(() => [addressOfPath(repository.root)], (address) => (configs.includes(address) ? exists.has(address) : undefined));

  // As it was: what has not changed, and the earlier versions of what has.
  const now = new Map<string, Read>();
  const paths = new Map<string, string>();
  let read = 0;
  for await (const { path: at, found } of readAhead(disk, [top], problems, () => progress(++read, paths.size), configs)) {
    const address = addressOfPath(at);
    const isChanged = changed.has(address);
    const file = isChanged ? readFully(found, at, address, context) : undefined;
    const digest = isChanged ? file?.digest : readDigest(found, address, context);
    if (!digest) continue;
    paths.set(address, path.relative('', path.resolve(at)));
    if (file) now.set(address, file);
    else assessments.set(digest);
  }
  for (const file of new Set(files.flatMap(({ before: was }) => was ?? []))) {
    const digest = before && (await digestBefore(repository, before, file, addressIn(file), context));
    if (digest) assessments.set(digest);
  }

  // As it is: each change says whose findings may be others.
  const reached = new Set<string>();
  for (const address of changed) {
    const file = now.get(address);
    for (const each of file ? assessments.set(file.digest) : assessments.delete(address)) reached.add(each);
    const folders = configs.concerned(address);
    if (!folders.length) continue;
    // A configuration, or a template or rule that one names, is about files below it.
    const versions = await Promise.all([before && textBefore(repository, before, pathOf(address)), disk.read(pathOf(address)).then(decode, () => undefined)]);
    for (const folder of folders) {
      const isTouched = touchedBy(nameIn(address), versions.filter((text) => text !== undefined), configs.libraryFor(`${folder}/`));
      for (const each of paths.keys()) if (each.startsWith(`${folder}/`) && isTouched(assessments.get(each)!)) reached.add(each);
    }
  }
  const named = new Map<string, Read>();
  for (const [address, at] of [...paths].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    if (!reached.has(address) || !isAsked(address)) continue;
    const file = now.get(address) ?? (await readAgain(disk, at, address, context));
    if (file) named.set(address, file);
  }
  const around = new Set([...named.keys()].flatMap((address) => [...assessments.reach(address)]));
  await readLinked([...around].flatMap((address) => assessments.get(address) ?? []), assessments, exists, disk, context);
  return resultOf(named, assessments, problems.filter((problem) => changed.has(addressOfPath(problem.path)) && isAsked(addressOfPath(problem.path))), context);
}

async function textBefore(repository: Repository, revision: Revision, at: string): Promise<string | undefined> {
  const bytes = await bytesAt(repository, revision, path.relative(repository.root, at).split(path.sep).join('/'));
  return bytes && decode(bytes);
}

async function digestBefore(repository: Repository, revision: Revision, file: string, address: string, context: Reading): Promise<Digest | undefined> {
  const bytes = isYaml(file) ? await bytesAt(repository, revision, file) : undefined;
  const text = bytes && decode(bytes);
  return text === undefined ? undefined : readDigest(text, address, context);
}

async function readAgain(disk: Disk, at: string, address: string, context: Reading): Promise<Read | undefined> {
  const bytes = await disk.read(at).catch(() => undefined);
  const text = bytes && decode(bytes);
  return text === undefined ? undefined : readFully(text, at, address, context);
}
