import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DiskProblem, type Disk } from './disk.ts';

/** The machine's own disk. */
export const nodeDisk: Disk = {
  async kindOf(at) {
    try {
      const found = await stat(at);
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(codeOf(error))) return undefined;
      throw problemOf(error, at);
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other' }));
    } catch (error) {
      throw problemOf(error, folder);
    }
  },
  async read(file) {
    try {
      return await readFile(file);
    } catch (error) {
      throw problemOf(error, file);
    }
  },
  join: (folder, name) => (folder === '.' ? name : path.join(folder, name)),
};

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | undefined)?.code ?? '');

function problemOf(error: unknown, at: string): DiskProblem {
  const code = codeOf(error);
  return new DiskProblem(code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'no-access' : 'other', at, code);
}
