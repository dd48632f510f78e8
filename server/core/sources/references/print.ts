/** References written out, in their canonical form and as people write them, and the canonical form read back. */
import type { Reference } from './model.ts';

export const ORDINALS = ['første', 'annet', 'tredje', 'fjerde', 'femte', 'sjette', 'sjuende', 'åttende', 'niende', 'tiende'] as const;

/** «art. 6 nr. 1 bokstav e»; «straffeloven § 196 første ledd bokstav a»; «folkehelseloven §§ 4–5»; «arkivlova». */
export function canonical(reference: Reference): string {
  const { act, number, paragraph, letter, upTo } = reference;
  // The letters of a number stand in its first subparagraph: that goes without saying.
  const sub = act === undefined && reference.sub === 'første' && paragraph !== undefined && letter ? undefined : reference.sub;
  const [before, after] = act === undefined ? ['', sub] : [sub, ''];
  const parts = [
    act ?? '', number && (act === undefined ? `art. ${number}` : `${upTo && deepest(reference) === 'number' ? '§§' : '§'} ${number}`),
    before ? `${before} ledd` : '', paragraph === undefined ? '' : `nr. ${paragraph}`, after ? `${after} ledd` : '', letter ? `bokstav ${letter}` : '',
  ].filter(Boolean).join(' ');
  return upTo ? `${parts}–${upTo}` : parts;
}

/** The last level that a reference goes to. Only numbers and letters make spans. */
function deepest({ paragraph, letter, sub }: Reference): 'number' | 'paragraph' | 'sub' | 'letter' {
  return letter ? 'letter' : sub && paragraph === undefined ? 'sub' : paragraph !== undefined ? 'paragraph' : 'number';
}

const NUMBERS = '(\\d{1,3}(?:-\\d{1,3})?(?: [a-z])?)';
const CANONICAL = new RegExp(`^(?:art\\. (\\d{1,3})|(.+?) §§? ${NUMBERS})(?: ([a-zA-ZÀ-ɏ]+) ledd)?(?: nr\\. (\\d{1,2}))?(?: ([a-zA-ZÀ-ɏ]+) ledd)?(?: bokstav ([a-zæøå]))?(?:–(\\S+(?: [a-z])?))?$`);

/** Takes a canonical reference apart; an act's name alone is the act as a whole. Undefined for ''. */
export function parseCanonical(reference: string): Reference | undefined {
  if (!reference) return undefined;
  if (!reference.startsWith('art. ') && !reference.includes(' §')) return { act: reference, number: '' };
  const [, article, act, section, before, paragraph, after, letter, upTo] = CANONICAL.exec(reference) ?? [];
  if (article === undefined && section === undefined) return { act: reference, number: '' };
  return { ...(act === undefined ? {} : { act }), number: article ?? section!, paragraph: paragraph === undefined ? undefined : Number(paragraph), sub: before ?? after, letter, upTo };
}

/**
 * kort: the canonical form. fullt: «personvernforordningen artikkel 6 nr. 1 bokstav e», «straffeloven paragraf 196 …».
 * parentes: «GDPR art. 6(1)(e)», «straffeloven § 196 (1) bokstav a». punkt: «art. 6.1 bokstav e», «straffeloven §196 1. ledd bokstav a».
 */
export const STYLES = ['kort', 'fullt', 'parentes', 'punkt'] as const;
export type Style = (typeof STYLES)[number];

/** A canonical reference as it is written in a text, in one of several styles; what is not one comes back as it is. */
export function printReference(reference: string, style: Style = 'kort'): string {
  const parts = parseCanonical(reference);
  if (!parts || style === 'kort' || !parts.number) return reference;
  return parts.act === undefined ? printArticle(parts, style) : printSection(parts, style);
}

function printArticle({ number, paragraph, sub, letter, upTo }: Reference, style: Style): string {
  const end = upTo ? (style === 'fullt' ? ` til ${upTo}` : `–${upTo}`) : '';
  const ledd = sub ? ` ${sub} ledd` : '';
  if (style === 'parentes') {
    if (upTo && !letter && paragraph !== undefined) return `GDPR art. ${number} nr. ${paragraph}${end}`;
    return `GDPR art. ${number}${paragraph === undefined ? '' : `(${paragraph})`}${ledd}${letter ? (upTo ? ` bokstav ${letter}` : `(${letter})`) : ''}${end}`;
  }
  const nr = paragraph === undefined ? '' : style === 'punkt' && !(upTo && !letter) ? `.${paragraph}` : ` nr. ${paragraph}`;
  return `${style === 'fullt' ? 'personvernforordningen artikkel ' : 'art.'}${number}${nr}${ledd}${letter ? ` bokstav ${letter}` : ''}${end}`;
}

function printSection({ act, number, paragraph, sub, letter, upTo }: Reference, style: Style): string {
  const end = upTo ? (style === 'fullt' ? ` til ${upTo}` : `–${upTo}`) : '';
  const count = sub ? ORDINALS.indexOf(sub as (typeof ORDINALS)[number]) + 1 : 0;
  const ledd = !sub ? '' : !count || style === 'fullt' ? ` ${sub} ledd` : style === 'parentes' ? ` (${count})` : ` ${count}. ledd`;
  const mark = style === 'fullt' ? ' paragraf ' : `${style === 'punkt' ? ' §' : ' § '}`;
  return `${act}${mark}${number}${ledd}${paragraph === undefined ? '' : ` nr. ${paragraph}`}${letter ? ` bokstav ${letter}` : ''}${end}`;
}
