/** The small print of a reference: «nr. 1», «(3)», «annet ledd», «bokstav e», and what holds a list together. */
import { ORDINALS } from './print.ts';
import type { Reference } from './model.ts';

/** Not within a word: letters and their loose marks. */
export const B = '(?<![a-zA-ZÀ-ɏ\\d])';
export const E = '(?![a-zA-ZÀ-ɏ])';

const ORDINAL_WORDS: { [word: string]: string } = {
  ...Object.fromEntries(ORDINALS.map((word) => [word, word])),
  fyrste: 'første', andre: 'annet', anna: 'annet', femde: 'femte', syvende: 'sjuende', åttande: 'åttende', niande: 'niende', tiande: 'tiende',
};
const ORDINAL = `(${Object.keys(ORDINAL_WORDS).join('|')}|\\d{1,2}\\.)`;

const PARAGRAPH = /(?:(?:\s*,)?\s*(?:n(?:r|o)\s?[.:]?\s*|nummer\s+)|\s+p(?:un)?kt\.?\s+)(\d{1,2})(?!\d|\.\d)/iy;
const PARENTHESIS = /\s*\((\d{1,2})\s?([a-z])?\)/iy;
const SUB = new RegExp(`(?:\\s*,)?\\s*(?:${ORDINAL}\\s*ledd(?:et)?${E}|${ORDINAL}(?=(?:\\s*,\\s*${ORDINAL})*\\s+(?:og|eller|til)\\s+${ORDINAL}\\s*ledd${E})|ledd\\s+(\\d{1,2})(?!\\d))`, 'iy');
/** «§ 4-4, 6. eller …»: the sixth subparagraph, as the acts numbered by chapter are cited. */
const BARE_SUB = /\s*,\s*(\d{1,2})\.(?=\s*(?:og|eller|,))/iy;
const SENTENCE = new RegExp(`(?:\\s*,)?\\s*${ORDINAL}\\s*(?:punktum|pkt\\.?|setning)${E}`, 'iy');
const LETTER = new RegExp(`(?:\\s*,)?\\s*(?:bok?stav(?:ene|ane|en)\\s+|(?:bok?stav|bokst\\.?|bokstv|litra|lit\\.|point)\\s*)(?:\\(([a-zæøå])\\)|[«"']?([a-zæøå])[»"']?)(?![a-zA-ZÀ-ɏ\\d]|\\.[a-zA-ZÀ-ɏ])`, 'iy');
/** A letter without its word: «6 c», «5.1.a», «(a)», «6.1e». «i» is left out, for it is a word of its own. */
const BARE_LETTER = /(?:\s*\(([a-z])\)|\s+([a-hj])(?![a-zA-ZÀ-ɏ\d]|\.[a-zA-ZÀ-ɏ])|\.([a-hj])(?![a-zA-ZÀ-ɏ\d])|([a-hj])(?![a-zA-ZÀ-ɏ\d]|\.[a-zA-ZÀ-ɏ]))/iy;

export const SEPARATOR = /\)?\s*(?:(?:,\s*)?(?:(?:jmfr|jmf|jfr|jf|sml)\.?\s+|\b(?:og|eller|samt|and|or)\s)|,|\/(?=\s*(?:\d|\(|[a-hj](?![a-zA-ZÀ-ɏ])))|&|\btil\s)\s*/iy;
export const ANOTHER_LETTER = /(?:(?:bokstav|bokst\.?|litra)\s*)?(?:\(([a-z])\)|(?:([a-hj-z])(?![a-zA-ZÀ-ɏ\d]|\.[a-zA-ZÀ-ɏ])|(i)(?=\s*(?:$|[.,;:!?)\]}"'»–—-]|\n|og\s|eller\s|samt\s))))/iy;
export const ANOTHER_PARAGRAPH = /(?:nr\s?\.?\s*(\d{1,2})(?!\d)|\((\d{1,2})\))/iy;
export const ANOTHER_SUB = new RegExp(`${ORDINAL}\\s*ledd${E}`, 'iy');
/** What surely may follow a bare number in a list for it to be an article: «6 og 9 a, b». */
const STOPS = /\s*(?:$|[.,;:!?)\]}"'»–—&/§-]|\n|nr|bokst|litra|ledd|\(|(?:[a-zA-ZÀ-ɏ]+|\d+\.)\s*ledd|(?:og|eller|samt|til|jf|jfr|i|som|for|må|skal|kan|er|gir|krever|gjelder|kommer|annet|første|flg|ff|and|or|[a-hj])(?![a-zA-ZÀ-ɏ]))/iy;
/** What is counted with a number: «6 og 9 ansatte». */
const COUNTED = /\s+(?:nye\s+|ulike\s+|andre\s+)?[a-zA-ZÀ-ɏ]*(?:år|dag(?:er|ene)?|uker?|måned(?:er)?|timer?|minutt(?:er)?|kroner|prosent|barn|unge|ansatte|elever|person(?:er)?|brukere?|pasienter|klienter|familier|foresatte|kommuner|bydeler|skoler|enheter|saker|system(?:er)?|leverandører|databehandlere|spørsmål|punkt(?:er)?|tiltak|risikoer|møter|stk|steder|ganger|registrerte)(?![a-zA-ZÀ-ɏ])/iy;
const LETTER_SPAN = /\s*(?:[-‐‑‒–—−]|til(?:\s+og\s+med)?\s|t\.?\s?o\.?\s?m\.?\s)\s*(?:bokstav\s*)?\(?([a-z])\)?(?![a-zA-ZÀ-ɏ\d]|\.[a-zA-ZÀ-ɏ])/iy;
const NUMBER_SPAN = /\s*(?:[-‐‑‒–—−]|til(?:\s+og\s+med)?\s|t\.?\s?o\.?\s?m\.?\s)\s*(?:nr\.?\s*)?(\d{1,2})(?![\da-zA-ZÀ-ɏ%]|\.\d)/iy;

/**
 * Whether a bare number that ends here goes on the list before it («13 og 14 krever at»), or counts something («og 3
 * ansatte»). A list goes upward.
 */
export function mayEnd(text: string, at: number, isUpward: boolean): boolean {
  return match(STOPS, text, at) !== null || (isUpward && /\s/.test(text[at]!) && !match(COUNTED, text, at));
}

export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** «2.», «andre» → «annet»; undefined beyond the tenth. */
export function ordinal(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const count = Number.parseInt(word, 10);
  return Number.isNaN(count) ? ORDINAL_WORDS[word.toLowerCase()] : ORDINALS[count - 1];
}

/**
 * Reads «nr. 1 annet ledd bokstav a» into the parts, in whatever order; returns where it ends. In the regulation «(1)»
 * is a number, in an act a subparagraph (ledd).
 */
export function details(text: string, at: number, parts: Reference): number {
  const inAct = parts.act !== undefined;
  let here = at;
  for (;;) {
    let found: RegExpExecArray | null;
    if (parts.letter) return here;
    if ((found = match(SENTENCE, text, here))) {
      here += found[0].length;
    } else if (!parts.sub && (found = match(SUB, text, here)) && ordinal(found[1] ?? found[2] ?? found.at(-1))) {
      // «ledd 1» is a slip for «nr. 1» in the regulation and means «første ledd» in an act.
      const last = found.at(-1);
      if (found[1] === undefined && found[2] === undefined && !inAct && parts.paragraph === undefined) parts.paragraph = Number(last);
      else parts.sub = ordinal(found[1] ?? found[2] ?? last);
      here += found[0].length;
    } else if (parts.paragraph === undefined && (found = match(PARAGRAPH, text, here))) {
      parts.paragraph = Number(found[1]);
      here += found[0].length;
    } else if ((inAct ? !parts.sub : parts.paragraph === undefined) && (found = match(PARENTHESIS, text, here)) && (!inAct || ordinal(found[1]))) {
      if (inAct) parts.sub = ordinal(found[1]);
      else parts.paragraph = Number(found[1]);
      if (found[2]) parts.letter = found[2].toLowerCase();
      here += found[0].length;
    } else if (inAct && !parts.sub && parts.number.includes('-') && (found = match(BARE_SUB, text, here)) && ordinal(found[1])) {
      parts.sub = ordinal(found[1]);
      here += found[0].length;
    } else if ((found = match(LETTER, text, here) ?? (inAct && !parts.sub && parts.paragraph === undefined ? null : match(BARE_LETTER, text, here)))) {
      parts.letter = found.slice(1).find((letter) => letter !== undefined)!.toLowerCase();
      here += found[0].length;
    } else return here;
  }
}

/** Reads the end of a span of letters or numbers into the parts («bokstav a–f», «nr. 1–3»); returns where it ends. */
export function spanEnd(text: string, at: number, parts: Reference): number {
  if (parts.letter) {
    const found = match(LETTER_SPAN, text, at);
    const letter = found?.[1]!.toLowerCase();
    if (!found || letter! <= parts.letter) return at;
    parts.upTo = letter;
    return at + found[0].length;
  }
  if (parts.paragraph !== undefined && !parts.sub) {
    const found = match(NUMBER_SPAN, text, at);
    if (!found || Number(found[1]) <= parts.paragraph || !mayEnd(text, at + found[0].length, true)) return at;
    parts.upTo = found[1];
    return at + found[0].length;
  }
  return at;
}
