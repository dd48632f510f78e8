/** The two editions of a report: the house's own, and the one that anybody may read. */
import { analyse, inOwnLanguage, type Analysis } from '../analysis.ts';
import { publicText } from '../assessment/redaction.ts';

export type Edition = 'internal' | 'public';

/**
 * The analysis that an edition is made of, in the file's own language. The public one is read from a text without what is to be kept back, so that
 * nothing made of it holds that; undefined where the text can then not be read at all.
 */
export function editionOf(analysis: Analysis, edition: Edition): Analysis | undefined {
  const spoken = inOwnLanguage(analysis);
  if (edition === 'internal') return spoken;
  const { assessment, text, context } = spoken;
  const { surroundings: _, ...alone } = context;
  return analyse(publicText(assessment, text), `offentlig.${assessment.kind}.yaml`, alone);
}
