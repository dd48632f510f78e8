import type { Analysis } from '../analysis.ts';
import type { Completion } from './model.ts';

/** «barnevernsloven § 13» at the end of a line: the act's name and what of the number is there. */
const TYPED = /(?:^|[^a-zA-ZÀ-ɏ])(([a-zA-ZÀ-ɏ]+)\s*§+\s*([\d-]*))$/;

/** The sections that the library has of an act, where one is being written. `before` is the line up to the cursor. */
export function lawCompletions({ context: { library } }: Analysis, offset: number, before: string): Completion[] {
  const [, typed, word, number] = TYPED.exec(before.slice(-80)) ?? [];
  if (typed === undefined || word === undefined || number === undefined) return [];
  const name = word.normalize('NFC').toLowerCase();
  const law = library.laws.get(name) ?? [...library.laws.values()].find(({ aliases }) => aliases.includes(name));
  if (!law) return [];
  return [...library.sections.values()].filter((each) => each.law === law.name && each.section.startsWith(number) && each.section && !each.repealed).map((section, order) => ({
    label: section.reference,
    kind: 'article',
    detail: section.title,
    documentation: section.explanation,
    insert: section.reference,
    snippet: false,
    range: { start: offset - typed.length, end: offset },
    order,
    filter: typed.slice(0, typed.length - number.length) + section.section,
  }));
}
