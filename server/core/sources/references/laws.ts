/** Sections of Norwegian acts as people write them: «bvl. § 13-2», «helsepersonelloven §§ 31 og 33», «jf. §4-4, 6. eller 4-24». */
import { abbreviatedBefore, actAt, type Act } from './acts.ts';
import { ANOTHER_LETTER, ANOTHER_PARAGRAPH, ANOTHER_SUB, details, match, mayEnd, ordinal, SEPARATOR, spanEnd } from './details.ts';
import { span } from './gdpr.ts';
import { canonical } from './print.ts';
import type { FoundReference, LawName, Reference } from './model.ts';

/** What may be an act's name or a section; what it is, is looked at more closely. */
const CANDIDATE = /§+|pa?ra?ga?ra+f(?:en(?:e)?|ane|ar|er|a)?(?=\s*\d)|lov|forskrift/gi;
const NUMBER = /\.?\s*(\d{1,3})(?:\s?([-‐‑‒–—−])\s?(?:§\s*)?(\d{1,3}))?(?!\d|[.,]\d)(?:\s?([a-hj-z])(?![a-zA-ZÀ-ɏ\d]|\.[a-zA-ZÀ-ɏ]))?/iy;
const SPAN = /\s*(?:[-‐‑‒–—−]|til(?:\s+og\s+med)?\s|t\.?\s?o\.?\s?m\.?\s)\s*(?:§+\s*)?(\d{1,3}(?:-\d{1,3})?)(?![\da-zA-ZÀ-ɏ%]|[.,]\d)/iy;
const BEHIND = /\s*(?:[,(]\s*)?(?:i|av|fra|frå)\s+(?:(?:den|tidligere|gamle|nye|gjeldende|forrige)\s+)*(?=[a-zA-ZÀ-ɏ-]*lov)/iy;
const ADJACENT = /^[\s,:)(»"]*(?:kap(?:ittel|\.)\s*\d+[\s,]*)?$/i;
const SAME_NAME = /^[\s(«",]*$/;
/** «GDPR § 6» is an article, written by somebody who is used to acts. */
const REGULATION_BEFORE = /(?:GDPR|personvern-?forordning(?:en|a)?|pvf)s?\.?\s*$/i;

/** So many acts back a section may belong. */
const RECALLED = 12;
const NOBODY: LawName = { name: '', aliases: [] };

/**
 * All sections of acts in a text, and the acts that it only names, in order. A section without an act belongs to the
 * nearest act named before it that is numbered like it, then to `fallback`; with neither it is left out, and so is
 * every section of an act that the table does not have.
 */
export function findSections(text: string, laws: readonly LawName[], fallback?: LawName): FoundReference[] {
  const found: FoundReference[] = [];
  const acts: Act[] = [];
  let mention: { act: Act; reference: FoundReference } | undefined;
  let from = 0;
  const name = (act: Act): void => {
    const before = acts.at(-1);
    if (mention && before && mention.act === before && before.law === act.law && SAME_NAME.test(text.slice(before.range.end, act.range.start))) {
      // «lov om barnevern (barnevernsloven)» is one name.
      act.range = { start: before.range.start, end: act.range.end };
      found.pop();
    }
    acts.push(act);
    mention = undefined;
    if (!act.law) return;
    const parts: Reference = { act: act.law.name, number: '' };
    const reference: FoundReference = { range: act.range, start: act.range.start, kind: 'law', reference: canonical(parts), parts, continued: false };
    mention = { act, reference };
    found.push(reference);
  };
  for (const candidate of text.matchAll(CANDIDATE)) {
    if (candidate.index < from) continue;
    if (!/^[§p]/i.test(candidate[0])) {
      const act = actAt(text, candidate.index, laws);
      if (act && act.range.start >= from) {
        name(act);
        from = act.range.end;
      }
      continue;
    }
    if (REGULATION_BEFORE.test(text.slice(Math.max(0, candidate.index - 30), candidate.index))) continue;
    if (/[a-zA-ZÀ-ɏ]/.test(candidate[0]) && candidate.index > 0 && /[a-zA-ZÀ-ɏ]/.test(text[candidate.index - 1]!)) continue;
    const short = abbreviatedBefore(text, candidate.index, laws);
    if (short && (acts.at(-1)?.range.end ?? -1) <= short.range.start) name(short);
    const last = acts.at(-1);
    const isAdjacent = last !== undefined && candidate.index - last.range.end < 40 && ADJACENT.test(text.slice(last.range.end, candidate.index));
    const at = candidate.index + candidate[0].length;
    const number = match(NUMBER, text, at);
    if (!number) continue;
    const isChaptered = number[3] !== undefined && number[2] !== '–';
    let end = isAdjacent ? at : readSections(text, candidate.index, at, NOBODY).at(-1)?.range.end ?? at;
    const behind = isAdjacent ? null : match(BEHIND, text, end);
    const named = behind ? actAt(text, end + behind[0].length, laws) : undefined;
    const law = named ? named.law : isAdjacent ? last.law : nearest(acts, isChaptered, fallback);
    const list = law ? readSections(text, candidate.index, at, law) : [];
    end = list.at(-1)?.range.end ?? end;
    if (isAdjacent && mention && list.length) {
      found.pop();
      list[0]!.range.start = last.range.start;
      list[0]!.start = last.range.start;
    }
    mention = undefined;
    if (named) {
      // Both stay readable for what follows, and the name is not reported again.
      if (list.length === 1) end = list[0]!.range.end = named.range.end;
      acts.push(named);
      end = named.range.end;
    }
    found.push(...list);
    from = end;
  }
  return found;
}

/** The act that a section without one belongs to: the last that is numbered like it. An act that we do not know may be. */
function nearest(acts: readonly Act[], isChaptered: boolean, fallback: LawName | undefined): LawName | undefined {
  const fits = (law: LawName | undefined): boolean => !law?.numbering || (law.numbering === 'chapters') === isChaptered;
  const act = acts.slice(-RECALLED).findLast((each) => fits(each.law));
  return act ? act.law : fallback && fits(fallback) ? fallback : undefined;
}

/** Reads the list of sections behind a «§»: «31 og 33», «4–5», «4-4, 6. eller 4-24». */
function readSections(text: string, start: number, at: number, law: LawName): FoundReference[] {
  const list: FoundReference[] = [];
  let parts: Reference | undefined;
  let here = at;
  for (;;) {
    const itemStart = list.length ? here : start;
    const end = read(text, here, law, parts, (next) => (parts = next));
    if (end === undefined || !parts) return list;
    list.push({ range: { start: itemStart, end }, start: itemStart, kind: 'law', reference: canonical(parts), parts, ...span(parts), continued: list.length > 0 });
    const separator = match(SEPARATOR, text, end);
    if (!separator) return list;
    here = end + separator[0].length;
  }
}

function read(text: string, at: number, law: LawName, before: Reference | undefined, take: (parts: Reference) => void): number | undefined {
  const go = (parts: Reference, length: number): number => {
    take(parts);
    return spanEnd(text, details(text, at + length, parts), parts);
  };
  if (before) {
    const { act, number, sub, paragraph } = before;
    const another = match(ANOTHER_SUB, text, at);
    if (another && ordinal(another[1])) return go({ act, number, sub: ordinal(another[1]) }, another[0].length);
    const letter = before.letter ? match(ANOTHER_LETTER, text, at) : null;
    if (letter) return go({ act, number, sub, paragraph, letter: (letter[1] ?? letter[2] ?? letter[3])!.toLowerCase() }, letter[0].length);
    const nr = match(ANOTHER_PARAGRAPH, text, at);
    if (nr?.[1]) return go({ act, number, sub, paragraph: Number(nr[1]) }, nr[0].length);
  }
  const found = match(NUMBER, text, at);
  if (!found) return undefined;
  const [whole, first = '', dash, second, suffix] = found;
  const isChaptered = second !== undefined && (law.numbering === 'chapters' || (law.numbering === undefined && dash !== '–') || Number(second) <= Number(first));
  if (before && (before.number.includes('-') !== isChaptered || !mayEnd(text, at + whole.length, isLater(isChaptered ? `${first}-${second}` : first, before.number)))) return undefined;
  // «§ 9 a)» is a letter, «(§ 9 a)» a section.
  const isLetter = suffix !== undefined && text[at + whole.length] === ')' && !isOpen(text, at);
  const tail = suffix && !isLetter ? ` ${suffix.toLowerCase()}` : '';
  if (second !== undefined && !isChaptered) {
    const parts: Reference = { act: law.name, number: first, upTo: second };
    take(parts);
    return at + whole.length - (suffix ? whole.length - whole.lastIndexOf(second) - second.length : 0);
  }
  const parts: Reference = { act: law.name, number: (isChaptered ? `${first}-${second}` : first) + tail };
  take(parts);
  const here = at + whole.length;
  if (isLetter) {
    parts.letter = suffix!.toLowerCase();
    return here;
  }
  const end = match(SPAN, text, here);
  if (end && end[1]!.includes('-') === isChaptered && isLater(end[1]!, parts.number) && mayEnd(text, here + end[0].length, true)) {
    parts.upTo = end[1]!;
    return here + end[0].length;
  }
  return spanEnd(text, details(text, here, parts), parts);
}

/** Whether a parenthesis stands open. */
function isOpen(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 120), at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** Whether one section comes after another. */
function isLater(one: string, other: string): boolean {
  const [a = 0, b = 0] = one.split('-').map((part) => Number.parseInt(part, 10));
  const [c = 0, d = 0] = other.split('-').map((part) => Number.parseInt(part, 10));
  return a > c || (a === c && b > d);
}
