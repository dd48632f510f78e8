/** The names of Norwegian acts in a text: those of the table, and those that are an act's name all the same. */
import { distance } from 'fastest-levenshtein';
import type { Range } from '../../syntax/nodes.ts';
import { B, E, match } from './details.ts';
import type { LawName } from './model.ts';

/** An act's name in a text; `law` is undefined for acts that the table does not have. */
export interface Act {
  range: Range;
  law: LawName | undefined;
}

interface Names {
  /** Single words without inflection («barnevernslov»), former acts apart. */
  words: Map<string, LawName[]>;
  /** Before «§» only: «bvl», «popplyl». */
  abbreviations: Map<string, LawName[]>;
  /** Names of several words, longest first. */
  phrases: { pattern: RegExp; law: LawName }[];
}

const compiled = new WeakMap<readonly LawName[], Names>();

function namesOf(laws: readonly LawName[]): Names {
  let names = compiled.get(laws);
  if (names) return names;
  names = { words: new Map(), abbreviations: new Map(), phrases: [] };
  const phrases: { text: string; law: LawName }[] = [];
  const add = (map: Map<string, LawName[]>, key: string, law: LawName): void => {
    const all = map.get(key) ?? [];
    if (!all.includes(law)) map.set(key, [...all, law]);
  };
  for (const law of laws) {
    for (const alias of [law.name, ...law.aliases]) {
      const text = alias.normalize('NFC').toLowerCase().trim();
      // «barnevernloven av 1992» is also the word before it, when something else tells the year.
      const dated = /^(\S+?(?:loven|lova|lov))\s+\(?(?:av|fra)?\s*\d{4}\)?$/.exec(text);
      if (/\s/.test(text)) phrases.push({ text, law });
      else if (stem(text)) add(names.words, stem(text)!, law);
      else add(names.abbreviations, text.replace(/\.$/, ''), law);
      if (dated) add(names.words, stem(dated[1]!)!, law);
    }
  }
  phrases.sort((a, b) => b.text.length - a.text.length);
  names.phrases = phrases.map(({ text, law }) => ({ law, pattern: new RegExp(`${text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/lov(?:en|a)$/, 'lov(?:en|a)?s?')).join('\\s+')}${E}`, 'iy') }));
  compiled.set(laws, names);
  return names;
}

/** «barnevernslovens» → «barnevernslov»; undefined for what does not end like an act. */
function stem(word: string): string | undefined {
  const match = /^(|.{2,}?)-?lov(?:en|a|ens|as|s)?$/.exec(word.toLowerCase());
  // «helsepersonell-loven», «helsepersonelloven»: how many l's is nobody's strong side.
  return match ? `${match[1]!.replaceAll('-', '').replace(/l+$/, 'l')}lov` : undefined;
}

/** The words that name no act: they speak of law, or of the act named before. */
const NO_ACT = new Set(['lov', 'særlov', 'spesiallov', 'fullmaktslov']);
const PHRASE_OF_ITS_OWN = /lov(?:en|a)?\s+(?:om\s+[a-zA-ZÀ-ɏ]|(?:av\s+)?\d{1,2}\.\s*[a-zA-ZÀ-ɏ]+\s+\d{4})/iy;
const FORMER_BEFORE = new RegExp(`${B}(?:tidligere|forrige|gamle|gammel|gamal|opphevede|opphevet|daværende|dagjeldende)\\s+$`, 'i');
const YEAR = /\s*(?:\(\s*)?(?:(?:av|fra|frå)\s+)?(?:\d{1,2}\.\s*[a-zA-ZÀ-ɏ]+\s+)?((?:18|19|20)\d{2})(?:\s+nr\.?\s*\d+)?\)?(?!\d)/iy;

/** The act whose name stands around an offset («lov» of «barnevernsloven»); undefined where it is no act's. */
export function actAt(text: string, at: number, laws: readonly LawName[]): Act | undefined {
  const names = namesOf(laws);
  const range = wordAt(text, at);
  for (const { pattern, law } of names.phrases) {
    const found = match(pattern, text, range.start);
    if (found) return choose(text, { start: range.start, end: range.start + found[0].length }, [law]);
  }
  const word = text.slice(range.start, range.end).toLowerCase();
  if (/forskrift(?:en|a|ene|s|ens|as)*$/.test(word)) return { range, law: undefined };
  const base = stem(word);
  if (!base) return undefined;
  if (NO_ACT.has(base)) {
    const phrase = base === 'lov' ? match(PHRASE_OF_ITS_OWN, text, range.start) : null;
    return phrase ? { range: { start: range.start, end: range.start + phrase[0].length - 1 }, law: undefined } : undefined;
  }
  return choose(text, range, names.words.get(base) ?? misspelled(base, names));
}

/** A known act with one slip in it; two in a long name. */
function misspelled(base: string, { words }: Names): LawName[] {
  if (base.length < 11) return [];
  const near = [...words.keys()].filter((word) => Math.abs(word.length - base.length) <= 2 && distance(word, base) <= (base.length >= 18 ? 2 : 1));
  return near.length === 1 ? words.get(near[0]!)! : [];
}

/** Among acts of one name: the one of the year that stands there, the former one where «tidligere» does, else the one in force. */
function choose(text: string, range: Range, laws: readonly LawName[]): Act {
  const year = match(YEAR, text, range.end);
  const dated = year && laws.find((law) => law.name.includes(year[1]!) || law.aliases.some((alias) => alias.includes(year[1]!)));
  if (year && dated) return { range: { start: range.start, end: range.end + year[0].length }, law: dated };
  const former = laws.find((law) => law.repealed);
  if (former && FORMER_BEFORE.test(text.slice(Math.max(0, range.start - 20), range.start))) return { range, law: former };
  return { range, law: laws.find((law) => !law.repealed) ?? laws[0] };
}

const ABBREVIATION = /([a-zA-ZÀ-ɏ-]{2,16})(\.?)\s*$/;
/** Before «§» these end in l and are no act. */
const NO_ABBREVIATION = new Set(['til', 'skal', 'inkl', 'ekskl', 'evtl', 'vil', 'eksempel', 'kapittel', 'kapitel', 'artikkel', 'fl', 'el']);
const PAPER = /(?:avtal|reglement|vedtekt|instruks|kontrakt|retningslinj|direktiv|rundskriv)[a-zA-ZÀ-ɏ]{0,5}$/i;

/** The act that stands right before a «§» without being a word that ends in «lov»: «bvl. § 13-2», «avtalen § 5». */
export function abbreviatedBefore(text: string, at: number, laws: readonly LawName[]): Act | undefined {
  const from = Math.max(0, at - 24);
  const found = ABBREVIATION.exec(text.slice(from, at));
  if (!found) return undefined;
  const start = from + found.index;
  const range = { start, end: start + found[1]!.length + found[2]!.length };
  const word = found[1]!.toLowerCase();
  const known = namesOf(laws).abbreviations.get(word);
  if (known) return choose(text, range, known);
  if (PAPER.test(word)) return { range, law: undefined };
  return /l$/.test(word) && word.length >= 3 && found[2] && !NO_ABBREVIATION.has(word) ? { range, law: undefined } : undefined;
}

const IN_WORD = /[a-zA-ZÀ-ɏ-]/;
function wordAt(text: string, at: number): Range {
  let start = at;
  let end = at;
  while (start > 0 && at - start < 60 && IN_WORD.test(text[start - 1]!)) start--;
  while (end < text.length && end - at < 60 && IN_WORD.test(text[end]!)) end++;
  return { start, end };
}
