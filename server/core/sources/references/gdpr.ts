/** The regulation's articles as people write them: «GDPR art.5.1 bokstav a», «artikkel 6 c, e og 9 a, b», «atr. 35». */
import { canonical } from './print.ts';
import { ANOTHER_LETTER, ANOTHER_PARAGRAPH, ANOTHER_SUB, B, details, match, ordinal, mayEnd, SEPARATOR, spanEnd } from './details.ts';
import { LAST_ARTICLE, type FoundReference, type Reference } from './model.ts';

const OURS = '(?:GDPR|personvern-?forordning(?:en|a)?|forordning(?:en|a)|pvf|pvo)';
/** The word itself, with the slips that are seen: «artikel», «artikkle», «arikkel», «atr.». */
const WORD = '(?:art(?:ik{1,3}el{1,2}(?:en|ens)?|ik{1,3}l(?:er|ene|ar|ane)|i(?:kkl?e?|kekl|kkerl)|t?ikk?el|icles?|s)?|a(?:ri|rtt?|ti)kk?el|atr|aart|arrt)[.,:]{0,2}';
/** Begins with plain letters, so that long texts are run through quickly; what stands before is looked at afterwards. */
const HEAD = new RegExp([
  `(?<word>${WORD})\\s*(?=\\d)`,
  // «GDPR § 6», «pvf. 6 nr. 1»: without the word, what follows must look like an article.
  '(?:GDPR|personvern-?forordning(?:en|a)?|pvf)s?\\.?\\s*(?:§+\\s*(?=\\d)|(?=\\d{1,2}\\s*(?:nr|bokst|\\(\\d{1,2}\\))))',
].join('|'), 'gi');
const NAMED = new RegExp(`${B}(?<!-)(?:EUs\\s+)?${OURS}s?\\.?(?:\\s*\\(GDPR\\))?[\\s,:(]*$`, 'i');
const MAY_BE_NAMED = /gdpr|forordning|pv[fo]/i;
const LETTER_BEFORE = /[a-zA-ZÀ-ɏ\d]/;
/** «bokstav e i artikkel 6 nr. 1»: the small print comes first. */
const TURNED = new RegExp(`${B}(?:nr\\.?\\s*(\\d{1,2})\\s+)?bokstav\\s+([a-z])\\)?\\s+i\\s+$`, 'i');

/** Words that make «artikkel 8» somebody else's article when they stand before it, or behind it. */
const OTHER = '(?:EMK|ØSK|SP|TEUF|TEUV|TEU|NIS\\s?2|DSA|DMA|menneskerett[a-zA-ZÀ-ɏ]*|[a-zA-ZÀ-ɏ]*konvensjon(?:en)?|Grunnlov(?:en|a)?|[a-zA-ZÀ-ɏ]*(?:charter|pakt)(?:et|en)?|[a-zA-ZÀ-ɏ]*direktiv(?:et)?|(?:KI|AI)[- ](?:Act|loven|lova|forordning[a-zA-ZÀ-ɏ]*)|(?!personvern)[a-zA-ZÀ-ɏ]{2,}-?(?<!personvern-?)forordning(?:en|a)?|traktat(?:en)?|EØS-avtalen?|[a-zA-ZÀ-ɏ]*protokoll(?:en)?|(?:direktiv|forordning(?:en)?)\\s+(?:\\((?:EU|EF|EØF)\\)\\s*)?(?:nr\\.?\\s*)?(?!2016\\/679)\\d{2,4}\\/\\d+(?:\\/E[UØF]+)?)s?';
const PAPER = '(?:[a-zA-ZÀ-ɏ]*(?:avtal|kontrakt|vedtekt|avis|tidsskrift|magasin|rapport|reglement)[a-zA-ZÀ-ɏ]{0,5}|bok|boka|boken|Aftenposten|VG|Dagbladet)';
/** Without one of these nothing of theirs stands there. */
const MAY_BE_OTHERS = /[A-ZÆØÅ]{2}|[kK]onv|[gG]runnl|[cC]harter|pakt|[dD]irektiv|[fF]orordn|[tT]raktat|[aA]vtal|[pP]rotok|[kK]ontrakt|[vV]edtek|[mM]enneske|emk/;
const OTHER_BEFORE = new RegExp(`${B}(?:${OTHER}|[a-zA-ZÀ-ɏ]*(?:avtal|kontrakt|vedtekt)[a-zA-ZÀ-ɏ]{0,4}s)[\\s,():]*$`, 'i');
const NOT_OURS_BEFORE = /(?:KI|AI)[\s-]*$/;
const OTHER_BEHIND = new RegExp(`^[\\s)]*(?:\\s\\(?${OTHER}(?![a-zA-ZÀ-ɏ])|\\s(?:i|av|etter|under)\\s+(?:(?:[a-zA-ZÀ-ɏ]+\\s+){0,2}?${OTHER}|(?:(?:den|det|denne|vår|vårt)\\s+)?${PAPER})(?![a-zA-ZÀ-ɏ]))`, 'i');
const OURS_BEHIND = new RegExp(`^\\s*\\(?(?:i\\s+)?(?:EUs\\s+)?(?:GDPR|personvern-?forordning[a-zA-ZÀ-ɏ]*|forordningen)`, 'i');
/** «Artikkel 29-gruppen» was the data protection authorities' working party. */
const WORKING_PARTY = /^29\s?[-‐‑–]?\s?(?:arbeids)?(?:grupp|working|WP)/i;
/** Between two articles of the same act. */
const JOINED = /^[\s,]*(?:og|eller|samt|jf\.?|jfr\.?)?\s*$/i;

const NUMBER = /(\d{1,3})(?!\d|[a-zA-ZÀ-ɏ]{2}(?<!nr|bo|le)|[%‰°]|[.,]\d{3}|\.\d{1,2}\.\d{2})/uy;
const DOTTED = /\.(\d{1,2})(?!\d|[a-zA-ZÀ-ɏ]{2})/uy;
const SPAN = /\s*(?:[-‐‑‒–—−]|til(?:\s+og\s+med)?\s|t\.?\s?o\.?\s?m\.?\s)\s*(?:art(?:ikkel|\.)?\s*)?(\d{1,2})(?![\da-zA-ZÀ-ɏ%]|[.,]\d)/iy;

/** So much of the text before an article tells whose it is. */
const LOOK_BACK = 70;

/** Whether an article has so many numbers; where nobody knows, it has. */
export type HasParagraph = (article: number, paragraph: number) => boolean;

/**
 * All articles in a text, in order. Offsets are UTF-16 units. «art. 6 nr. 1 og 9» is art. 9 where art. 6 is known to
 * have no nr. 9.
 */
export function findArticles(text: string, hasParagraph: HasParagraph = () => true): FoundReference[] {
  const found: FoundReference[] = [];
  let from = 0;
  let others = -1;
  for (const head of text.matchAll(HEAD)) {
    if (head.index < from) continue;
    if (head.index > 0 && LETTER_BEFORE.test(text[head.index - 1]!)) continue;
    const at = head.index + head[0].length;
    const lead = text.slice(Math.max(0, head.index - LOOK_BACK), head.index);
    const named = head.groups!['word'] !== undefined && MAY_BE_NAMED.test(lead) ? NAMED.exec(lead)?.[0] : undefined;
    const first = head.index - (named?.length ?? 0);
    const before = named ? lead.slice(0, -named.length) : lead;
    if (WORKING_PARTY.test(text.slice(at, at + 30))) continue;
    const list = readList(text, first, head.index, at, hasParagraph);
    if (!list.length) continue;
    const end = list.at(-1)!.range.end;
    const behind = text.slice(end, end + 70);
    const isOthers = named ? NOT_OURS_BEFORE.test(before) : (MAY_BE_OTHERS.test(before) && OTHER_BEFORE.test(before)) || (others >= 0 && head.index - others < 20 && JOINED.test(text.slice(others, head.index)));
    if ((isOthers || OTHER_BEHIND.test(behind)) && (named || !OURS_BEHIND.test(behind))) {
      others = end;
      from = end;
      continue;
    }
    from = end;
    turn(list[0]!, before, first);
    found.push(...list);
  }
  return found;
}

/** Gives the first of a list the letter that stands before it: «bokstav e i artikkel 6 nr. 1». */
function turn(first: FoundReference, before: string, at: number): void {
  const { parts } = first;
  const turned = parts.letter || parts.upTo || !/\si\s+$/i.test(before) ? null : TURNED.exec(before);
  if (!turned || (turned[1] && parts.paragraph !== undefined)) return;
  parts.letter = turned[2]!.toLowerCase();
  if (turned[1]) parts.paragraph = Number(turned[1]);
  first.range = { start: at - turned[0].length, end: first.range.end };
  first.start = first.range.start;
  first.reference = canonical(parts);
}

/** Reads the list of references behind one «art.»: «6 c, e og 9 a, b». */
function readList(text: string, from: number, start: number, at: number, hasParagraph: HasParagraph): FoundReference[] {
  const list: FoundReference[] = [];
  let parts: Reference | undefined;
  let here = at;
  for (;;) {
    const itemStart = list.length ? here : from;
    const end = parts ? readNext(text, here, parts, hasParagraph, (next) => (parts = next)) : readFirst(text, here, (next) => (parts = next));
    if (end === undefined || !parts) return list;
    const continued = list.length > 0;
    list.push({ range: { start: itemStart, end }, start: continued ? itemStart : start, kind: 'gdpr', reference: canonical(parts), parts, ...span(parts), continued });
    const separator = match(SEPARATOR, text, end);
    if (!separator) return list;
    here = end + separator[0].length;
  }
}

function readFirst(text: string, at: number, take: (parts: Reference) => void): number | undefined {
  const number = match(NUMBER, text, at);
  return number ? readArticle(text, at, number, take) : undefined;
}

/** An article with all that belongs to it: «5.1 bokstav a», «12–22». */
function readArticle(text: string, at: number, number: RegExpExecArray, take: (parts: Reference) => void): number | undefined {
  const article = Number(number[1]);
  if (article < 1) return undefined;
  const parts: Reference = { number: String(article) };
  take(parts);
  let here = at + number[0].length;
  const span = match(SPAN, text, here);
  if (span && Number(span[1]) > article && Number(span[1]) <= LAST_ARTICLE && mayEnd(text, here + span[0].length, true)) {
    parts.upTo = span[1];
    return here + span[0].length;
  }
  const dotted = match(DOTTED, text, here);
  if (dotted) {
    parts.paragraph = Number(dotted[1]);
    here += dotted[0].length;
  }
  here = details(text, here, parts);
  return spanEnd(text, here, parts);
}

/** What follows in a list: another letter, number, subparagraph or article. */
function readNext(text: string, at: number, before: Reference, hasParagraph: HasParagraph, take: (parts: Reference) => void): number | undefined {
  const number = match(NUMBER, text, at);
  const letter = match(ANOTHER_LETTER, text, at);
  const paragraph = match(ANOTHER_PARAGRAPH, text, at);
  const sub = match(ANOTHER_SUB, text, at);
  const go = (parts: Reference, length: number): number => {
    take(parts);
    return spanEnd(text, details(text, at + length, parts), parts);
  };
  if (sub && ordinal(sub[1])) return go({ number: before.number, paragraph: before.paragraph, sub: ordinal(sub[1]) }, sub[0].length);
  if (letter && before.letter) return go({ ...before, upTo: undefined, letter: (letter[1] ?? letter[2] ?? letter[3])!.toLowerCase() }, letter[0].length);
  if (paragraph) return go({ number: before.number, paragraph: Number(paragraph[1] ?? paragraph[2]) }, paragraph[0].length);
  if (!number) return undefined;
  // Behind «nr. 1» a bare number is the next paragraph; with its own «nr.» behind it, the next article.
  const after = at + number[0].length;
  const isParagraph = before.paragraph !== undefined && !before.letter && details(text, after, { number: '', letter: '' }) === after && hasParagraph(Number(before.number), Number(number[1]));
  if (!mayEnd(text, after, Number(number[1]) > Number(isParagraph ? before.paragraph : (before.upTo ?? before.number)))) return undefined;
  if (isParagraph) return go({ number: before.number, paragraph: Number(number[1]) }, number[0].length);
  return Number(number[1]) <= LAST_ARTICLE ? readArticle(text, at, number, take) : undefined;
}

/** The ends of a span in canonical form. */
export function span(parts: Reference): { span?: { from: string; to: string } } {
  const { upTo, ...one } = parts;
  if (!upTo) return {};
  const end: Reference = parts.letter ? { ...one, letter: upTo } : parts.paragraph !== undefined ? { ...one, paragraph: Number(upTo) } : { ...one, number: upTo };
  return { span: { from: canonical(one), to: canonical(end) } };
}
