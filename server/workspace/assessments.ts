/** Finds the assessments below a folder and reads them. */
import { mayBeOurs } from '../core/analysis.ts';
import { DiskProblem, type Disk } from './disk.ts';

export type Problem =
  | { reason: 'missing' | 'no-access' | 'other'; path: string; detail: string }
  /** Named outright, but neither `vurdering:` nor the name says that it is an assessment; or no YAML file at all. */
  | { reason: 'not-assessment' | 'not-yaml'; path: string; detail: string }
  | { reason: 'not-utf8'; path: string; detail: string };

export type Found = { path: string; text: string } | { problem: Problem };

/** Never looked into: other people's code, and what tools keep for themselves. */
const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');
export const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Whether a scan of these folders comes upon the address: not below node_modules or a dot folder. */
export function isLooked(address: string, folders: readonly string[]): boolean {
  return folders.some((folder) => address === folder || (address.startsWith(`${folder}/`) && !address.slice(folder.length + 1).split('/').some(isSkipped)));
}

/** What decides which files below a folder are looked at: the workspace's configurations. */
export interface Look {
  /** A folder's entries have been listed. What it finds out holds for the files that follow. */
  listed(folder: string, names: readonly string[]): Promise<void>;
  includes(path: string): boolean;
  excludesFolder(path: string): boolean;
}

/** By code point, so that the order is the same on every machine. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The YAML files that the paths mean, each once and in order: a file is itself, a folder everything below it. Links
 * are followed where they are named outright; inside a folder only those to files, so that a ring of links ends. What is
 * named outright is read whatever `look` says.
 */
export async function* yamlFiles(disk: Disk, paths: readonly string[], look?: Look): AsyncGenerator<{ path: string; named: boolean } | { problem: Problem }> {
  const seen = new Set<string>();
  for (const path of paths) {
    let kind: Awaited<ReturnType<Disk['kindOf']>>;
    try {
      kind = await disk.kindOf(path);
    } catch (error) {
      yield { problem: problemOf(error, path) };
      continue;
    }
    if (kind === undefined) yield { problem: { reason: 'missing', path, detail: '' } };
    else if (kind === 'other') yield { problem: { reason: 'other', path, detail: '' } };
    else if (kind === 'folder') yield* below(disk, path, seen, look);
    else if (!seen.has(path)) {
      seen.add(path);
      yield { path, named: true };
    }
  }
}

async function* below(disk: Disk, folder: string, seen: Set<string>, look: Look | undefined): AsyncGenerator<{ path: string; named: boolean } | { problem: Problem }> {
  let entries: Awaited<ReturnType<Disk['list']>>;
  try {
    entries = await disk.list(folder);
  } catch (error) {
    yield { problem: problemOf(error, folder) };
    return;
  }
  await look?.listed(folder, entries.map(({ name }) => name));
  for (const { name, kind } of entries.sort((a, b) => byCode(a.name, b.name))) {
    if (isSkipped(name)) continue;
    const path = disk.join(folder, name);
    if (kind === 'folder') {
      if (!look?.excludesFolder(path)) yield* below(disk, path, seen, look);
    } else if (isYaml(name) && !seen.has(path) && look?.includes(path) !== false && (kind === 'file' || (kind === 'link' && (await disk.kindOf(path).catch(() => undefined)) === 'file'))) {
      seen.add(path);
      yield { path, named: false };
    }
  }
}

/** Reads a file that may be an assessment. Undefined for one that was come upon and is something else. */
export async function readAssessmentFile(disk: Disk, path: string, named: boolean): Promise<Found | undefined> {
  const name = fileName(path);
  if (!isYaml(name)) return named ? { problem: { reason: 'not-yaml', path, detail: '' } } : undefined;
  let bytes: Uint8Array;
  try {
    bytes = await disk.read(path);
  } catch (error) {
    return { problem: problemOf(error, path) };
  }
  const text = decode(bytes);
  if (text === undefined) {
    // Latin-1 reads anything, and the key that we look for is ASCII.
    const ours = named || mayBeOurs(new TextDecoder('latin1').decode(bytes).replaceAll('\0', ''), name);
    return ours ? { problem: { reason: 'not-utf8', path, detail: '' } } : undefined;
  }
  if (mayBeOurs(text, name)) return { path, text };
  return named ? { problem: { reason: 'not-assessment', path, detail: '' } } : undefined;
}

/** UTF-8 with or without a byte order mark, which is left out as editors do; undefined when it is something else. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function problemOf(error: unknown, path: string): Problem {
  return error instanceof DiskProblem ? { reason: error.reason, path: error.path, detail: error.detail } : { reason: 'other', path, detail: String(error) };
}

