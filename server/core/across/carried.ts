/**
 * What a record of processing activities takes over from an assessment (`hentes-fra` of the row's fields), as text for
 * a new row, and as fingerprints to see whether the two still say the same.
 */
import type { Json } from '../syntax/nodes.ts';
import type { Library } from '../library.ts';
import { indexOf, type Question } from '../templates/model.ts';
import type { Assessment } from '../assessment/model.ts';
import { folded } from '../assessment/normalise.ts';
import type { Carried } from './model.ts';

/** The fields of a record's row with the words that this assessment has for them; fields without any are left out. */
export function rowFor(assessment: Assessment, library: Library): { [field: string]: string } {
  const row: { [field: string]: string } = {};
  for (const field of recordFields(library)) {
    for (const { template, question } of field.carriedFrom) {
      const words = template === assessment.template.id ? wordsAt(assessment, question) : '';
      if (words) {
        row[field.id] = words;
        break;
      }
    }
  }
  return row;
}

export function carriedFrom(assessment: Assessment, library: Library): Carried {
  return assessment.kind === 'behandlingsoversikt' ? {} : fingerprints(rowFor(assessment, library));
}

/** The same of a row as it stands in the record. */
export function carriedInRow(rows: Question, row: { [field: string]: Json }): Carried {
  if (rows.kind.type !== 'group') return {};
  return fingerprints(Object.fromEntries(rows.kind.fields.filter((field) => field.carriedFrom.length).map((field) => [field.id, inWords(row[field.id])])));
}

function fingerprints(row: { [field: string]: string }): Carried {
  return Object.fromEntries(Object.entries(row).filter(([, words]) => words).map(([field, words]) => [field, fingerprint(words)]));
}

/** The fields of the rows in the record's template. */
export function recordFields({ templates }: Pick<Library, 'templates'>): Question[] {
  for (const template of templates) {
    if (template.kind !== 'behandlingsoversikt') continue;
    for (const { question } of indexOf(template).questions.values()) if (question.role === 'behandlinger' && question.kind.type === 'group') return question.kind.fields;
  }
  return [];
}

/** The words at a question or head key, or at a field of its rows (`D.1/formål`); a verdict with its explanation. */
function wordsAt({ facts, index }: Assessment, place: string): string {
  const [id = '', field] = place.split('/');
  const value = facts[id];
  if (field !== undefined) return (Array.isArray(value) ? value : [value ?? null]).map((row) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? inWords(row[field]) : '')).filter(Boolean).join('\n');
  const explanation = (facts['forklaringer'] as { [question: string]: Json } | undefined)?.[id];
  if (index.questions.get(id)?.question.kind.type !== 'yes-no') return inWords(value);
  const verdict = inWords(value);
  return [verdict && `${verdict[0]!.toUpperCase()}${verdict.slice(1)}.`, inWords(explanation)].filter(Boolean).join(' ');
}

function inWords(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** FNV-1a over the text without case, white space and punctuation: whether two texts say the same, not who wrote them. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of folded(text)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
