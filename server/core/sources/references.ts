/**
 * References to the regulation and to Norwegian acts as people write them («GDPR art.5.1 bokstav a», «bvl. § 13-2»)
 * and their canonical form («art. 5 nr. 1 bokstav a», «barnevernsloven § 13-2»), which the library's articles and
 * sections are named by. «art. 12–22» is a span.
 */
import type { Library } from '../library.ts';
import { findArticles } from './references/gdpr.ts';
import { findSections } from './references/laws.ts';
import type { FoundReference, LawName } from './references/model.ts';
import { has, type Structure } from './references/structure.ts';

export { articlesOf, lawOf, lookup, sectionsOf } from './references/lookup.ts';
export { parseCanonical, printReference } from './references/print.ts';
export type { FoundReference, LawName, Reference } from './references/model.ts';

/** What the parser knows beside the text. With nothing it finds the regulation's articles only. */
export interface Known {
  laws?: readonly LawName[] | undefined;
  /** The act that a «§» without any belongs to, where the text names none that fits. */
  fallback?: LawName | undefined;
  structure?: Structure | undefined;
  /** Also the acts that a text only names, without a section: «etter barnevernsloven». */
  names?: boolean | undefined;
}

/** A reference has a number; an act's name has «lov». */
const MAY_HOLD = /\d/;
const MAY_NAME = /\d|lov/i;

/**
 * All references in a text, in order. Total: text without any gives an empty list. Offsets are UTF-16 units into the
 * text as it is, also where it is written in decomposed Unicode.
 */
export function findReferences(text: string, known: Known = {}): FoundReference[] {
  if (!(known.names ? MAY_NAME : MAY_HOLD).test(text)) return [];
  const composed = text.normalize('NFC');
  const { laws, fallback, structure, names } = known;
  const found = [
    ...findArticles(composed, structure && ((article, paragraph) => has(structure, { number: String(article), paragraph }))),
    ...(laws?.length ? findSections(composed, laws, fallback).filter((each) => names || each.parts.number !== '') : []),
  ].sort((a, b) => a.range.start - b.range.start);
  if (composed === text) return found;
  const at = offsets(text, composed);
  return found.map((each) => ({ ...each, range: { start: at(each.range.start), end: at(each.range.end) }, start: at(each.start) }));
}

/** From offsets into composed text to offsets into the text as it was. */
function offsets(text: string, composed: string): (offset: number) => number {
  const map: number[] = [];
  let at = 0;
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    for (let i = cluster.normalize('NFC').length; i > 0; i--) map.push(at);
    at += cluster.length;
  }
  map.push(at);
  // Where composing went beyond a letter and its marks, the offsets are the text's own: near enough.
  return map.length === composed.length + 1 ? (offset) => map[offset] ?? at : (offset) => Math.min(offset, text.length);
}

const tables = new WeakMap<Library['laws'], LawName[]>();

/** What the library knows that the parser needs. */
export function knownBy(library: Pick<Library, 'laws' | 'sections' | 'structure'>): Known & { laws: readonly LawName[]; structure: Structure } {
  let laws = tables.get(library.laws);
  if (!laws) {
    const numbered = new Map<string, boolean>();
    for (const { law, section } of library.sections.values()) if (section) numbered.set(law, section.includes('-'));
    laws = [...library.laws.values()].map(({ name, aliases, repealed }) => {
      const chaptered = numbered.get(name);
      return { name, aliases, repealed, numbering: chaptered === undefined ? undefined : chaptered ? 'chapters' : 'through' };
    });
    tables.set(library.laws, laws);
  }
  return { laws, structure: library.structure };
}

/** What a page is about: a rule, an article, an act or section, a question, an excerpt of a guide, a term, or a dated fact. */
export type PageKind = 'regel' | 'artikkel' | 'lov' | 'sporsmal' | 'utdrag' | 'ord' | 'fakta';

/** The address of a page of ours, for links in Markdown. The client opens it as a read-only document. */
export function pageUri(kind: PageKind, name: string): string {
  // A slash («plattform-2026/A.1») stays one: VS Code would write it so in any case.
  return `vurdert:/${kind}/${encodeURIComponent(name).replaceAll('%2F', '/')}.md`;
}
