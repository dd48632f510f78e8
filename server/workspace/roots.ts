/** Where a repository begins, told from the disk alone: git need not be installed. */
import path from 'node:path';
import type { Disk } from './disk.ts';

/** The nearest folder, this one or above it, that holds `.git`; undefined where none does. */
export async function repositoryAbove(disk: Disk, folder: string): Promise<string | undefined> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (await disk.kindOf(path.join(at, '.git')).catch(() => undefined)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
