/** What we need of a disk, so that finding and reading assessments can be tested, and moved to a web worker, without one. */
export interface Disk {
  /** What stands at a path, links followed; undefined when there is nothing. Throws a DiskProblem when it may not be looked at. */
  kindOf(path: string): Promise<'file' | 'folder' | 'other' | undefined>;
  /** A folder's entries, in no certain order. Throws a DiskProblem. */
  list(folder: string): Promise<DiskEntry[]>;
  /** A file's bytes. Throws a DiskProblem. */
  read(file: string): Promise<Uint8Array>;
  join(folder: string, name: string): string;
}

/** Nothing anywhere. */
export const noDisk: Disk = {
  kindOf: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
  read: (file) => Promise.reject(new DiskProblem('missing', file)),
  join: (folder, name) => `${folder}/${name}`,
};

export interface DiskEntry {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** Why something on the disk could not be read, as far as a user can act on the difference. */
export class DiskProblem extends Error {
  constructor(readonly reason: 'missing' | 'no-access' | 'other', readonly path: string, readonly detail = '') {
    super(`${reason}: ${path}`);
  }
}
