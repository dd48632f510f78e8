import type { Analysis } from '../analysis.ts';
import { locate } from '../assessment/paths.ts';
import type { Library } from '../library.ts';
import { isBelow } from '../sources/usage.ts';
import type { Cited, CitingFile } from './citations.ts';
import { referenceAt, targetsOf } from './references-at.ts';

/** A place in an assessment that refers to a source. */
export interface Citation extends Cited {
  file: CitingFile;
}

/** All places in these files that refer to what the reference at an offset means; undefined where there is none. */
export function findReferencesAt(analysis: Analysis, offset: number, files: () => Iterable<CitingFile>): Citation[] | undefined {
  const location = locate(analysis.assessment, offset);
  const found = location && referenceAt(analysis, location.node, offset);
  return found && citationsIn(analysis.context.library, files(), found.reference);
}

/**
 * The places that refer to a canonical reference or to anything below it, in the files' order: «art. 35» is also
 * referred to by «art. 35 nr. 1» and by «art. 32–36».
 */
export function citationsIn(library: Library, files: Iterable<CitingFile>, reference: string): Citation[] {
  const wanted = targetsOf(library, reference);
  // The same few references come again and again in a large workspace.
  const known = new Map<string, boolean>();
  const isMeant = (other: string): boolean => {
    let meant = known.get(other);
    if (meant === undefined) known.set(other, (meant = targetsOf(library, other).some((target) => wanted.some((one) => target === one || isBelow(target, one)))));
    return meant;
  };
  const citations: Citation[] = [];
  for (const file of files) for (const each of file.cited) if (isMeant(each.reference)) citations.push({ ...each, file });
  return citations;
}
