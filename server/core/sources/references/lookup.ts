/** From a canonical reference to what the library holds of it. */
import type { Library } from '../../library.ts';
import type { Article, Law, LawSection } from '../model.ts';
import { LAST_ARTICLE, type Reference } from './model.ts';
import { canonical, ORDINALS, parseCanonical } from './print.ts';

/** Articles by number and letter, for «art. 6 c» where the paragraph goes without saying. */
const byLetter = new WeakMap<Library['articles'], Map<string, Article | null>>();
function letters(articles: Library['articles']): Map<string, Article | null> {
  let map = byLetter.get(articles);
  if (map) return map;
  map = new Map();
  for (const article of articles.values()) {
    const parts = /^art\. (\d+) nr\. \d+ bokstav ([a-z])$/.exec(article.reference);
    if (!parts) continue;
    const key = `${parts[1]} ${parts[2]}`;
    map.set(key, map.has(key) ? null : article);
  }
  byLetter.set(articles, map);
  return map;
}

/**
 * The article that a canonical reference means, or the nearest less specific one that the library has: bokstav →
 * ledd → nr. → article. Undefined where not even the article is known, and for spans (articlesOf) and acts (sectionsOf).
 */
export function lookup(library: Pick<Library, 'articles'>, reference: string): Article | undefined {
  const exact = library.articles.get(reference);
  if (exact) return exact;
  const parts = parseCanonical(reference);
  if (!parts || parts.act !== undefined || parts.upTo) return undefined;
  const { number, letter } = parts;
  // «art. 6 første ledd» is how somebody used to Norwegian acts writes «art. 6 nr. 1».
  const count = parts.paragraph === undefined && parts.sub ? ORDINALS.indexOf(parts.sub as (typeof ORDINALS)[number]) + 1 : 0;
  const paragraph = count || parts.paragraph;
  const sub = count ? undefined : parts.sub;
  const only = letter && paragraph === undefined && !sub ? letters(library.articles).get(`${number} ${letter}`) : undefined;
  return only ?? first(library.articles, [{ number, paragraph, sub, letter }, { number, paragraph, letter }, { number, paragraph, sub }, { number, paragraph }, { number }]);
}

/** The article of a reference (see lookup), or every one of a span: «art. 12–22», «art. 35 nr. 1–3». */
export function articlesOf(library: Pick<Library, 'articles'>, reference: string): Article[] {
  const parts = parseCanonical(reference);
  if (!parts || parts.act !== undefined) return [];
  const found = spread(parts).flatMap((one) => (parts.upTo && !parts.paragraph && !parts.letter ? library.articles.get(canonical(one)) : lookup(library, canonical(one))) ?? []);
  return [...new Set(found)];
}

/** The act that a canonical reference belongs to, where the library knows it. */
export function lawOf(library: Pick<Library, 'laws'>, reference: string | Reference): Law | undefined {
  const act = (typeof reference === 'string' ? parseCanonical(reference) : reference)?.act;
  return act === undefined ? undefined : library.laws.get(act);
}

/** The section that a reference to an act means, or every known one of a span; what goes deeper is the section's. */
export function sectionsOf(library: Pick<Library, 'sections'>, reference: string | Reference): LawSection[] {
  const parts = typeof reference === 'string' ? parseCanonical(reference) : reference;
  if (!parts || parts.act === undefined) return [];
  const found = spread(parts).flatMap((one) => {
    const { act, number } = one;
    return first(library.sections, [one, { act, number }]) ?? [];
  });
  if (!parts.upTo || !parts.number.includes('-')) return [...new Set(found)];
  // «§§ 4-4–4-24»: which sections lie between is for the library to say.
  const order = (number: string): number => number.split('-').reduce((sum, part) => sum * 1000 + Number.parseInt(part, 10), 0);
  return [...library.sections.values()].filter((section) => section.law === parts.act && section.section.includes('-') && order(section.section) >= order(parts.number) && order(section.section) <= order(parts.upTo!));
}

function first<Value>(map: ReadonlyMap<string, Value>, candidates: Reference[]): Value | undefined {
  for (const candidate of candidates) {
    const found = map.get(canonical(candidate));
    if (found) return found;
  }
  return undefined;
}

/** A span as its single places, both ends included; anything else is itself. Sections by chapter are not counted out. */
export function spread(reference: Reference): Reference[] {
  const { upTo, ...one } = reference;
  if (!upTo || (!one.letter && one.paragraph === undefined && one.number.includes('-'))) return [one];
  if (one.letter) {
    const from = one.letter.charCodeAt(0);
    return counted(from, Math.min(upTo.charCodeAt(0), from + 25)).map((code) => ({ ...one, letter: String.fromCharCode(code) }));
  }
  if (one.paragraph !== undefined) return counted(one.paragraph, Math.min(Number(upTo), one.paragraph + LAST_ARTICLE)).map((paragraph) => ({ ...one, paragraph }));
  const from = Number.parseInt(one.number, 10);
  return counted(from, Math.min(Number.parseInt(upTo, 10), from + 500)).map((number) => ({ ...one, number: String(number) }));
}

function counted(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
