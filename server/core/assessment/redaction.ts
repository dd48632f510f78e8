/**
 * What may not be in the public edition: whole answers (`sladd` in the head) and passages (`[[teksten|hjemmelen]]`).
 * The public edition is made of a text that no longer holds them, so that nothing made of it can give them away.
 */
import type { Range } from '../syntax/nodes.ts';
import { rows, textOf } from './facts.ts';
import type { Assessment } from './model.ts';
import { resolve } from './paths.ts';

/** `[[teksten som skal bort|hjemmelen]]`; it may run over lines. */
export const PASSAGE = /\[\[((?:(?!\[\[|\]\])[\s\S])+?)\|((?:(?!\[\[|\]\])[^|])+?)\]\]/g;
/** What stands in the public edition instead, with the legal ground in it. */
export const REDACTED = /«sladdet: ([^»]*)»/g;

export interface Redaction {
  range: Range;
  ground: string;
  /** What is taken out, as it is written in the file. */
  text: string;
}

/** Whether the file marks anything as not for the public. */
export function keepsBack({ facts }: Assessment, text: string): boolean {
  return rows(facts['sladd']).length > 0 || text.search(PASSAGE) >= 0;
}

/** What the file marks, in its order and without overlaps: what lies within another goes with it. */
export function redactionsOf(assessment: Assessment, text: string): Redaction[] {
  const found: Redaction[] = [];
  const add = (range: Range, ground: string): void => void found.push({ range, ground: oneLine(ground), text: text.slice(range.start, range.end) });
  for (const row of rows(assessment.facts['sladd'])) {
    const { node, found: isThere } = resolve(assessment, textOf(row['på']));
    if (isThere && node && textOf(row['på'])) add(node.range, textOf(row['hjemmel']));
  }
  for (const match of text.matchAll(PASSAGE)) add({ start: match.index, end: match.index + match[0].length }, match[2]!);
  found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return found.filter(({ range }, i) => !found.slice(0, i).some((outer) => outer.range.start <= range.start && outer.range.end >= range.end && outer.range.end > range.start));
}

/** The text of the public edition. What it holds of several versions (a comparison, a change log) is assessment/secrets.ts' to hide. */
export function publicText(assessment: Assessment, text: string): string {
  let result = '';
  let at = 0;
  for (const { range, ground } of redactionsOf(assessment, text)) {
    const isPassage = text.startsWith('[[', range.start);
    const marker = `«sladdet: ${ground.replaceAll(/[«»'\r\n]/g, '')}»`;
    // A block ends with its line: the next key must not come up behind the marker.
    const end = /\r?\n$/.exec(text.slice(range.start, range.end))?.[0] ?? '';
    result += text.slice(at, range.start) + (isPassage ? marker : `'${marker}'${end}`);
    at = range.end;
  }
  return result + text.slice(at);
}

/** A value with its passages as one reads them: the words alone. */
export function withoutMarks(text: string): string {
  return text.replace(PASSAGE, '$1');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
