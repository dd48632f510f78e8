/** The configurations that the command line reads: those of the repository, or of the folder that the process stands in. */
import type { Context } from '../core/library.ts';
import { loadOwn } from '../core/own-files.ts';
import { parse } from '../core/syntax/parse.ts';
import type { Look } from '../workspace/assessments.ts';
import { Configurations } from '../workspace/config.ts';
import type { Disk } from '../workspace/disk.ts';
import { addressed, addressOfPath } from '../workspace/node-disk.ts';

/** What files are read with: the configurations, once they are known. */
export interface Reading extends Context {
  configs?: Configurations;
}

/** The same context with configurations that lie in these folders or below. `disk` is by path. */
export function configured(context: Context, disk: Disk, roots: readonly string[]): Reading & { configs: Configurations } {
  const folders = [...new Set(roots.map(addressOfPath))];
  return { ...context, configs: new Configurations({ disk: addressed(disk), library: context.library, roots: () => folders, own: (base, files) => loadOwn(base, files, { parse, texts: context.texts }) }) };
}

/** What a file is read with. Its configuration has been read (`configs.ready`). */
export function contextAt({ configs, surroundings: _, ...context }: Reading, address: string): Context {
  const configuration = configs?.inForce(address);
  return { ...context, ...(configs ? { library: configs.libraryFor(address) } : {}), ...(configuration ? { configuration } : {}) };
}

/** Which files below the folders that are named are looked at. */
export function lookWith(configs: Configurations | undefined): Look | undefined {
  return configs && {
    listed: (folder, names) => configs.listed(addressOfPath(folder), names),
    includes: (path) => configs.includes(addressOfPath(path)),
    excludesFolder: (path) => configs.excludesFolder(addressOfPath(path)),
  };
}
