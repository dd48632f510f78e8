import type { RuleCheck, RuleHit } from '../model.ts';
import { rows, textOf } from '../../assessment/facts.ts';
import { resolve } from '../../assessment/paths.ts';
import { PASSAGE } from '../../assessment/redaction.ts';

/** Without these a file is no assessment. */
const NEEDED = ['vurdering', 'mal', 'svar', 'sladd'];

export const check: RuleCheck = ({ assessment, facts, text }) => {
  const hits: RuleHit[] = rows(facts['sladd']).flatMap((row, i): RuleHit[] => {
    const path = textOf(row['på']);
    const at = `sladd/${i}/på`;
    if (NEEDED.includes(path)) return [{ at, variant: 'hode', params: { sti: path } }];
    return path && !resolve(assessment, path).found ? [{ at, variant: 'sted', params: { sti: path } }] : [];
  });
  // What is left when the finished marks are blanked out, comments aside: two brackets that begin a flow list mean something else.
  const rest = text.replace(PASSAGE, (mark) => ' '.repeat(mark.length)).replace(/(^|\s)#.*$/gm, (comment) => ' '.repeat(comment.length));
  for (const { index } of rest.matchAll(/(?<=[\p{L}\d.,;:)»"'] ?)\[\[(?=[\p{L}\d])/gu)) {
    if (!/[:-]\s*$/.test(rest.slice(rest.lastIndexOf('\n', index) + 1, index))) hits.push({ at: '', range: { start: index, end: index + 2 }, variant: 'merke' });
  }
  return hits;
};
