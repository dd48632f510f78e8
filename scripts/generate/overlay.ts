/**
 * Translations of what is declared. A file of bokmål (a template, a source, a rule, snippets) has an overlay in another
 * language: the same tree with nothing but the words that a reader sees, lists of things as maps by their id. What an
 * overlay lacks stays bokmål.
 */
import type { Written } from './read.ts';

export type Words = string | Words[] | { [key: string]: Words };

/** The keys whose values are words for a reader, wherever they stand. */
const WORDS = new Set(['tittel', 'innledning', 'opphav', 'tekst', 'veiledning', 'punkter', 'eksempler', 'forklaring', 'definisjon', 'påstand', 'omfang', 'bakgrunn', 'usikker', 'usikker-fordi', 'merknad', 'datering', 'utgiver', 'navn', 'ord', 'former', 'melding', 'hvorfor', 'gjør', 'prefix', 'beskrivelse', 'kommentarer', 'valgtekster']);
/** What is never translated, whatever stands in it: quotations, conditions, where answers come from. */
const KEPT = new Set(['sitat', 'når', 'hentes-fra', 'malens-tittel']);
/** What tells the things of a list apart, the surest first. */
const IDS = ['lov', 'ref', 'ord', 'id', 'nr', 'verdi', 'kilde', 'navn'];
/** Words that a language may have more or fewer of, or none. */
const FREE = new Set(['former']);

/** The words of a file as written: the skeleton of its overlays. */
export function wordsOf(written: Written): { [key: string]: Words } {
  return (insideOf(written) ?? {}) as { [key: string]: Words };
}

function insideOf(value: unknown): Words | undefined {
  if (Array.isArray(value)) {
    if (!value.every(isMap)) return undefined;
    const id = idOf(value);
    if (id === undefined) {
      const found = value.map((each) => insideOf(each) ?? {});
      return found.some((each) => Object.keys(each).length) ? found : undefined;
    }
    return filled(Object.fromEntries(value.map((each) => [String(each[id]), shortOf(each, id)])));
  }
  if (!isMap(value)) return undefined;
  return filled(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, KEPT.has(key) ? undefined : WORDS.has(key) && isWords(inner) ? trimmed(inner) : insideOf(inner)])));
}

/** `{verdi: ja, tekst: Ja}` and the like are one word each. */
function shortOf(thing: Written, id: string): Words | undefined {
  const names = Object.keys(thing).filter((key) => key !== id && key !== 'kalles');
  if (id === 'navn') return String(thing[id]);
  if (names.length === 1 && names[0] === 'tekst' && (id === 'verdi' || id === 'nr')) return trimmed(thing['tekst']);
  return insideOf(thing);
}

/** A file with the words of its overlay in the place of its own. */
export function overlaid(written: Written, overlay: Words | undefined): Written {
  return overlay === undefined ? written : (placed(written, overlay) as Written);
}

function placed(value: unknown, words: Words | undefined): unknown {
  if (words === undefined) return value;
  if (Array.isArray(value)) {
    const id = value.every(isMap) ? idOf(value) : undefined;
    if (id !== undefined) return value.map((each) => placedShort(each, id, (words as Written)[String(each[id])]));
    return Array.isArray(words) && (words.length === value.length || value.every((each) => typeof each === 'string')) ? (value.every(isMap) ? value.map((each, i) => placed(each, words[i])) : words) : value;
  }
  if (!isMap(value) || !isMap(words)) return typeof words === 'string' && typeof value === 'string' ? words : value;
  const result: Written = { ...value };
  for (const [key, inner] of Object.entries(words)) if (!KEPT.has(key) && (key in value || FREE.has(key))) result[key] = placed(value[key] ?? (FREE.has(key) ? [] : undefined), inner as Words);
  return result;
}

function placedShort(thing: Written, id: string, words: Words | undefined): unknown {
  if (typeof words !== 'string') return placed(thing, words);
  // A country goes by both its names: what is recognised in an answer is the same in all languages.
  if (id === 'navn') return { ...thing, navn: words, kalles: [...new Set([...(thing['kalles'] ?? []), String(thing['navn']).toLowerCase()])].filter((name) => name !== words.toLowerCase()) };
  return { ...thing, tekst: words };
}

export interface OverlayProblems {
  /** Places without a translation, with the words of bokmål. */
  missing: [place: string, words: string][];
  /** Places that bokmål does not have. */
  left: string[];
  /** Placeholders that differ, lists of another length: sentences. */
  wrong: string[];
  /** Places where the translation is bokmål's own words. */
  alike: [place: string, words: string][];
}

/** What an overlay lacks, and has too much of. */
export function compareWords(source: Words, overlay: Words | undefined, place = '', found: OverlayProblems = { missing: [], left: [], wrong: [], alike: [] }): OverlayProblems {
  const key = place.split(' › ').at(-1)!;
  if (FREE.has(key)) return found;
  if (typeof source === 'string') {
    if (overlay === undefined || overlay === '' || overlay === null) found.missing.push([place, source]);
    else if (typeof overlay !== 'string') found.wrong.push(`${place}: skal være tekst`);
    else {
      const [mine, theirs] = [holesOf(source), holesOf(overlay)];
      if (mine !== theirs) found.wrong.push(`${place}: plassholderne er ${theirs || 'ingen'}, på bokmål ${mine || 'ingen'}`);
      if (overlay.trim() === source) found.alike.push([place, source]);
    }
    return found;
  }
  if (Array.isArray(source)) {
    if (overlay !== undefined && (!Array.isArray(overlay) || overlay.length !== source.length)) found.wrong.push(`${place}: skal være en liste med ${source.length} ledd`);
    else source.forEach((each, i) => compareWords(each, (overlay as Words[] | undefined)?.[i], `${place} › ${i + 1}`, found));
    return found;
  }
  const own: Written | undefined = isMap(overlay) ? overlay : undefined;
  if (overlay !== undefined && overlay !== null && !own) found.wrong.push(`${place}: skal være nøkler med verdier`);
  for (const [name, words] of Object.entries(source)) compareWords(words, own?.[name] as Words | undefined, place ? `${place} › ${name}` : name, found);
  for (const name of Object.keys(own ?? {})) if (!(name in source) && !FREE.has(name)) found.left.push(place ? `${place} › ${name}` : name);
  return found;
}

/** The placeholders of a text, each once, in order. */
const holesOf = (text: string): string => [...new Set([...text.matchAll(/\{[\p{L}\d_-]+\}/gu)].map(([hole]) => hole))].sort().join(' ');

const idOf = (things: Written[]): string | undefined => (things.length ? IDS.find((id) => things.every((thing) => typeof thing[id] === 'string' || typeof thing[id] === 'number')) : undefined);
const isMap = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown): boolean => typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string')) || (isMap(value) && Object.values(value).every((each) => typeof each === 'string' || (isMap(each) && Object.values(each).every((deep) => typeof deep === 'string'))));
function trimmed(value: unknown): Words {
  return typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.map(trimmed) : Object.fromEntries(Object.entries(value as Written).map(([key, inner]) => [key, trimmed(inner)]));
}
/** The map without what has no words; undefined when nothing is left. */
function filled(map: { [key: string]: Words | undefined }): { [key: string]: Words } | undefined {
  const entries = Object.entries(map).filter((entry): entry is [string, Words] => entry[1] !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}
