/** What git holds, as a disk: the files that the next commit will have (the index), or those of a revision. The work tree has no say. */
import path from 'node:path';
import { DiskProblem, type Disk } from './disk.ts';
import { git, parts, text, type Repository, type Revision } from './git.ts';
import { isYaml } from './assessments.ts';

/** Blobs that are fetched by one git process. */
const TOGETHER = 100;

/**
 * The index of a repository by paths of the machine, so that it takes a disk's place. Links and submodules are nothing
 * that can be read. Throws GitProblem.
 */
export async function indexDisk(repository: Repository): Promise<Disk> {
  return diskOf(repository, staged(await text(repository.root, ['ls-files', '--stage', '-z'])));
}

/** The files of a revision in the same way. */
export async function revisionDisk(repository: Repository, { commit }: Revision): Promise<Disk> {
  return diskOf(repository, committed(await text(repository.root, ['ls-tree', '-r', '-z', '--full-tree', commit])));
}

/** @param objects ordinary files by their path from the top */
function diskOf(repository: Repository, objects: ReadonlyMap<string, string>): Disk {
  const { root } = repository;
  const folders = foldersOf(objects.keys());
  const inside = (at: string): string => path.relative(root, path.resolve(at)).split(path.sep).join('/');
  // YAML is read in the order that it lies in: git is asked for many at a time.
  const order = [...objects.keys()].filter(isYaml);
  const places = new Map(order.map((file, i) => [file, i]));
  const fetched = new Map<string, Promise<Uint8Array | undefined>>();
  const asked = new Set<string>();
  const fetch = (file: string): Promise<Uint8Array | undefined> => {
    const at = places.get(file);
    const batch = (at === undefined ? [file] : order.slice(at, at + TOGETHER)).filter((each) => each === file || !asked.has(each));
    for (const each of batch) asked.add(each);
    const blobs = blobsOf(repository, batch.map((each) => objects.get(each)!));
    // A batch that is too much for one process is not too much one by one.
    batch.forEach((each, i) => fetched.set(each, blobs.then((all) => all[i], () => git(root, ['cat-file', 'blob', objects.get(each)!]).catch(() => undefined))));
    return fetched.get(file)!;
  };
  return {
    kindOf: (at) => Promise.resolve(objects.has(inside(at)) ? 'file' : folders.has(inside(at)) ? 'folder' : undefined),
    list: (folder) => Promise.resolve(folders.get(inside(folder)) ?? []),
    async read(file) {
      const name = inside(file);
      if (!objects.has(name)) throw new DiskProblem('missing', file);
      const bytes = await (fetched.get(name) ?? fetch(name));
      fetched.delete(name);
      if (!bytes) throw new DiskProblem('other', file, 'git');
      return bytes;
    },
    join: (folder, name) => (folder === '.' ? name : path.join(folder, name)),
  };
}

type Entry = { name: string; kind: 'file' | 'folder' };

/** What each folder holds; '' is the top. */
function foldersOf(files: Iterable<string>): Map<string, Entry[]> {
  const folders = new Map<string, Entry[]>([['', []]]);
  const add = (name: string, kind: Entry['kind']): void => {
    const above = path.posix.dirname(name);
    const folder = above === '.' ? '' : above;
    if (!folders.has(folder)) {
      folders.set(folder, []);
      add(folder, 'folder');
    }
    folders.get(folder)!.push({ name: path.posix.basename(name), kind });
  };
  for (const file of files) add(file, 'file');
  return folders;
}

/** Reads `git ls-files --stage -z`. Of a file in conflict it is the first of the three that is there, which is replaced by our own side. */
function staged(out: string): Map<string, string> {
  const objects = new Map<string, string>();
  for (const line of parts(out)) {
    const [, mode, object, stage, name] = /^(\d+) ([\da-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
    if (!mode?.startsWith('100') || object === undefined || name === undefined || (stage === '3' && objects.has(name))) continue;
    objects.set(name, object);
  }
  return objects;
}

/** Reads `git ls-tree -r -z`. */
function committed(out: string): Map<string, string> {
  return new Map(parts(out).flatMap((line): [string, string][] => {
    const [, object, name] = /^100\d{3} blob ([\da-f]+)\t(.*)$/s.exec(line) ?? [];
    return object === undefined || name === undefined ? [] : [[name, object]];
  }));
}

/** The bytes of objects, in order. Reads `git cat-file --batch`: `<object> blob <size>`, the bytes, a line break. */
async function blobsOf({ root }: Repository, objects: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  const out = await git(root, ['cat-file', '--batch'], objects.map((each) => `${each}\n`).join(''));
  const blobs: (Uint8Array | undefined)[] = [];
  for (let at = 0; blobs.length < objects.length; ) {
    const end = out.indexOf(10, at);
    const [, size] = / blob (\d+)$/.exec(out.toString('latin1', at, end)) ?? [];
    if (end < 0 || size === undefined) {
      blobs.push(undefined);
      at = end < 0 ? out.length : end + 1;
      continue;
    }
    blobs.push(out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return blobs;
}
