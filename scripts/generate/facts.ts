/** Reads the dated facts (schemas/sources/fakta.yaml) and says what is wrong with them, as sentences that name the fact. */
import { isRealDate } from '../../server/core/dates.ts';
import { countriesOf } from '../../server/core/sources/facts.ts';
import type { Country, DatedFact, FactValue } from '../../server/core/sources/model.ts';
import type { Written } from './read.ts';

const COVERS = { alle: 'all', kommersielle: 'some', sertifiserte: 'certified' } as const;
const FIELDS = ['id', 'påstand', 'omfang', 'bakgrunn', 'verdi', 'kilde', 'status', 'usikker-fordi', 'usikker-kilde', 'datert', 'sist-kontrollert', 'gjennomgås', 'artikler'];
/** Art. 8 nr. 1 lets no country go below 13, and asks for nothing above 16. */
const CONSENT_AGES = { from: 13, to: 16 };

/** The facts of a file as written; what is wrong is added to `problems`, and what cannot be read is left out. */
export function readFacts(file: Written, problems: string[]): DatedFact[] {
  const facts: DatedFact[] = [];
  for (const written of list(file['fakta'])) {
    const own: string[] = [];
    const fact = readFact(written, file, own);
    problems.push(...own.map((problem) => `schemas/sources/fakta.yaml, «${written['id']}»: ${problem}`));
    if (fact) facts.push(fact);
  }
  return facts;
}

function readFact(written: Written, file: Written, problems: string[]): DatedFact | undefined {
  for (const key of Object.keys(written)) if (!FIELDS.includes(key)) problems.push(`nøkkelen «${key}» finnes ikke`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(written['id']))) problems.push('id skrives med små bokstaver fra a til z, tall og bindestrek');
  const claim = text(written['påstand']);
  if (!claim) problems.push('påstand mangler');
  const source = typeof written['kilde'] === 'string' ? file['kilder']?.[written['kilde']] : written['kilde'];
  if (!source) problems.push(`kilden «${written['kilde']}» finnes ikke`);
  else if (!source['tittel'] || !source['utgiver'] || !/^https:\/\/\S+$/.test(text(source['lenke']))) problems.push('kilden trenger tittel, utgiver og en lenke som begynner med https://');
  const uncertain = text(written['usikker-fordi']);
  const doubt = written['usikker-kilde'] === undefined ? undefined : file['kilder']?.[written['usikker-kilde']];
  if (written['usikker-kilde'] !== undefined && (!doubt || !uncertain)) problems.push(`usikker-kilde: «${written['usikker-kilde']}» finnes ikke, eller usikker-fordi mangler`);
  if (!['bekreftet', 'usikker'].includes(written['status'])) problems.push(`status er «${written['status']}»; skriv bekreftet eller usikker`);
  if (written['status'] === 'usikker' && !uncertain) problems.push('et usikkert faktum trenger usikker-fordi');
  if (written['status'] === 'bekreftet' && uncertain) problems.push('et bekreftet faktum har ikke usikker-fordi');
  const dated = written['datert'] === undefined ? undefined : String(written['datert']);
  if (dated !== undefined && !/^\d{4}(-\d{2})?$/.test(dated) && !isRealDate(dated)) problems.push('datert skrives ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD');
  const checked = text(written['sist-kontrollert'] ?? file['sist-kontrollert']);
  const reviewBy = text(written['gjennomgås'] ?? file['gjennomgås']);
  if (!isRealDate(checked) || !isRealDate(reviewBy)) problems.push('sist-kontrollert og gjennomgås skrives ÅÅÅÅ-MM-DD');
  else if (reviewBy <= checked) problems.push('gjennomgås skal være etter sist-kontrollert');
  // What is uncertain may have changed already: it is looked at before what is confirmed.
  if (uncertain && reviewBy >= text(file['gjennomgås'])) problems.push(`et usikkert faktum gjennomgås før ${file['gjennomgås']}`);
  const value = readValue(written['verdi'] ?? {}, problems);
  if (!value || !source) return undefined;
  return {
    id: String(written['id']), claim, value, ...optional('scope', text(written['omfang'])), ...optional('background', text(written['bakgrunn'])),
    source: readSource(source), ...(doubt ? { doubtSource: readSource(doubt) } : {}),
    ...optional('uncertain', uncertain), ...optional('dated', dated), checked, reviewBy, articles: written['artikler'] ?? [],
  };
}

const readSource = (written: Written): DatedFact['source'] => ({ title: text(written['tittel']), publisher: text(written['utgiver']), link: text(written['lenke']) });

function readValue(written: Written, problems: string[]): FactValue | undefined {
  const age = (value: unknown, from: number, to: number): number | undefined => {
    if (value === undefined || (Number.isInteger(value) && Number(value) >= from && Number(value) <= to)) return value as number | undefined;
    problems.push(`alderen «${value}» er ikke et helt tall fra ${from} til ${to}`);
    return undefined;
  };
  switch (written['slag']) {
    case 'eøs': return { kind: 'eea', countries: list(written['land']).map((each) => readCountry(each, problems)) };
    case 'uten-beslutning': return { kind: 'no-decision', countries: list(written['land']).map((each) => readCountry(each, problems)) };
    case 'tilstrekkelig': {
      const covers = COVERS[written['gjelder'] as keyof typeof COVERS];
      if (!covers) problems.push(`gjelder er «${written['gjelder']}»; skriv ${Object.keys(COVERS).join(', ')}`);
      const until = written['til'] === undefined ? undefined : String(written['til']);
      if (until !== undefined && !isRealDate(until)) problems.push('til skrives ÅÅÅÅ-MM-DD');
      return { kind: 'adequacy', country: readCountry(written['land'] ?? {}, problems), covers: covers ?? 'all', ...optional('until', until) };
    }
    case 'samtykkealder': {
      const own = age(written['alder'], CONSENT_AGES.from, CONSENT_AGES.to);
      if (own === undefined) return void problems.push('samtykkealder trenger alder');
      return { kind: 'consent-age', age: own, ...optional('proposed', age(written['foreslått'], CONSENT_AGES.from, CONSENT_AGES.to)) };
    }
    case 'aldersgrense': {
      const platform = text(written['plattform']);
      if (!platform || platform !== platform.toLowerCase()) problems.push('plattform skrives med små bokstaver, som valget i malen');
      return { kind: 'age-limit', platform, aliases: written['kalles'] ?? [], ...optional('age', age(written['alder'], 1, 18)) };
    }
    default: return void problems.push(`slag er «${written['slag']}»; skriv eøs, tilstrekkelig, uten-beslutning, samtykkealder eller aldersgrense`);
  }
}

function readCountry(written: Written, problems: string[]): Country {
  const name = text(written['navn']);
  if (!name) problems.push('et land trenger navn');
  const aliases: string[] = written['kalles'] ?? [];
  for (const alias of aliases) if (alias !== alias.toLowerCase()) problems.push(`«${alias}» skal stå med små bokstaver`);
  return { name, aliases };
}

/** What is wrong between the facts, and between them and the articles and platforms that they name. */
export function factProblems(facts: readonly DatedFact[], articles: ReadonlySet<string>, platforms: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const once = (name: string, what: string): void => {
    if (seen.has(`${what} ${name}`)) problems.push(`${what} «${name}» står to ganger`);
    seen.add(`${what} ${name}`);
  };
  for (const { id, value, articles: own } of facts) {
    once(id, 'faktumet');
    for (const country of countriesOf(value)) for (const name of [country.name.toLowerCase(), ...country.aliases]) once(name, 'landet');
    if (value.kind === 'age-limit') {
      for (const name of [value.platform, ...value.aliases]) once(name, 'aldersgrensen for');
      if (!platforms.has(value.platform)) problems.push(`«${id}»: ingen mal har plattformen «${value.platform}»`);
    }
    for (const reference of own) if (!articles.has(reference)) problems.push(`«${id}»: artikkelen «${reference}» finnes ikke`);
  }
  for (const kind of ['eea', 'no-decision', 'consent-age'] as const) if (facts.filter(({ value }) => value.kind === kind).length !== 1) problems.push(`det skal være nøyaktig ett faktum av slaget ${kind}`);
  return problems.map((problem) => `schemas/sources/fakta.yaml: ${problem}`);
}

const list = (value: unknown): Written[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());
function optional<Key extends string, Value>(key: Key, value: Value | undefined | ''): { [name in Key]?: Value } {
  return (value ? { [key]: value } : {}) as { [name in Key]?: Value };
}
