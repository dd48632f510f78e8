/**
 * What a record of processing activities takes over from an assessment (`hentes-fra` of the row's fields), as text for
 * a new row, and as fingerprints to see whether the two still say the same.
 */
import type { Json } from '../syntax/nodes.ts';
import type { Library } from '../library.ts';
import { indexOf, isOf, type Question } from '../templates/model.ts';
import type { Assessment } from '../assessment/model.ts';
import { folded } from '../assessment/normalise.ts';
import { inWords, wordsFrom } from '../assessment/words-at.ts';
import type { Carried } from './model.ts';

/** The fields of a record's row with the words that this assessment has for them; fields without any are left out. */
export function rowFor(assessment: Assessment, library: Library): { [field: string]: string } {
  const row: { [field: string]: string } = {};
  for (const field of recordFields(library)) {
    for (const source of field.carriedFrom) {
      const words = isOf(assessment.template, source.template) ? wordsFrom(assessment, source) : '';
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

/** The same in other languages, where the words are others there: a row may have been made before the file was given its language. */
export function carriedIn(assessment: Assessment, libraries: readonly Library[], own: Carried): Carried[] {
  if (assessment.kind === 'behandlingsoversikt') return [];
  return libraries.flatMap((library) => {
    const template = library.templates.find(({ id, version }) => id === assessment.template.id && version === assessment.template.version);
    const there = template && template !== assessment.template ? carriedFrom({ ...assessment, template, index: indexOf(template) }, library) : own;
    const other = Object.entries(there).filter(([field, print]) => own[field] !== print);
    return other.length ? [Object.fromEntries(other)] : [];
  });
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

/** The verdict that the text of a fingerprint began with. */
export function verdictIn(print: string): string | undefined {
  return /^(ja|nei)-/.exec(print)?.[1];
}

/**
 * FNV-1a over the text without case, white space and punctuation: whether two texts say the same, not who wrote them.
 * A verdict that the text begins with stands before it.
 */
export function fingerprint(text: string): string {
  const verdict = /^(ja|nei)(?: |$)/.exec(folded(text))?.[1];
  let hash = 0x811c9dc5;
  for (const character of folded(text)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return `${verdict ? `${verdict}-` : ''}${(hash >>> 0).toString(36)}`;
}
