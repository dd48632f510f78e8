/** Lookups in the dated facts: where a country stands, the age of consent, a platform's age limit. */
import type { Country, DatedFact, FactValue } from './model.ts';

/**
 * eea: no transfer. adequate, limited, certified: a decision for all recipients, for some kinds, for those on a list.
 * expired: the decision's last day has passed. none: on neither list.
 */
export type Standing = 'eea' | 'adequate' | 'limited' | 'certified' | 'expired' | 'none';

export interface CountryFact {
  /** The name that messages use: «USA». */
  name: string;
  standing: Standing;
  fact: DatedFact;
}

type Facts = readonly DatedFact[];
type Kind = FactValue['kind'];
interface Of<K extends Kind> extends DatedFact { value: Extract<FactValue, { kind: K }> }

const COVERS = { all: 'adequate', some: 'limited', certified: 'certified' } as const;
/** «us» and «uk» are words of other languages too: in running text only as «US» and «UK». */
const SHORT = 3;

function ofKind<K extends Kind>(facts: Facts, kind: K): Of<K>[] {
  return facts.filter((fact): fact is Of<K> => fact.value.kind === kind);
}

/** Where a country stands on a day (YYYY-MM-DD), by any of its names in any case; undefined for a name that no fact has. */
export function countryFact(facts: Facts, name: string, today: string): CountryFact | undefined {
  const found = namesOf(facts).get(plain(name));
  return found && { name: found.country.name, standing: standingOf(found.fact.value, today), fact: found.fact };
}

/** The countries that a text names, in order, each once: «hos Meta i Irland, og i USA» → Irland, USA. */
export function countriesIn(facts: Facts, text: string, today: string): CountryFact[] {
  const composed = text.normalize('NFC');
  const found = new Map<string, CountryFact>();
  for (const match of composed.matchAll(patternOf(facts))) {
    const word = match[1]!;
    if (word.length <= SHORT && word !== word.toUpperCase()) continue;
    const country = countryFact(facts, word, today);
    if (country && !found.has(country.name)) found.set(country.name, country);
  }
  return [...found.values()];
}

/** What is said of countries outside the EEA that no fact names. */
export function unlistedFact(facts: Facts): DatedFact | undefined {
  return ofKind(facts, 'no-decision')[0];
}

/** The age from which a child consents to information society services itself. */
export function ageOfConsent(facts: Facts): Of<'consent-age'> | undefined {
  return ofKind(facts, 'consent-age')[0];
}

/** A platform's own age limit, by the option's value or another name («Twitter»); undefined for a platform that no fact has. */
export function ageLimitOf(facts: Facts, platform: string): Of<'age-limit'> | undefined {
  const name = plain(platform);
  return ofKind(facts, 'age-limit').find(({ value }) => value.platform === name || value.aliases.includes(name));
}

/** A fact by its id, by a country's or a platform's name: «samtykkealder», «Amerikas forente stater», «Snapchat». */
export function factNamed(facts: Facts, name: string): DatedFact | undefined {
  return facts.find((fact) => fact.id === plain(name)) ?? namesOf(facts).get(plain(name))?.fact ?? ageLimitOf(facts, name);
}

function standingOf(value: FactValue, today: string): Standing {
  if (value.kind === 'eea') return 'eea';
  if (value.kind !== 'adequacy') return 'none';
  return value.until !== undefined && value.until < today ? 'expired' : COVERS[value.covers];
}

const tables = new WeakMap<Facts, Map<string, { country: Country; fact: DatedFact }>>();
const patterns = new WeakMap<Facts, RegExp>();

function namesOf(facts: Facts): Map<string, { country: Country; fact: DatedFact }> {
  let table = tables.get(facts);
  if (!table) {
    table = new Map();
    for (const fact of facts) for (const country of countriesOf(fact.value)) for (const name of [country.name, ...country.aliases]) table.set(plain(name), { country, fact });
    tables.set(facts, table);
  }
  return table;
}

export function countriesOf(value: FactValue): Country[] {
  return value.kind === 'eea' || value.kind === 'no-decision' ? value.countries : value.kind === 'adequacy' ? [value.country] : [];
}

/** The longest name first, so that «Nord-Irland» is not Irland; with a genitive s, and before a hyphen («USA-basert»). */
function patternOf(facts: Facts): RegExp {
  let pattern = patterns.get(facts);
  if (!pattern) {
    const names = [...namesOf(facts).keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
    pattern = names.length ? new RegExp(`(?<![\\p{L}-])(${names.join('|')})s?(?!\\p{L})`, 'giu') : /(?!)()/g;
    patterns.set(facts, pattern);
  }
  return pattern;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
