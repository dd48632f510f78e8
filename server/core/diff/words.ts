/** Which words of two texts are the same. The one file that knows the `diff` package. */
import { diffArrays } from 'diff';

export interface Token {
  word: string;
  /** The white space behind it. */
  space: string;
}

/** Words with the signs that they carry; what is kept back, and the mark on what shall be, is one word. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(/((?:\[\[(?:(?!\[\[|\]\])[\s\S])+?\]\]|«sladdet: [^»]*»|\S)+)(\s*)/g)].map(([, word, space]) => ({ word: word!, space: space! }));
}

/** A stretch of the text before [from, to) and of the text after [fromAfter, toAfter), in tokens. */
export interface Stretch {
  same: boolean;
  from: number;
  to: number;
  fromAfter: number;
  toAfter: number;
}

/** Texts that differ in more places than this are two texts. */
const MOST_EDITS = 3000;
/** So little in common reads better as one text instead of another. */
const LEAST_SHARED = 0.25;
/** Letters. A small word between two changes only breaks them up. */
const SMALL = 4;

export function aligned(before: readonly Token[], after: readonly Token[]): Stretch[] {
  const whole: Stretch[] = before.length + after.length ? [{ same: false, from: 0, to: before.length, fromAfter: 0, toAfter: after.length }] : [];
  const found = diffArrays(before.map(({ word }) => word), after.map(({ word }) => word), { maxEditLength: MOST_EDITS });
  if (!found) return whole;
  const stretches: Stretch[] = [];
  let [a, b] = [0, 0];
  let shared = 0;
  for (const { added, removed, count } of found) {
    const next: Stretch = { same: !added && !removed, from: a, to: added ? a : a + count, fromAfter: b, toAfter: removed ? b : b + count };
    [a, b] = [next.to, next.toAfter];
    if (next.same) shared += count;
    const last = stretches.at(-1);
    if (last && !last.same && !next.same) stretches[stretches.length - 1] = { ...last, to: next.to, toAfter: next.toAfter };
    else stretches.push(next);
  }
  if (shared > 0 && (2 * shared) / (before.length + after.length) < LEAST_SHARED) return whole;
  return joined(stretches, before);
}

function joined(stretches: readonly Stretch[], before: readonly Token[]): Stretch[] {
  const result: Stretch[] = [];
  stretches.forEach((stretch, i) => {
    const last = result.at(-1);
    const isSmall = stretch.same && i > 0 && i < stretches.length - 1 && before.slice(stretch.from, stretch.to).reduce((sum, { word }) => sum + word.length, 0) < SMALL;
    if (last && !last.same && (isSmall || !stretch.same)) result[result.length - 1] = { ...last, to: stretch.to, toAfter: stretch.toAfter };
    else result.push(stretch);
  });
  return result;
}
