/** Small readers of facts, shared by the rules: what stands in a head block, which verdict an answer has. */
import type { Json } from '../syntax/nodes.ts';
import { folded, isPlaceholder } from './normalise.ts';
import type { Facts, RuleContext } from '../rules/model.ts';

export type Row = { [key: string]: Json };

/** The block under a head key (`beslutning`); empty when it is not there or not a map. */
export function block(facts: Facts, key: string): Row {
  const value = facts[key];
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** The rows of a list of maps (`risikoer`, `forbedringer`) that hold anything at all. */
export function rows(value: Json | undefined): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => row !== null && typeof row === 'object' && !Array.isArray(row) && Object.keys(row).length > 0) : [];
}

/** The rows of a list of maps, each with its number in the file (`D.1/0`); what is no map is left out. */
export function numbered(value: Json | undefined): { row: Row; i: number }[] {
  return (Array.isArray(value) ? value : []).flatMap((row, i) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? [{ row, i }] : []));
}

/** Text of a fact, trimmed; '' for what is missing or no text. A list of lines is text too. */
export function textOf(value: Json | undefined): string {
  if (Array.isArray(value)) return value.filter((line) => typeof line === 'string').join('\n').trim();
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Whether the question has one of these verdicts. */
export function says(facts: Facts, id: string, ...verdicts: string[]): boolean {
  const value = facts[id];
  return typeof value === 'string' && verdicts.includes(value);
}

/** The words of an answer: prose, explanation and reason, but never a verdict or text that is no answer. */
export function wordsOf({ assessment }: Pick<RuleContext, 'assessment'>, id: string): string {
  const answer = assessment.answers.get(id);
  if (!answer) return '';
  const own = answer.question.kind.type === 'yes-no' || answer.state !== 'answered' ? '' : textOf(answer.value);
  return [own, answer.explanation?.text ?? '', answer.reason?.text ?? ''].filter((part) => part && !isPlaceholder(part)).join('\n');
}

/** Words that only say the conclusion again. */
const CONCLUSION = /^(?:lav|lavt|låg|lågt|middels|høy|høyt|høg|høgt|risiko|risikoen|nei|ja)$/;
/** Fewer words than this beside the conclusion give no reason. */
const FEWEST = 3;

/** Whether a text says why, and not only «Lav.» or «Risikoen er lav». */
export function isReason(text: string): boolean {
  return !isPlaceholder(text) && folded(text).split(' ').filter((word) => word && !CONCLUSION.test(word)).length >= FEWEST;
}

/** What leadership decided: `godkjent`, `betinget`, `ikke godkjent`; '' while nothing is decided. */
export function outcomeOf(facts: Facts): string {
  return textOf(block(facts, 'beslutning')['utfall']).toLowerCase();
}

/** The numbers of the criteria that are ticked; undefined while nobody has considered them. */
export function criteriaOf(facts: Facts): number[] | undefined {
  const value = facts['kriterier'];
  return Array.isArray(value) ? value.map(Number) : undefined;
}
