/**
 * Assessments read together, once, for a command that runs and ends: each knows the others. Around a file that is named
 * outright, those beside it and those that it leads to are read as well, so that it stands in its process.
 */
import { Assessments } from '../core/across/assessments.ts';
import { digestOf } from '../core/across/digest.ts';
import { nameIn } from '../core/across/addresses.ts';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Context } from '../core/library.ts';
import { isYaml, readAssessmentFile, yamlFiles, type Problem } from './assessments.ts';
import type { Disk } from './disk.ts';

export interface Together {
  /** As the caller named it, or found it below a folder that was named. */
  path: string;
  analysis: Analysis;
}

export interface Places {
  /** By paths as a user writes them. */
  disk: Disk;
  addressOf(path: string): string;
  pathOf(address: string): string;
  isFile(address: string): boolean;
}

/** @param seen told of each YAML file, with how many assessments have been found */
export async function readTogether(paths: readonly string[], context: Context, places: Places, seen: (assessments: number) => void = () => undefined): Promise<{ read: Together[]; problems: Problem[] }> {
  const { disk, addressOf } = places;
  const folders = new Set<string>();
  const workspace = new Assessments(() => [...folders], (address) => places.isFile(address));
  const asked: { path: string; address: string; text: string }[] = [];
  const problems: Problem[] = [];
  /** Takes a file in; false where it is no assessment. */
  const take = (text: string, address: string): boolean => {
    const analysis = analyse(text, nameIn(address), context);
    if (analysis) workspace.set(digestOf(analysis, address));
    return analysis !== undefined;
  };
  for await (const each of yamlFiles(disk, paths)) {
    if ('problem' in each) {
      problems.push(each.problem);
      continue;
    }
    const found = await readAssessmentFile(disk, each.path, each.named);
    if (found && 'problem' in found) problems.push(found.problem);
    else if (found) {
      const address = addressOf(found.path);
      if (take(found.text, address)) asked.push({ path: found.path, address, text: found.text });
      else if (each.named) problems.push({ reason: 'not-assessment', path: found.path, detail: '' });
    }
    seen(asked.length);
  }
  for (const path of paths) folders.add((await disk.kindOf(path).catch(() => undefined)) === 'folder' ? addressOf(path) : folderOf(addressOf(path)));
  await readAround(asked.map(({ address }) => address), workspace, folders, places, take);
  const read = asked.map(({ path, address, text }) => ({ path, analysis: analyse(text, nameIn(address), { ...context, surroundings: { address, workspace } })! }));
  return { read, problems };
}

/** Those beside the files, and all that is linked to from one to the next. */
async function readAround(asked: readonly string[], workspace: Assessments, folders: Set<string>, { disk, pathOf }: Places, take: (text: string, address: string) => boolean): Promise<void> {
  const tried = new Set(asked);
  const queue: string[] = [];
  for (const folder of new Set(asked.map(folderOf))) {
    const entries = await disk.list(pathOf(folder)).catch(() => []);
    queue.push(...entries.filter(({ kind, name }) => kind === 'file' && isYaml(name)).map(({ name }) => `${folder}/${name}`).sort());
  }
  const linked = (): string[] => [...workspace.all()].flatMap(({ links }) => links.flatMap(({ target }) => (target !== undefined && isYaml(target) ? [target] : [])));
  for (let next = [...queue, ...linked()]; next.length; next = linked().filter((address) => !tried.has(address))) {
    for (const address of next) {
      if (tried.has(address)) continue;
      tried.add(address);
      const found = await readAssessmentFile(disk, pathOf(address), false).catch(() => undefined);
      if (found && 'text' in found && take(found.text, address)) folders.add(folderOf(address));
    }
  }
}

const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/'));
