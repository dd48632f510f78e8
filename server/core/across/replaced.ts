/** A workspace in which some files are others than they are: for what was found in them, and around them, before. */
import type { Digest, Workspace } from './model.ts';

/** What stands at an address instead: an assessment, a file that is none, or nothing. */
export type Instead = Digest | 'file' | undefined;

/** The workspace with these files in the place of its own. Read anew at each question: `files` may be filled later. */
export function replaced(workspace: Workspace, files: ReadonlyMap<string, Instead>): Workspace {
  const isDigest = (instead: Instead): instead is Digest => typeof instead === 'object';
  const others = (digests: Iterable<Digest>): Digest[] => [...digests].filter(({ address }) => !files.has(address));
  const instead = (): Digest[] => [...files.values()].filter(isDigest);
  return {
    get(address) {
      const found = files.get(address);
      return isDigest(found) ? found : files.has(address) ? undefined : workspace.get(address);
    },
    exists: (address) => (files.has(address) ? files.get(address) !== undefined : workspace.exists(address)),
    isInside: (address) => workspace.isInside(address),
    naming: (address) => [...others(workspace.naming(address)), ...instead().filter(({ links }) => links.some(({ target }) => target === address))],
    all: () => [...others(workspace.all()), ...instead()],
  };
}
