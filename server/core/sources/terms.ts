/** The glossary's words in a text: the longest term that a place lies in. */
import type { Range } from '../syntax/nodes.ts';
import type { Term } from './model.ts';

/** «automatiserte individuelle avgjørelser» is three words; no term has more than this. */
const MOST_WORDS = 5;
const WORD = /[a-zA-ZÀ-ɏ\u0300-\u036f-]+/g;

const tables = new WeakMap<readonly Term[], Map<string, Term>>();

function tableOf(terms: readonly Term[]): Map<string, Term> {
  let table = tables.get(terms);
  if (!table) {
    table = new Map();
    for (const term of terms) for (const form of [term.word, ...term.forms]) table.set(form.normalize('NFC').toLowerCase(), term);
    tables.set(terms, table);
  }
  return table;
}

/** The term that a word or phrase is a form of, whatever its case. */
export function termOf(terms: readonly Term[], words: string): Term | undefined {
  return tableOf(terms).get(words.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' '));
}

/** The longest term around an offset within a range of a text, and where it stands. */
export function termAt(terms: readonly Term[], text: string, within: Range, offset: number): { term: Term; range: Range } | undefined {
  const from = Math.max(within.start, offset - 120);
  const words = [...text.slice(from, Math.min(within.end, offset + 120)).matchAll(WORD)].map((match) => ({ start: from + match.index, end: from + match.index + match[0].length }));
  const at = words.findIndex(({ start, end }) => start <= offset && offset <= end);
  if (at < 0) return undefined;
  for (let count = MOST_WORDS; count > 0; count--) {
    for (let first = Math.max(0, at - count + 1); first <= at && first + count <= words.length; first++) {
      const range = { start: words[first]!.start, end: words[first + count - 1]!.end };
      const term = termOf(terms, text.slice(range.start, range.end));
      if (term) return { term, range };
    }
  }
  return undefined;
}
