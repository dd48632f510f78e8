import { describe, expect, it } from 'vitest';
import { compile } from '../../../scripts/generate/compile.ts';
import { sourceProblems } from '../../../scripts/generate/source-problems.ts';
import type { SourceLibrary } from '../../../scripts/generate/sources.ts';
import { library } from '../../../server/core/product.ts';
import { isPastReview, reviewDateOf, yearsOld } from '../../../server/core/sources/age.ts';
import { TODAY } from '../fixtures.ts';

const declared = compile();
/** What the build says of the library with something changed. */
const problemsWith = (changes: Partial<SourceLibrary>): string[] => sourceProblems({ ...declared, ...changes }, declared);
const [article] = declared.articles;
const [section] = declared.sections;
const [excerpt] = declared.excerpts;
const [term] = declared.terms;

describe('the build stops', () => {
  it('at nothing in the library as it is', () => expect(problemsWith({})).toEqual([]));
  it.each<[string, Partial<SourceLibrary>]>([
    ['står to ganger', { articles: [...declared.articles, article!] }],
    ['sitatet «', { excerpts: [...declared.excerpts, { ...excerpt!, id: 'ny' }] }],
    ['lovens navn «barnevernsloven» står to ganger', { laws: declared.laws.map((law) => (law.name === 'barnevernloven' ? { ...law, aliases: ['barnevernsloven'] } : law)) }],
    ['ordet «profilere» står to ganger', { terms: [...declared.terms, { ...term!, word: 'nytt', forms: ['profilere'] }] }],
    ['«Nytt» skal stå med små bokstaver', { terms: [...declared.terms, { ...term!, word: 'nytt', forms: ['Nytt'] }] }],
    ['beslektet «art. 102» finnes ikke', { sections: [...declared.sections, { ...section!, reference: 'straffeloven § 1', related: ['art. 102'] }] }],
    ['regelen «finnes-ikke» finnes ikke', { excerpts: [{ ...excerpt!, rules: ['finnes-ikke'] }] }],
    ['henviser-til «art. 102» finnes ikke', { excerpts: [...declared.excerpts, { ...excerpt!, id: 'ny', text: 'ny', references: ['art. 102'] }] }],
    ['erstattet-av «barnehageloven» finnes ikke', { laws: declared.laws.map((law) => (law.repealed ? { ...law, repealed: { replacedBy: ['barnehageloven'] } } : law)) }],
    ['artikkelen «art. 102» finnes ikke', { terms: [{ ...term!, article: 'art. 102' }] }],
    ['ingenting viser til «art. 98»', { articles: [...declared.articles, { ...article!, reference: 'art. 98' }] }],
    ['ta bort ubrukt-fordi', { unusedBecause: new Map([['art. 35 nr. 1', 'ingen grunn']]) }],
    ['451 tegn; det skal være høyst 450', { excerpts: [...declared.excerpts, { ...excerpt!, id: 'ny', text: 'x'.repeat(451) }] }],
    ['trenger tittel, sitat og forklaring', { articles: declared.articles.map((each) => ({ ...each, explanation: '' })) }],
  ])('%s', (problem, changes) => expect(problemsWith(changes).filter((each) => each.includes(problem))).not.toEqual([]));
});

describe('Norwegian law', () => {
  it('holds no repealed act that does not say what came instead', () => {
    for (const law of library.laws.values()) if (law.repealed) expect(law.repealed.replacedBy, law.name).not.toEqual([]);
  });
  it('knows the former act on child welfare by its names, and what replaced its sections', () => {
    expect(library.laws.get('barnevernloven')).toMatchObject({ repealed: { on: '2023-01-01', replacedBy: ['barnevernsloven'] } });
    expect(library.laws.get('barnevernloven')!.aliases).toContain('lov om barneverntjenester');
    expect(library.sections.get('barnevernloven § 4-24')?.repealed?.replacedBy).toEqual(['barnevernsloven § 6-2']);
    expect(library.laws.get('barnevernsloven')!.repealed).toBeUndefined();
  });
  it('takes arkivloven for the act in force, and keeps the former one apart', () => {
    expect(library.laws.get('arkivlova')).toMatchObject({ inForce: '2026-01-01', replaces: 'arkivlova av 1992' });
    expect(library.laws.get('arkivlova')!.aliases).toContain('arkivloven');
    expect(library.laws.get('arkivlova av 1992')!.repealed?.replacedBy).toEqual(['arkivlova']);
  });
  it('links to Lovdata by the act\'s own number', () => {
    for (const law of library.laws.values()) if (law.id && law.link) expect(law.link, law.name).toMatch(new RegExp(`^https://lovdata\\.no/dokument/NLO?/lov/${law.id.replace('LOV-', '')}$`));
  });
  it('sections stand under acts that it has', () => {
    for (const each of library.sections.values()) {
      expect(library.laws.has(each.law), each.reference).toBe(true);
      expect(each.reference).toBe(`${each.law} § ${each.section}`);
    }
  });
});

describe('the age of a source', () => {
  it.each([['2019-01-11', '2024-01-11'], ['2018', '2023-12-31'], ['2022-06', '2027-06-31'], ['i fjor', undefined], ['', undefined]])('%s → %s', (dated, expected) => expect(reviewDateOf(dated)).toBe(expected));
  it.each([['2019-01-11', '2026-11-22', 7], ['2019-11-23', '2026-11-22', 6], ['2018', '2026-11-22', 7], ['2026-11-22', '2026-11-22', 0], ['2027', '2026-11-22', 0]])('%s is on %s %i years old', (dated, today, years) => expect(yearsOld({ dated }, today)).toBe(years));
  it('is worth showing for the guide of 2019 and the template of 2018, not for the others yet', () => {
    expect(library.sources.filter((source) => isPastReview(source, TODAY)).map((source) => source.id)).toEqual(['S3', 'S4']);
    expect([...library.laws.values()].filter((law) => isPastReview(law, TODAY))).toEqual([]);
  });
  it('each source says who, when and when to look again', () => {
    for (const source of library.sources) {
      expect(source.title && source.publisher, source.id).toBeTruthy();
      expect(Boolean(source.dated || source.dating) || source.id === 'GDPR', source.id).toBe(true);
      expect(source.checked, source.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
