/** A folder of the machine's disk, and nothing outside of it: for readers that somebody else steers. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { DiskProblem, type Disk } from './disk.ts';
import { nodeDisk } from './node-disk.ts';

/** Larger files are not read. No assessment comes near. */
export const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The disk as seen from `root`, by path. Where a path leads is looked up with every link followed; what lies elsewhere
 * is not there. It only reads.
 */
export function confinedDisk(root: string): Disk {
  const base = realpath(root);
  const isInside = async (at: string): Promise<boolean> => {
    try {
      return isBelow(await realpath(at), await base);
    } catch {
      return false;
    }
  };
  return {
    kindOf: async (at) => ((await isInside(at)) ? nodeDisk.kindOf(at) : undefined),
    async list(folder) {
      if (!(await isInside(folder))) throw new DiskProblem('missing', folder);
      return nodeDisk.list(folder);
    },
    async read(file) {
      // The file that was looked at is the one that is read, whatever the link says by then.
      const real = await realpath(file).catch(() => undefined);
      if (real === undefined || !isBelow(real, await base)) throw new DiskProblem('missing', file);
      const found = await stat(real).catch(() => undefined);
      if (found && (!found.isFile() || found.size > MOST_BYTES)) throw new DiskProblem('other', file, found.isFile() ? 'EFBIG' : '');
      return nodeDisk.read(real);
    },
    join: nodeDisk.join,
  };
}

/** Whether a path, links followed, is the folder or lies in it. */
function isBelow(at: string, folder: string): boolean {
  const way = path.relative(folder, at);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}
