import { LineIndex } from '../../syntax/lines.ts';
import type { RuleCheck } from '../model.ts';
import { describe } from '../support/syntax-problems.ts';
import { questionAt } from '../support/walk.ts';
import type { Assessment } from '../../assessment/model.ts';

/** What a ja or nei, a choice, a number or a date never is, however it is quoted. */
function takesText(assessment: Assessment, offset: number): boolean {
  const type = questionAt(assessment, offset)?.kind.type;
  return type === undefined || !['yes-no', 'one-of', 'some-of', 'level', 'number', 'date'].includes(type);
}

/** More than this says nothing new: the rest often follows from the first. */
const MOST = 20;

/** One finding a line: the parser reports what follows from a mistake as well as the mistake. */
export const check: RuleCheck = ({ assessment, text, tree }) => {
  const problems = tree.problems.filter(({ id }) => id !== 'flere-dokumenter' && id !== 'dobbel-nokkel').sort((a, b) => a.range.start - b.range.start);
  if (!problems.length) return [];
  const lines = new LineIndex(text);
  const seen = new Set<number>();
  let count = 0;
  return problems.slice(0, 200).flatMap((problem) => {
    const hit = describe(problem, tree, lines, (offset) => takesText(assessment, offset));
    // Where it is reported may be another line than where the parser stumbled: neither is reported again.
    const places = [problem.range.start, hit.range!.start].map((offset) => lines.lineAt(offset));
    if (places.some((line) => seen.has(line)) || count++ >= MOST) return [];
    places.forEach((line) => seen.add(line));
    return [hit];
  });
};
