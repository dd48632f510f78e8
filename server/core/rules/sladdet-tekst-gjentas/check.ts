import type { RuleCheck } from '../model.ts';
import { PASSAGE, redactionsOf } from '../../assessment/redaction.ts';

/** A word so short stands in many places and gives nothing away. Characters. */
const SHORTEST = 6;

/** Once for each passage, at the first place where its words stand unmarked. Comments are in no edition. */
export const check: RuleCheck = ({ assessment, text }) => {
  const marked = redactionsOf(assessment, text);
  if (!marked.length) return [];
  let open = text.replace(/(^|\s)#.*$/gm, (comment) => ' '.repeat(comment.length));
  for (const { range } of marked) open = open.slice(0, range.start) + ' '.repeat(range.end - range.start) + open.slice(range.end);
  return [...text.matchAll(PASSAGE)].flatMap((match) => {
    const words = match[1]!.trim();
    const index = words.length < SHORTEST || /\s{2}|\n/.test(words) ? -1 : open.indexOf(words);
    return index < 0 ? [] : [{ at: '', range: { start: match.index, end: match.index + match[0].length }, params: { tekst: words.length > 40 ? `${words.slice(0, 40)}…` : words, linje: open.slice(0, index).split('\n').length } }];
  });
};
