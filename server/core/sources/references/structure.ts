/** Which articles, numbers and letters the regulation has; and the nearest that exists to one that does not. */
import { distance } from 'fastest-levenshtein';
import { canonical } from './print.ts';
import { LAST_ARTICLE, type Reference } from './model.ts';

/** One article: the last letter of each number in order, '' for one without; `letters` where the article has no numbers. */
export interface ArticleStructure {
  paragraphs: string[];
  letters: string;
}

/** By article number, from 1. */
export type Structure = readonly (ArticleStructure | null)[];

/** How far down a reference exists: the first of its levels that does not, or undefined where all do. */
export type Missing = 'number' | 'paragraph' | 'letter';

/** Whether an article has this number or letter. Subparagraphs (ledd) are not counted, and never lacking. */
export function has(structure: Structure, reference: Reference): boolean {
  return missing(structure, reference) === undefined;
}

/** The level at which a reference to the regulation goes wrong; a span's end counts too. Acts are not known so well. */
export function missing(structure: Structure, reference: Reference): Missing | undefined {
  if (reference.act !== undefined) return undefined;
  const article = structure[Number(reference.number)];
  const { paragraph, letter, upTo } = reference;
  if (!article) return 'number';
  if (paragraph !== undefined) {
    if (paragraph < 1 || paragraph > article.paragraphs.length) return 'paragraph';
    if (upTo && !letter && Number(upTo) > article.paragraphs.length) return 'paragraph';
  } else if (upTo && !letter && !structure[Number(upTo)]) return 'number';
  if (!letter) return undefined;
  const last = lettersOf(article, paragraph);
  return letter <= last && (upTo ?? letter) <= last ? undefined : 'letter';
}

/** The last letter: of a number, or, where none is named, of the number that has most. */
function lettersOf(article: ArticleStructure, paragraph: number | undefined): string {
  if (paragraph !== undefined) return article.paragraphs[paragraph - 1] ?? '';
  return [...article.paragraphs, article.letters].reduce((most, letter) => (letter > most ? letter : most), '');
}

/**
 * The nearest reference that exists: the same with another number or letter, first the one fewest keystrokes away,
 * then the closest by count. A letter is looked for in a neighbouring number where its own has none.
 */
export function nearestReference(structure: Structure, reference: Reference): Reference {
  const { number, paragraph, letter } = reference;
  const level = missing(structure, reference);
  const article = structure[Number(number)];
  if (level === 'number' || !article) {
    const nearest = nearestNumber(Number(number), structure.length > 1 ? structure.length - 1 : LAST_ARTICLE);
    const moved = { number: String(nearest), paragraph, letter };
    return missing(structure, moved) ? { number: moved.number } : moved;
  }
  if (level === 'paragraph') {
    const count = article.paragraphs.length;
    const moved = { number, paragraph: count ? nearestNumber(paragraph!, count) : undefined, letter };
    return missing(structure, moved) ? { number, paragraph: moved.paragraph } : moved;
  }
  if (level !== 'letter') return reference;
  const last = lettersOf(article, paragraph);
  if (last) return { number, paragraph, letter: last };
  const others = article.paragraphs.map((end, i) => ({ end, paragraph: i + 1 })).filter(({ end }) => end >= letter!);
  others.sort((a, b) => Math.abs(a.paragraph - paragraph!) - Math.abs(b.paragraph - paragraph!));
  return others[0] ? { number, paragraph: others[0].paragraph, letter } : { number, paragraph };
}

function nearestNumber(wrong: number, count: number): number {
  const cost = (candidate: number): number => distance(String(wrong), String(candidate)) * 1000 + Math.abs(wrong - candidate);
  let best = count;
  for (let candidate = 1; candidate <= count; candidate++) if (cost(candidate) < cost(best)) best = candidate;
  return best;
}

/** What exists there, in words for a message: «art. 35 har nr. 1–11». Undefined for articles without numbers or letters. */
export function extent(structure: Structure, { number, paragraph }: Reference, level: Missing): { place: string; first: string; last: string } | undefined {
  if (level === 'number') return { place: '', first: 'art. 1', last: String(structure.length - 1) };
  const article = structure[Number(number)];
  if (!article) return undefined;
  if (level === 'paragraph') return article.paragraphs.length ? { place: `art. ${number}`, first: 'nr. 1', last: String(article.paragraphs.length) } : undefined;
  const last = lettersOf(article, paragraph);
  return last ? { place: canonical({ number, paragraph }), first: 'bokstav a', last } : undefined;
}
