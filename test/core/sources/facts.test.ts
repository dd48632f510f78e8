import { describe, expect, it } from 'vitest';
import { factProblems, readFacts } from '../../../scripts/generate/facts.ts';
import { readYaml } from '../../../scripts/generate/read.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { factPage, pageText } from '../../../server/core/features/pages.ts';
import { library } from '../../../server/core/product.ts';
import { ageLimitOf, ageOfConsent, countriesIn, countryFact, factNamed } from '../../../server/core/sources/facts.ts';
import type { DatedFact } from '../../../server/core/sources/model.ts';
import { pageOf } from '../../../server/lsp/protocol.ts';
import { analyseText, contextWith, overlay, read, TODAY } from '../fixtures.ts';

const facts = library.datedFacts;
const standing = (name: string, today = TODAY): string | undefined => countryFact(facts, name, today)?.standing;

describe('the facts', () => {
  it('say who, when, and when to look again, and none of them is due today', () => {
    for (const fact of facts) {
      expect(fact.checked <= TODAY && TODAY <= fact.reviewBy, fact.id).toBe(true);
      expect(fact.source.link, fact.id).toMatch(/^https:/);
    }
    expect(facts.length).toBeGreaterThan(25);
  });
  it('are looked at sooner where they are uncertain', () => {
    const latest = facts.filter((fact) => fact.uncertain).map((fact) => fact.reviewBy).sort().at(-1)!;
    const earliest = facts.filter((fact) => !fact.uncertain).map((fact) => fact.reviewBy).sort()[0]!;
    expect(latest < earliest).toBe(true);
  });
  it('hold every platform that the template offers', () => {
    const question = library.templates.find(({ id }) => id === 'plattform-2026')!.parts[0]!.sections[1]!.items[0]!;
    const options = 'kind' in question && question.kind.type === 'some-of' ? question.kind.options : [];
    expect(options.length).toBeGreaterThan(5);
    for (const { value } of options) expect(ageLimitOf(facts, value), value).toBeDefined();
  });
});

describe('a country', () => {
  it.each([['Irland', 'eea'], ['norway', 'eea'], ['Storbritannia', 'adequate'], ['USA', 'certified'], ['Amerikas forente stater', 'certified'], ['De  forente stater', 'certified'], ['Canada', 'limited'], ['Kina', 'none'], ['Atlantis', undefined]])('%s: %s', (name, expected) => expect(standing(name)).toBe(expected));
  it('falls out of the list after the last day of its decision', () => {
    expect(standing('Storbritannia', '2031-12-27')).toBe('adequate');
    expect(standing('Storbritannia', '2031-12-28')).toBe('expired');
  });
  it.each([
    ['Meta i Irland, og USAs myndigheter', ['Irland', 'USA']],
    ['Nord-Irland', ['Storbritannia']],
    ['EU–US Data Privacy Framework', ['USA']],
    ['en USA-basert leverandør og en i the UK', ['USA', 'Storbritannia']],
    ['Nord-Korea', []],
    ['us andre, og man vet ikke', []],
    ['Finlandssvensk', []],
    ['Fa\u0308ro\u0308yene, Tu\u0308rkiye', ['Tyrkia']],
  ])('%s names %j', (text, expected) => expect(countriesIn(facts, text, TODAY).map(({ name }) => name)).toEqual(expected));
});

describe('an age', () => {
  it('of consent is the fact, with what is proposed', () => expect(ageOfConsent(facts)!.value).toEqual({ kind: 'consent-age', age: 13, proposed: 15 }));
  it('limit is found by the option and by other names', () => {
    expect(ageLimitOf(facts, 'x')).toBe(ageLimitOf(facts, 'Twitter'));
    expect(ageLimitOf(facts, 'instagram')!.value.age).toBe(13);
    expect(ageLimitOf(facts, 'roblox')!.value.age).toBeUndefined();
    expect(ageLimitOf(facts, 'nettforum')).toBeUndefined();
  });
});

describe('the build stops', () => {
  const articles = new Set(library.articles.keys());
  const file = readYaml('schemas/sources/fakta.yaml');
  const of = (id: string): Record<string, unknown> => file['fakta'].find((fact: { id: string }) => fact.id === id);
  const problemsOf = (fact: Record<string, unknown>): string[] => {
    const problems: string[] = [];
    readFacts({ ...file, fakta: [fact] }, problems);
    return problems;
  };
  it('at nothing in the file as it is', () => expect(problemsOf(of('samtykkealder'))).toEqual([]));
  it.each<[string, Record<string, unknown>]>([
    ['nøkkelen «verdier» finnes ikke', { verdier: 1 }],
    ['id skrives med små bokstaver', { id: 'Ålder' }],
    ['påstand mangler', { påstand: '' }],
    ['kilden «avisen» finnes ikke', { kilde: 'avisen' }],
    ['en lenke som begynner med https://', { kilde: { tittel: 't', utgiver: 'u', lenke: 'http://a' } }],
    ['skriv bekreftet eller usikker', { status: 'kanskje' }],
    ['et usikkert faktum trenger usikker-fordi', { 'usikker-fordi': undefined }],
    ['et bekreftet faktum har ikke usikker-fordi', { status: 'bekreftet' }],
    ['datert skrives', { datert: '2025-02-30' }],
    ['gjennomgås skal være etter', { gjennomgås: '2026-11-22' }],
    ['et usikkert faktum gjennomgås før', { gjennomgås: '2028-01-01' }],
    ['alderen «12»', { verdi: { slag: 'samtykkealder', alder: 12 } }],
    ['slag er «alder»', { verdi: { slag: 'alder' } }],
    ['gjelder er «noen»', { verdi: { slag: 'tilstrekkelig', land: { navn: 'Utopia' }, gjelder: 'noen' } }],
    ['«Utopia» skal stå med små bokstaver', { verdi: { slag: 'tilstrekkelig', land: { navn: 'Utopia', kalles: ['Utopia'] }, gjelder: 'alle' } }],
  ])('%s', (problem, changes) => expect(problemsOf({ ...of('samtykkealder'), ...changes }).filter((each) => each.includes(problem))).toHaveLength(1));
  it.each<[string, (all: DatedFact[]) => DatedFact[]]>([
    ['faktumet «eos» står to ganger', (all) => [...all, all[0]!]],
    ['landet «kina» står to ganger', (all) => all.map((fact) => (fact.value.kind === 'eea' ? { ...fact, value: { ...fact.value, countries: [...fact.value.countries, { name: 'Kina', aliases: [] }] } } : fact))],
    ['ingen mal har plattformen «bebo»', (all) => [...all, { ...all[0]!, id: 'bebo', value: { kind: 'age-limit', platform: 'bebo', aliases: [] } }]],
    ['artikkelen «art. 102» finnes ikke', (all) => all.map((fact) => ({ ...fact, articles: ['art. 102'] }))],
    ['nøyaktig ett faktum av slaget consent-age', (all) => all.filter(({ value }) => value.kind !== 'consent-age')],
  ])('%s', (problem, change) => {
    const platforms = new Set(facts.flatMap(({ value }) => (value.kind === 'age-limit' ? [value.platform] : [])));
    expect(factProblems(facts, articles, platforms)).toEqual([]);
    expect(factProblems(change([...facts]), articles, platforms).filter((each) => each.includes(problem))).not.toEqual([]);
  });
});

const SAMPLE = read('samples/bydel/fritidsklubben/instagram.plattform.yaml');
const hoverAt = (mark: RegExp, written = '', today = TODAY): string => {
  const analysis = analyseText(written ? overlay(SAMPLE, written) : SAMPLE, 'a.plattform.yaml', { ...contextWith(), today });
  const match = mark.exec(analysis.text)!;
  return hover(analysis, match.index + match[0].length - 1)!.markdown;
};

describe('what a reader sees', () => {
  it('is the fact on the answers that rest on it, with its date and source', () => {
    expect(hoverAt(/\n {4}land:/)).toContain('**Faktum:** EØS er EU-landene og Island, Liechtenstein og Norge.');
    expect(hoverAt(/\n {2}B\.4:/)).toContain('**Faktum:** Instagram krever at den som oppretter en konto, har fylt 13 år. ([Instagram](vurdert:/fakta/aldersgrense-instagram.md) · kontrollert 22.11.2026)');
    expect(hoverAt(/\n {2}B\.4: 13/)).toContain('**Faktum:** Instagram');
    expect(hoverAt(/\n {2}E\.2:/)).toContain('bare virksomheter som er sertifisert i EU–US Data Privacy Framework. ([EU-kommisjonen](vurdert:/fakta/usa-data-privacy-framework.md) · *usikkert* · kontrollert');
    expect(hoverAt(/\n {4}fra:/)).not.toContain('informasjonssamfunnstjeneste');
    expect(hoverAt(/\n {4}fra:/, 'svar: {D.1: [{formål: Noe, grunnlag: a}]}')).toContain('**Faktum:** Barn som har fylt 13 år, kan selv samtykke');
    expect(hoverAt(/\n {2}C\.2:/)).not.toContain('Faktum');
  });
  it('is that a fact is due, once its day has passed', () => {
    expect(hoverAt(/\n {2}B\.4:/)).not.toContain('bør kontrolleres på nytt');
    expect(hoverAt(/\n {2}B\.4:/, '', '2027-03-23')).toContain('bør kontrolleres på nytt');
  });
  it('is a page, by id and by name', () => {
    const page = factPage(contextWith(), 'Amerikas forente stater')!;
    expect(page).toMatch(/^# For USA gjelder beslutningen/);
    expect(page).toContain('Status: usikker. Underretten avviste et søksmål mot beslutningen (T-553/23)');
    expect(page).toContain('(https://eur-lex.europa.eu/eli/C/2025/6610/oj/eng)');
    expect(page).toContain('Kilden er lest i en lagret kopi og kan være endret siden. Skal kontrolleres på nytt innen 22.1.2027.');
    expect(pageText(contextWith(), pageOf('vurdert:/fakta/usa-data-privacy-framework.md')!)).toBe(page);
    expect(factPage(contextWith(), 'atlantis')).toBeUndefined();
    expect(factNamed(facts, 'Snapchat')?.id).toBe('aldersgrense-snapchat');
  });
  it('is how old a quoted guide is', () => {
    const health = 'svar: {A.3: helse, L.1: {svar: ja, forklaring: Ja.}}';
    expect(hoverAt(/\n {2}"?L\.1"?:/, health)).toContain('Sist faglig oppdatert: 11. januar 2019 · 7 år gammel');
    expect(hoverAt(/\n {2}"?L\.1"?:/, health, '2023-12-31')).not.toContain('år gammel');
  });
});

describe('a finding', () => {
  const messages = (written: string, code: string): string[] => analyseText(overlay(SAMPLE, written), 'a.plattform.yaml').findings().filter((finding) => finding.code === code).map(({ message }) => message);
  it('names the fact, its source and the day it was checked', () => {
    expect(messages('svar: {E.1: {svar: ja, forklaring: Ansatte i Kina kan lese alt.}}', 'adekvans-uten-beslutning')).toEqual(['E.2 bygger på en beslutning om tilstrekkelig beskyttelsesnivå, men Vurdert kjenner ingen slik beslutning for Kina (EU-kommisjonen, kilden er ikke datert, kontrollert 2026-11-22). Velg et annet grunnlag for Kina, eller vis til beslutningen i E.3 og undertrykk funnet.']);
    expect(messages('svar: {B.4: 9, D.2: {fra: 10}}', 'malgruppe-under-aldersgrensen')[0]).toContain('Instagram krever at den som oppretter en konto, har fylt 13 år. Kilde: Instagram, kontrollert 2026-11-22.');
  });
  it('follows the fact: with another age of consent it asks for others', () => {
    const raised = facts.map((fact) => (fact.value.kind === 'consent-age' ? { ...fact, value: { kind: 'consent-age' as const, age: 15 } } : fact));
    const codes = (datedFacts: DatedFact[]): string[] => analyseText(overlay(SAMPLE, 'svar: {D.1: [{formål: Noe, grunnlag: a, begrunnelse: Valgfritt.}]}'), 'a.plattform.yaml', contextWith({ ...library, datedFacts })).findings().map(({ code }) => code);
    expect(codes(facts)).toContain('samtykkealder-foreslatt');
    expect(codes(facts)).not.toContain('foreldresamtykke-mangler');
    expect(codes(raised)).toContain('foreldresamtykke-mangler');
    expect(codes(raised)).not.toContain('samtykkealder-foreslatt');
  });
});
