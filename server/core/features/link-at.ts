/** Links between files: which one stands at a place, and who names a file. */
import type { Analysis } from '../analysis.ts';
import { linksIn } from '../across/digest.ts';
import type { FileLink, Workspace } from '../across/model.ts';
import { locate } from '../assessment/paths.ts';
import { touches, type Range } from '../syntax/nodes.ts';

/** The answer of kind «fil» at an offset, where the file's own address is known. */
export function linkAt(analysis: Analysis, offset: number): FileLink | undefined {
  const { surroundings } = analysis.context;
  return surroundings && linksIn(analysis, surroundings.address).find(({ range }) => touches(range, offset));
}

/** The file that a place is about: the one that a link there means, or this one on its `vurdering:` and `tittel:`. */
export function fileAt(analysis: Analysis, offset: number): string | undefined {
  const link = linkAt(analysis, offset);
  if (link) return link.target;
  const path = locate(analysis.assessment, offset)?.path;
  return path === 'vurdering' || path === 'tittel' ? analysis.context.surroundings?.address : undefined;
}

/** Every place of the workspace that names a file, by address. */
export function placesNaming(workspace: Workspace, address: string): { address: string; range: Range }[] {
  return workspace.naming(address)
    .flatMap((digest) => digest.links.filter(({ target }) => target === address).map(({ range }) => ({ address: digest.address, range })))
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : a.range.start - b.range.start));
}
