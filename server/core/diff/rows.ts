/** Which row of a list became which: by id where rows have one, otherwise by what they say. Order alone means nothing. */
import { record } from '../report/model.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import { isEqual, likeness, wordsIn } from './values.ts';

/** Two rows that share less are two rows, not one that was rewritten. */
const ALIKE = 0.5;

/** Indexes of rows that belong together; the others are new or gone. */
export function matchRows(fields: readonly Question[], before: readonly Json[], after: readonly Json[]): { before: number | undefined; after: number | undefined }[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (a: number, b: number): void => {
    partner.set(b, a);
    taken.add(a);
  };
  const hasId = fields.some(({ id }) => id === 'id');
  const idOf = (row: Json): string => (hasId ? String(record(row)['id'] ?? '').trim() : '');
  const open = (): { a: number; b: number }[] => after.flatMap((_, b) => (partner.has(b) ? [] : before.flatMap((__, a) => (taken.has(a) ? [] : [{ a, b }]))));
  const settle = (candidates: readonly { a: number; b: number }[]): void => {
    for (const { a, b } of candidates) if (!taken.has(a) && !partner.has(b)) pair(a, b);
  };
  // Nearest first: of two rows that say the same, each keeps its place.
  const near = <T extends { a: number; b: number }>(candidates: readonly T[]): T[] => [...candidates].sort((x, y) => Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.b - y.b || x.a - y.a);
  settle(near(open().filter(({ a, b }) => idOf(before[a]!) !== '' && idOf(before[a]!) === idOf(after[b]!))));
  const free = ({ a, b }: { a: number; b: number }): boolean => idOf(before[a]!) === '' && idOf(after[b]!) === '';
  settle(near(open().filter((each) => free(each) && isEqual(undefined, before[each.a], after[each.b]))));
  const left = open().filter(free);
  const known = new Map<Json, { name: Map<string, number>; all: Map<string, number> }>();
  const words = (row: Json): { name: Map<string, number>; all: Map<string, number> } => {
    const found = known.get(row) ?? { name: wordsIn(nameOf(fields, row)), all: wordsIn(row) };
    if (typeof row === 'object') known.set(row, found);
    return found;
  };
  const alike = near(left).map(({ a, b }) => {
    const [x, y] = [words(before[a]!), words(after[b]!)];
    return { a, b, score: Math.max(likeness(x.name, y.name), likeness(x.all, y.all)) };
  }).filter(({ score }) => score >= ALIKE);
  settle(alike.sort((x, y) => y.score - x.score));
  return [
    ...after.map((_, b) => ({ before: partner.get(b), after: b })),
    ...before.flatMap((_, a) => (taken.has(a) ? [] : [{ before: a, after: undefined }])),
  ];
}

/** What a row is called: its id, or the first of its fields that holds words. */
export function nameOf(fields: readonly Question[], row: Json): string {
  const values = record(row);
  const naming = fields.find(({ id }) => id === 'navn' && typeof values['navn'] === 'string') ?? fields.find(({ id, kind }) => ['text', 'prose', 'person', 'one-of', 'reference', 'file'].includes(kind.type) && typeof values[id] === 'string');
  return naming ? String(values[naming.id]).trim() : typeof row === 'string' ? row : '';
}
