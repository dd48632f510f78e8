import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DiskProblem, type Disk } from './disk.ts';
import { addressOfUri, uriOfAddress } from './uris.ts';

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

/** The address of a path, relative ones from the folder that the process stands in. */
export const addressOfPath = (at: string): string => addressOfUri(pathToFileURL(at).href);

/** A disk by addresses. Only `file:` has one: of anything else there is nothing. */
export const addressed = (disk: Disk): Disk => ({
  kindOf: async (address) => (isOnDisk(address) ? disk.kindOf(pathOf(address)) : undefined),
  list: async (address) => (isOnDisk(address) ? disk.list(pathOf(address)) : []),
  async read(address) {
    if (!isOnDisk(address)) throw new DiskProblem('missing', address);
    return disk.read(pathOf(address));
  },
  join: (folder, name) => `${folder}/${name}`,
});

/** The machine's own disk by addresses. */
export const addressDisk: Disk = addressed(nodeDisk);

const isOnDisk = (address: string): boolean => address.startsWith('file:');
/** The path of an address. */
export const pathOf = (address: string): string => fileURLToPath(uriOfAddress(address));
/** The path of an address from the folder that the process stands in. */
export const relativePath = (address: string): string => path.relative('', pathOf(address));

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | undefined)?.code ?? '');

function problemOf(error: unknown, at: string): DiskProblem {
  const code = codeOf(error);
  return new DiskProblem(code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'no-access' : 'other', at, code);
}
