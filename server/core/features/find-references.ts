import type { Analysis } from '../analysis.ts';
import { locate } from '../assessment/paths.ts';
import { citationsOf } from '../rules/reading/references.ts';
import { isBelow } from '../sources/usage.ts';
import type { Range } from '../syntax/nodes.ts';
import type { OpenAssessment } from './model.ts';
import { referenceAt, targetsOf } from './references-at.ts';

/** A place in an assessment that refers to a source. */
export interface Citation {
  uri: string;
  name: string;
  analysis: Analysis;
  range: Range;
}

/** All places in the open assessments that refer to what the reference at an offset means; none where there is none. */
export function findReferencesAt(analysis: Analysis, offset: number, open: readonly OpenAssessment[]): Citation[] {
  const location = locate(analysis.assessment, offset);
  const found = location && referenceAt(analysis, location.node, offset);
  return found ? citationsIn(open, found.reference) : [];
}

/**
 * The places that refer to a canonical reference or to anything below it, in the files' order: «art. 35» is also
 * referred to by «art. 35 nr. 1» and by «art. 32–36».
 */
export function citationsIn(open: readonly OpenAssessment[], reference: string): Citation[] {
  return open.flatMap(({ uri, name, analysis }) => {
    const { library } = analysis.context;
    const wanted = targetsOf(library, reference);
    const cited = citationsOf(analysis.assessment, analysis.text, library).flatMap(({ found }) => found);
    return cited
      .filter((each) => targetsOf(library, each.reference).some((target) => wanted.some((one) => target === one || isBelow(target, one))))
      .map(({ range }) => ({ uri, name, analysis, range }))
      .sort((a, b) => a.range.start - b.range.start);
  });
}
