/** The words that an assessment has at a place, or several places as one text: what another file takes over from it. */
import type { Json } from '../syntax/nodes.ts';
import type { CarrySource, Question } from '../templates/model.ts';
import { isPlaceholder } from './normalise.ts';
import type { Assessment } from './model.ts';

/** Whether the words of a source are put together here, and not copied as they stand. */
export const isComposed = (source: CarrySource): boolean => source.form !== undefined || source.also !== undefined;

/** Every place that a source reads. */
export const placesOf = ({ question, also = [] }: CarrySource): string[] => [question, ...also];

/**
 * @param source what to read; its template is not looked at
 * @returns '' where nothing is said, or where something is lacking that its form needs
 */
export function wordsFrom(assessment: Assessment, source: CarrySource): string {
  const places = placesOf(source);
  const { form } = source;
  if (form === undefined) return places.length === 1 ? wordsAt(assessment, source.question) : sentences(places.map((place) => wordsAt(assessment, place)));
  if (places.length > 1) return filled(form, (place) => wordsAt(assessment, place));
  return rowsAt(assessment.facts[source.question]).map((row) => filled(form, (field) => inWords(row[field]).replace(/\s+/g, ' '))).filter(Boolean).join('\n');
}

/** «… bokstav {grunnlag}[, jf. {hjemmel}]»: a bracket goes where a field in it is empty; the whole where another is. */
function filled(form: string, words: (name: string) => string): string {
  const hole = /\{([^}]+)\}/g;
  const isFull = (part: string): boolean => [...part.matchAll(hole)].every(([, name]) => words(name!) !== '');
  const kept = form.replace(/\[([^\]]*)\]/g, (_, part: string) => (isFull(part) ? part : ''));
  return isFull(kept) ? kept.replace(hole, (_, name: string) => words(name)).trim() : '';
}

/** One after the other, each ended. */
function sentences(texts: readonly string[]): string {
  return texts.filter(Boolean).map((text) => (/[.!?:]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** The words at a question or head key, or at a field of its rows (`D.1/formål`); a verdict with its explanation. */
function wordsAt({ facts, index }: Assessment, place: string): string {
  const [id = '', field] = place.split('/');
  const value = facts[id];
  if (field !== undefined) return rowsAt(value).map((row) => inWords(row[field])).filter(Boolean).join('\n');
  const explanation = inWords((facts['forklaringer'] as { [question: string]: Json } | undefined)?.[id]);
  const kind = index.questions.get(id)?.question.kind;
  if (kind?.type === 'one-of') return [optionText(kind, value), explanation].filter(Boolean).join('. ');
  if (kind?.type !== 'yes-no') return inWords(value);
  const verdict = inWords(value);
  return [verdict && `${verdict[0]!.toUpperCase()}${verdict.slice(1)}.`, explanation].filter(Boolean).join(' ');
}

function rowsAt(value: Json | undefined): { [field: string]: Json }[] {
  return (Array.isArray(value) ? value : [value ?? null]).flatMap((row) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? [row] : []));
}

function optionText({ options }: Extract<Question['kind'], { type: 'one-of' }>, value: Json | undefined): string {
  return options.find((option) => option.value === value)?.text ?? inWords(value);
}

/** A value as text, a list line by line; '' where nobody has filled it in. */
export function inWords(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join('\n');
  return (typeof value === 'string' && !isPlaceholder(value)) || typeof value === 'number' ? String(value).trim() : '';
}
