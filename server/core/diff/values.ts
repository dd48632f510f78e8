/** When two values say the same, however they are written; and how alike two texts are. */
import type { Json } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';

/** A text without what only the file shows: how its lines are wrapped. Paragraphs and list items stay apart. */
export function unwrapped(text: string): string {
  return text.trim().split(/\r?\n[ \t]*\r?\n\s*/).map((paragraph) => paragraph.replaceAll(/[ \t]*\r?\n[ \t]*(?!(?:[-*+>#|]|\d+[.)])[ \t])/g, ' ').replaceAll(/[ \t]+/g, ' ')).join('\n\n');
}

/** Whether two values of a field say the same. */
export function isEqual(field: Question | undefined, a: Json | undefined, b: Json | undefined): boolean {
  return key(field, a) === key(field, b);
}

/** Numbers in quotes are numbers, one option is a list of one, and options have no order. */
function key(field: Question | undefined, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (field?.kind.type === 'some-of') return JSON.stringify([value].flat().map(plain).sort());
  return plain(value);
}

function plain(value: Json): string {
  if (value === null || typeof value !== 'object') return unwrapped(String(value));
  if (Array.isArray(value)) return JSON.stringify(value.map(plain));
  return JSON.stringify(Object.keys(value).sort().map((name) => [name, plain(value[name]!)]));
}

/** The words of a value, for likeness. */
export function wordsIn(value: Json | undefined): Map<string, number> {
  const words = new Map<string, number>();
  const visit = (each: Json | undefined): void => {
    if (each === null || each === undefined) return;
    if (typeof each === 'object') for (const inner of Object.values(each)) visit(inner);
    else for (const [word] of String(each).toLocaleLowerCase('nb').matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  };
  visit(value);
  return words;
}

/** How much two bags of words share: 0 nothing, 1 everything. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [word, n] of a) {
    shared += Math.min(n, b.get(word) ?? 0);
    all += n;
  }
  for (const n of b.values()) all += n;
  return all === 0 ? 0 : (2 * shared) / all;
}
