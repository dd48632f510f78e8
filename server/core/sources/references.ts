/**
 * References to the regulation as people write them («GDPR art.5.1 bokstav a», «artikkel 6 c, e») and their canonical
 * form («art. 5 nr. 1 bokstav a»), which the articles of the library are named by. «art. 12–22» is a span.
 */
import type { Range } from '../syntax/nodes.ts';
import type { Library } from '../library.ts';
import type { Article } from './model.ts';

export interface FoundReference {
  /** In the text that was searched; the first of a list takes the word «art.» with it. */
  range: Range;
  /** Canonical: «art. 35 nr. 3 bokstav a», «art. 12–22». Whether the library has it is another question. */
  reference: string;
}

/** The regulation's last article. */
const LAST_ARTICLE = 99;
const HEAD = /(?<![\p{L}\d])(?:(?<!-)(?:EUs\s+)?(?:GDPR|personvernforordning(?:en|a)?(?:s)?|forordningens?|pvf\.?)[\s,]*)?(?:artikkel|artikler|artiklene|artikkelen|art\.?)\s*(?=\d)/giu;
/** Words that make «artikkel 8» somebody else's article when they stand before it, or behind it after «i». */
const OTHER_LAW = '(?:EMK|menneskerett\\p{L}*|\\p{L}*konvensjon(?:en)?s?|Grunnlov(?:en|a)?s?|\\p{L}*charter(?:et)?s?|\\p{L}*direktiv(?:et)?s?|KI-forordning(?:en|a)?s?|AI[- ](?:Act|forordning\\p{L}*)|TEUF|traktat(?:en)?s?|EØS-avtalen?s?|\\p{L}*protokoll(?:en)?s?)';
const OTHER_BEFORE = new RegExp(`(?<!\\p{L})${OTHER_LAW}[\\s,()]*$`, 'iu');
const OTHER_BEHIND = new RegExp(`^\\s*i\\s+(?:\\p{L}+\\s+){0,2}?${OTHER_LAW}(?!\\p{L})`, 'iu');

const NUMBER = /\d{1,2}(?![\d\p{L}%])/uy;
const DOTTED = /\.(\d{1,2})(?![\d\p{L}])/uy;
const PARAGRAPH = /\s*,?\s*(?:nr\.?\s*(\d{1,2})(?!\d)|\((\d{1,2})\))/iuy;
const SUBPARAGRAPH = /\s*,?\s*(første|annet|andre|tredje|fjerde)\s+ledd(?!\p{L})/iuy;
const LETTER = /\s*,?\s*(?:bokstav(?:ene)?|litra)\s*\(?([a-zæøå])\)?(?!\p{L})/iuy;
/** A letter without its word: «6 c», «5.1.a», «(a)». «i» is left out, for it is a word of its own. */
const BARE_LETTER = /(?:\s*\(([a-j])\)|\s+([a-hj])(?!\p{L}|\.\p{L})|\.([a-hj])(?!\p{L}))/uy;
const SEPARATOR = /\s*(?:,\s*(?:og|eller|samt)\s|,|\bog\s|\beller\s|\bsamt\s|[–-]|\btil\s)\s*/iuy;
const ANOTHER_LETTER = /(?:(?:bokstav|litra)\s*)?\(?([a-hj])\)?(?![\p{L}\d]|\.\p{L})/iuy;
const ANOTHER_PARAGRAPH = /nr\.?\s*(\d{1,2})(?!\d)/iuy;
/** What may follow a bare number in a list for it to be an article: «6 og 9 a, b», not «6 og 3 ansatte». */
const STOPS = /\s*(?:$|[.,;:!?)\]}"'»–—-]|\n|nr\b|bokstav|litra|\(|(?:og|eller|samt|til|i|som|for|må|skal|kan|er|gir|krever|gjelder|annet|første|[a-hj])(?!\p{L}))/iuy;
const SPAN = /\s*(?:[–-]|til\s)\s*(?:art\.?\s*)?(\d{1,2})(?![\d\p{L}%])/iuy;

interface Parts {
  article: number;
  paragraph?: number | undefined;
  sub?: string | undefined;
  letter?: string | undefined;
}

/** All references in a text, in order. Total: text without any gives an empty list. Offsets are UTF-16 units. */
export function findReferences(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  let from = 0;
  for (const head of text.matchAll(HEAD)) {
    if (head.index < from) continue;
    if (OTHER_BEFORE.test(text.slice(Math.max(0, head.index - 40), head.index))) continue;
    const list = readList(text, head.index, head.index + head[0].length);
    if (!list.length) continue;
    const end = list.at(-1)!.range.end;
    from = end;
    if (OTHER_BEHIND.test(text.slice(end, end + 60))) continue;
    found.push(...list);
  }
  return found;
}

/** Reads the list of references behind one «art.»: «6 c, e og 9 a, b». */
function readList(text: string, start: number, at: number): FoundReference[] {
  const list: FoundReference[] = [];
  const add = (from: number, to: number, reference: string): void => void list.push({ range: { start: from, end: to }, reference });
  let parts: Parts | undefined;
  let here = at;
  for (;;) {
    const itemStart = list.length ? here : start;
    const number = match(NUMBER, text, here);
    const article = number ? Number(number[0]) : 0;
    // Behind «nr. 1» a bare number is the next paragraph; with its own «nr.» behind it, the next article.
    const isParagraph = list.length > 0 && parts?.paragraph !== undefined && parts.letter === undefined && number && !match(PARAGRAPH, text, here + number[0].length);
    const letter = list.length ? match(ANOTHER_LETTER, text, here) : null;
    const paragraph = list.length ? match(ANOTHER_PARAGRAPH, text, here) : null;
    if (letter && parts?.letter !== undefined) {
      parts = { ...parts, letter: letter[1]!.toLowerCase() };
      here += letter[0].length;
    } else if (paragraph && parts) {
      parts = { article: parts.article, paragraph: Number(paragraph[1]) };
      here = details(text, here + paragraph[0].length, parts);
    } else if (number && isParagraph && match(STOPS, text, here + number[0].length)) {
      parts = { article: parts!.article, paragraph: article };
      here = details(text, here + number[0].length, parts);
    } else if (number && article >= 1 && article <= LAST_ARTICLE && (!list.length || match(STOPS, text, here + number[0].length))) {
      here += number[0].length;
      const span = match(SPAN, text, here);
      if (span && Number(span[1]) > article && Number(span[1]) <= LAST_ARTICLE) {
        here += span[0].length;
        parts = { article: Number(span[1]) };
        add(itemStart, here, `art. ${article}–${span[1]}`);
        const next = match(SEPARATOR, text, here);
        if (!next) return list;
        here += next[0].length;
        continue;
      }
      parts = { article };
      const dotted = match(DOTTED, text, here);
      if (dotted) {
        parts.paragraph = Number(dotted[1]);
        here += dotted[0].length;
      }
      here = details(text, here, parts);
    } else return list;
    add(itemStart, here, canonical(parts!));
    const separator = match(SEPARATOR, text, here);
    if (!separator) return list;
    here += separator[0].length;
  }
}

/** Reads «nr. 1 annet ledd bokstav a» into the parts; returns where it ends. */
function details(text: string, at: number, parts: Parts): number {
  let here = at;
  const paragraph = parts.paragraph === undefined ? match(PARAGRAPH, text, here) : null;
  if (paragraph) {
    parts.paragraph = Number(paragraph[1] ?? paragraph[2]);
    here += paragraph[0].length;
  }
  const sub = match(SUBPARAGRAPH, text, here);
  if (sub) {
    parts.sub = sub[1]!.toLowerCase() === 'andre' ? 'annet' : sub[1]!.toLowerCase();
    here += sub[0].length;
  }
  const letter = match(LETTER, text, here) ?? match(BARE_LETTER, text, here);
  if (letter) {
    parts.letter = (letter[1] ?? letter[2] ?? letter[3])!.toLowerCase();
    here += letter[0].length;
  }
  return here;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function canonical({ article, paragraph, sub, letter }: Parts): string {
  return [`art. ${article}`, paragraph === undefined ? '' : `nr. ${paragraph}`, sub ? `${sub} ledd` : '', letter ? `bokstav ${letter}` : ''].filter(Boolean).join(' ');
}

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
 * ledd → nr. → article. Undefined where not even the article is known, and for spans (articlesOf).
 */
export function lookup(library: Pick<Library, 'articles'>, reference: string): Article | undefined {
  const loose = /^art\. (\d+) bokstav ([a-z])$/.exec(reference);
  const only = loose && letters(library.articles).get(`${loose[1]} ${loose[2]}`);
  if (only) return only;
  let wanted = reference;
  for (;;) {
    const article = library.articles.get(wanted);
    if (article) return article;
    const shorter = wanted.replace(/ (?:bokstav \S+|\S+ ledd|nr\. \d+)$/, '');
    if (shorter === wanted) return undefined;
    wanted = shorter;
  }
}

/** The article of a reference (see lookup), or every whole article of a span: «art. 12–22». */
export function articlesOf(library: Pick<Library, 'articles'>, reference: string): Article[] {
  const span = /^art\. (\d+)–(\d+)$/.exec(reference);
  if (!span) {
    const article = lookup(library, reference);
    return article ? [article] : [];
  }
  const articles: Article[] = [];
  for (let number = Number(span[1]); number <= Number(span[2]) && number <= LAST_ARTICLE; number++) {
    const article = library.articles.get(`art. ${number}`);
    if (article) articles.push(article);
  }
  return articles;
}

/** The address of a page of ours, for links in Markdown. The client opens it as a read-only document. */
export function pageUri(kind: 'regel' | 'artikkel', name: string): string {
  return `vurdert:/${kind}/${encodeURIComponent(name)}.md`;
}
