/** The dated facts that the answers of a platform assessment rest on, and how a message names them. */
import type { Facts } from '../model.ts';
import { block, rows, says, textOf, wordsOf } from '../../assessment/facts.ts';
import type { Assessment } from '../../assessment/model.ts';
import { ageLimitOf, ageOfConsent, countriesIn, countryFact, unlistedFact, type CountryFact } from '../../sources/facts.ts';
import type { DatedFact } from '../../sources/model.ts';
import { originOf } from '../../templates/model.ts';
import type { Texts } from '../../texts/texts.ts';

/** What the lookups need: a rule's context has it, and so has a feature's. */
export interface Dated {
  assessment: Assessment;
  library: { datedFacts: DatedFact[] };
  /** YYYY-MM-DD. */
  today: string;
}

/** A country outside the EEA. Without a standing it is a name that no fact has. */
export interface Abroad {
  name: string;
  standing: CountryFact['standing'] | 'unknown';
  fact: DatedFact;
}

/** The template whose answers these are. */
const PLATFORM_TEMPLATE = 'plattform-2026';

/** «Datatilsynet, kilden er ikke datert, kontrollert 2026-11-22». */
export function noteOf({ source, checked, dated }: DatedFact, texts: Texts): string {
  return texts(dated ? 'fact.note' : 'fact.note-undated', { utgiver: source.publisher, dato: checked });
}

/** The source, and why the fact is uncertain where it is: the doubt is a sentence of its own at the end of the message. */
export function noteParams(fact: DatedFact, texts: Texts): { kilde: string; tvil: string } {
  return { kilde: noteOf(fact, texts), tvil: fact.uncertain ? ` ${texts('fact.doubt', { grunn: fact.uncertain })}` : '' };
}

/** What a message says of a fact, by the holes' names. */
export function factParams(fact: DatedFact, texts: Texts): { påstand: string; kilde: string; tvil: string } {
  return { påstand: fact.claim, ...noteParams(fact, texts) };
}

/** Where the vendor belongs (B.2), when that is outside the EEA or unknown to us. */
export function vendorAbroad({ assessment, library, today }: Dated): Abroad[] {
  const written = textOf(block(assessment.facts, 'B.2')['land']);
  if (!written) return [];
  const exact = countryFact(library.datedFacts, written, today);
  const found = exact ? [exact] : countriesIn(library.datedFacts, written, today);
  const fact = unlistedFact(library.datedFacts);
  return found.length || !fact ? outside(found) : [{ name: written, standing: 'unknown', fact }];
}

/** The countries that the data goes to: the vendor's, and those that the explanations of E.1 and E.2 name, or else E.3. */
export function transferredTo(dated: Dated): Abroad[] {
  const { assessment, library, today } = dated;
  if (!says(assessment.facts, 'E.1', 'ja', 'delvis')) return [];
  const named = (...ids: string[]): Abroad[] => outside(ids.flatMap((id) => countriesIn(library.datedFacts, wordsOf({ assessment }, id), today)));
  const vendor = vendorAbroad(dated).filter(({ standing }) => standing !== 'unknown');
  const first = [...vendor, ...named('E.1', 'E.2')];
  const all = first.length ? first : named('E.3');
  const unknown = all.length ? [] : vendorAbroad(dated);
  return [...new Map([...all, ...unknown].map((each) => [each.name, each])).values()];
}

function outside(found: readonly CountryFact[]): Abroad[] {
  return found.filter(({ standing }) => standing !== 'eea');
}

/** Whether a country has no decision that counts today. */
export function isWithoutDecision({ standing }: Abroad): boolean {
  return standing === 'none' || standing === 'expired' || standing === 'unknown';
}

/** Whether a purpose rests on consent (D.1, letter a). */
export function restsOnConsent(facts: Facts): boolean {
  return rows(facts['D.1']).some((row) => textOf(row['grunnlag']).toLowerCase() === 'a');
}

/** The youngest of the audience (D.2); undefined where no age is given. 0 means everybody. */
export function youngest(facts: Facts): number | undefined {
  const from = block(facts, 'D.2')['fra'];
  return typeof from === 'number' ? from : undefined;
}

/** The age limits of the platforms (B.1) that a fact holds, in the file's order. */
export function platformLimits({ assessment, library }: Dated): (DatedFact & { value: { kind: 'age-limit'; platform: string; age?: number } })[] {
  const written = assessment.facts['B.1'];
  const names = Array.isArray(written) ? written.map(textOf) : [textOf(written)];
  return names.flatMap((name) => (name && ageLimitOf(library.datedFacts, name)) || []);
}

/** Each answer with the fact that bears on it: what a hover shows, and what is looked at when a fact is past its day. */
export function bearing(dated: Dated): { at: string; fact: DatedFact }[] {
  const { assessment, library, today } = dated;
  if (originOf(assessment.template) !== PLATFORM_TEMPLATE) return [];
  const vendor = countriesIn(library.datedFacts, textOf(block(assessment.facts, 'B.2')['land']), today);
  const found = vendor.length ? vendor : vendorAbroad(dated);
  const consent = restsOnConsent(assessment.facts) ? ageOfConsent(library.datedFacts) : undefined;
  const limits = platformLimits(dated);
  const pairs = [
    ...found.map(({ fact }) => ({ at: 'B.2/land', fact })),
    ...limits.map((fact) => ({ at: 'B.4', fact })),
    ...(consent ? [{ at: 'D.2/fra', fact: consent }, { at: 'D.4', fact: consent }] : []),
    ...limits.map((fact) => ({ at: 'D.2/fra', fact })),
    ...(says(assessment.facts, 'E.2', 'adekvans') ? transferredTo(dated).flatMap(({ fact }) => ['E.2', 'E.3'].map((at) => ({ at, fact }))) : []),
  ];
  return pairs.filter(({ at, fact }, i) => pairs.findIndex((each) => each.at === at && each.fact === fact) === i);
}
