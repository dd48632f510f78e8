import { describe, expect, it } from 'vitest';
import { library } from '../../../server/core/product.ts';
import { articlesOf, findReferences, knownBy, lawOf, lookup, pageUri, parseCanonical, sectionsOf } from '../../../server/core/sources/references.ts';
import { canonical } from '../../../server/core/sources/references/print.ts';
import { missing, nearestReference } from '../../../server/core/sources/references/structure.ts';
import { citationsOf, knownIn } from '../../../server/core/rules/reading/references.ts';
import { analyseText, read } from '../fixtures.ts';

const references = (text: string): string[] => findReferences(text).map((found) => found.reference);

describe('references to the regulation in a text', () => {
  it.each([
    ['art. 35 nr. 1', ['art. 35 nr. 1']],
    ['Art 35 nr 1', ['art. 35 nr. 1']],
    ['artikkel 9 nr. 2 bokstav h', ['art. 9 nr. 2 bokstav h']],
    ['GDPR art.6', ['art. 6']],
    ['jf. GDPR art.6)?', ['art. 6']],
    ['GDPR art.5.1 bokstav a og art.6 og 9', ['art. 5 nr. 1 bokstav a', 'art. 6', 'art. 9']],
    ['GDPR art.83.4 bokstav a kan', ['art. 83 nr. 4 bokstav a']],
    ['GDPR art.28 nr.3', ['art. 28 nr. 3']],
    ['GDPR art.13 og 14?', ['art. 13', 'art. 14']],
    ['(GDPR art.12, 13 og 14).', ['art. 12', 'art. 13', 'art. 14']],
    ['(GDPR art.44-49)', ['art. 44–49']],
    ['art. 12–22', ['art. 12–22']],
    ['artikkel 12 til 22', ['art. 12–22']],
    ['personvernforordningen artikkel 6 c, e og 9 a, b', ['art. 6 bokstav c', 'art. 6 bokstav e', 'art. 9 bokstav a', 'art. 9 bokstav b']],
    ['behandling – art 6 c.', ['art. 6 bokstav c']],
    ['art. 6 nr. 1 bokstav a og art. 9 nr. 2 bokstav a', ['art. 6 nr. 1 bokstav a', 'art. 9 nr. 2 bokstav a']],
    ['art. 6 nr. 1 bokstav c og e', ['art. 6 nr. 1 bokstav c', 'art. 6 nr. 1 bokstav e']],
    ['art. 6 nr. 1 bokstav e og 9 nr. 2 bokstav h', ['art. 6 nr. 1 bokstav e', 'art. 9 nr. 2 bokstav h']],
    ['art. 35 nr. 1 og 7', ['art. 35 nr. 1', 'art. 35 nr. 7']],
    ['art. 35 nr. 1 og nr. 11', ['art. 35 nr. 1', 'art. 35 nr. 11']],
    ['art. 6 (1) (e)', ['art. 6 nr. 1 bokstav e']],
    ['art. 6(1)(e)', ['art. 6 nr. 1 bokstav e']],
    ['art. 6 nr. 1 litra f', ['art. 6 nr. 1 bokstav f']],
    ['art. 6 nr. 1 annet ledd', ['art. 6 nr. 1 annet ledd']],
    ['etter art. 30. Deretter', ['art. 30']],
    ['art. 35\n      nr. 1', ['art. 35 nr. 1']],
  ])('%s', (text, expected) => expect(references(text)).toEqual(expected));

  it.each([
    'EMK artikkel 8', 'artikkel 8 i EMK', 'barnekonvensjonen artikkel 3', 'artikkel 3 i FNs barnekonvensjon', 'Grunnloven artikkel 100',
    'KI-forordningen artikkel 6', 'artikkel 100 i Grunnloven', 'start 5', 'smart 6', 'artig 6', 'kl. 6', 'forvaltningsloven § 13', '',
  ])('leaves «%s» alone', (text) => expect(references(text)).toEqual([]));

  it.each([
    ['artikkel 6 i forordningen', ['art. 6']],
    ['art. 6 og 3 ansatte', ['art. 6']],
    ['art. 6 a priori', ['art. 6 bokstav a']],
    ['art. 9 er oppfylt', ['art. 9']],
  ])('stops where the words go on: %s', (text, expected) => expect(references(text)).toEqual(expected));

  it('gives each its own place', () => {
    const text = 'Se GDPR art. 12, 13 og 14.';
    expect(findReferences(text).map(({ range }) => text.slice(range.start, range.end))).toEqual(['GDPR art. 12', '13', '14']);
  });

  it('is quick on long text without any', () => {
    expect(references(`${'art '.repeat(20_000)}${'6, '.repeat(20_000)}`)).toHaveLength(20_000);
  });
});

describe('looking a reference up', () => {
  it.each([
    ['art. 35 nr. 1', 'art. 35 nr. 1'],
    ['art. 35 nr. 1 bokstav x', 'art. 35 nr. 1'],
    ['art. 36 nr. 4', 'art. 36'],
    ['art. 5 nr. 1 bokstav a', 'art. 5 nr. 1 bokstav a'],
    ['art. 6 nr. 1 annet ledd', 'art. 6 nr. 1 annet ledd'],
    ['art. 6 bokstav c', 'art. 6 nr. 1 bokstav c'],
    ['art. 9 bokstav a', 'art. 9 nr. 2 bokstav a'],
    ['art. 35 bokstav a', 'art. 35'],
    ['art. 6 første ledd bokstav e', 'art. 6 nr. 1 bokstav e'],
    ['art. 6 nr. 1 første ledd', 'art. 6 nr. 1'],
    ['art. 99', undefined],
  ])('%s → %s', (reference, expected) => expect(lookup(library, reference)?.reference).toBe(expected));

  it('spans mean every article between', () => {
    expect(articlesOf(library, 'art. 44–49').map((article) => article.reference)).toEqual(['art. 44', 'art. 45', 'art. 46', 'art. 47', 'art. 48', 'art. 49']);
  });

  it('pages have an address without spaces', () => {
    expect(pageUri('artikkel', 'art. 12–22')).toBe('vurdert:/artikkel/art.%2012%E2%80%9322.md');
  });
});

describe('what a found reference says of itself', () => {
  const known = { ...knownBy(library), names: true };
  const one = (text: string) => findReferences(text, known).map(({ kind, reference, span, continued }) => ({ kind, reference, ...(span ? { span } : {}), continued }));
  it('its kind, its place in a list, and the ends of a span', () => {
    expect(one('GDPR art. 13 og 14, jf. personopplysningsloven § 16')).toEqual([
      { kind: 'gdpr', reference: 'art. 13', continued: false }, { kind: 'gdpr', reference: 'art. 14', continued: true },
      { kind: 'law', reference: 'personopplysningsloven § 16', continued: false },
    ]);
    expect(one('art. 6 nr. 1 bokstav a–f')).toEqual([{ kind: 'gdpr', reference: 'art. 6 nr. 1 bokstav a–f', span: { from: 'art. 6 nr. 1 bokstav a', to: 'art. 6 nr. 1 bokstav f' }, continued: false }]);
    expect(one('folkehelseloven §§ 4–5')).toEqual([{ kind: 'law', reference: 'folkehelseloven §§ 4–5', span: { from: 'folkehelseloven § 4', to: 'folkehelseloven § 5' }, continued: false }]);
  });
  it('where the reference begins behind «GDPR»', () => {
    const text = 'Se EUs personvernforordning (GDPR) artikkel 35 nr. 1.';
    const [found] = findReferences(text);
    expect(text.slice(found!.start, found!.range.end)).toBe('artikkel 35 nr. 1');
    expect(text.slice(found!.range.start, found!.range.end)).toBe('EUs personvernforordning (GDPR) artikkel 35 nr. 1');
  });
  it('acts that are only named, when asked for', () => {
    expect(one('Barnevernsloven og lov om barneverntjenester gjelder.').map(({ reference }) => reference)).toEqual(['barnevernsloven', 'barnevernloven']);
    expect(findReferences('Barnevernsloven gjelder.', knownBy(library))).toEqual([]);
  });
  it('a § without an act belongs to the only act by chapters that the file names', () => {
    const { assessment, text } = analyseText(read('samples/visma-familia.dpia.yaml'));
    expect(knownIn(assessment, text, library).fallback?.name).toBe('barnevernloven');
    const cited = citationsOf(assessment, text, library).find(({ at }) => at === 'III.2.1')!;
    expect(cited.found.map(({ reference }) => reference)).toEqual(['barnevernloven § 4-4 sjette ledd', 'barnevernloven § 4-24', 'art. 6 bokstav c']);
  });
});

describe('sections of acts', () => {
  it.each([
    ['barnevernsloven § 13-2', ['barnevernsloven § 13-2']],
    ['barnevernsloven § 13-2 første ledd', ['barnevernsloven § 13-2']],
    ['folkehelseloven §§ 4–5', ['folkehelseloven § 4', 'folkehelseloven § 5']],
    ['barnevernsloven §§ 6-1–6-9', ['barnevernsloven § 6-1', 'barnevernsloven § 6-2']],
    ['barnevernsloven § 99-9', []],
    ['art. 6', []],
  ])('%s', (reference, expected) => expect(sectionsOf(library, reference).map((section) => section.reference)).toEqual(expected));
  it('and the act itself', () => {
    expect(lawOf(library, 'barnevernloven § 4-24 annet ledd')?.repealed?.replacedBy).toEqual(['barnevernsloven']);
    expect(lawOf(library, 'art. 6')).toBeUndefined();
  });
});

describe('what exists', () => {
  it.each([
    ['art. 35 nr. 15', 'art. 35 nr. 11'],
    ['art. 35 nr. 0', 'art. 35 nr. 1'],
    ['art. 102', 'art. 12'],
    ['art. 9 nr. 2 bokstav k', 'art. 9 nr. 2 bokstav j'],
    ['art. 9 bokstav k', 'art. 9 bokstav j'],
    ['art. 6 nr. 1 bokstav g', 'art. 6 nr. 1 bokstav f'],
    ['art. 35 nr. 1 bokstav a', 'art. 35 nr. 3 bokstav a'],
    ['art. 9 nr. 1 bokstav h', 'art. 9 nr. 2 bokstav h'],
    ['art. 16 nr. 2', 'art. 16'],
    ['art. 35 nr. 9–15', 'art. 35 nr. 9'],
  ])('%s does not; the nearest is %s', (reference, expected) => {
    const parts = parseCanonical(reference)!;
    expect(missing(library.structure, parts)).toBeDefined();
    expect(canonical(nearestReference(library.structure, parts))).toBe(expected);
    expect(missing(library.structure, nearestReference(library.structure, parts))).toBeUndefined();
  });
  it('every article of the library does', () => {
    for (const reference of library.articles.keys()) expect([reference, missing(library.structure, parseCanonical(reference)!)]).toEqual([reference, undefined]);
  });
  it('counts by hand in the regulation\'s text', () => {
    const of = (article: number) => library.structure[article]!;
    expect([4, 5, 6, 9, 10, 12, 13, 14, 28, 30, 32, 35, 36, 47, 50, 83].map((article) => [article, of(article).paragraphs.length, of(article).paragraphs.join('') || of(article).letters])).toEqual([
      [4, 26, 'bcb'], [5, 2, 'f'], [6, 4, 'fbe'], [9, 4, 'j'], [10, 0, ''], [12, 8, 'b'], [13, 4, 'ff'], [14, 5, 'fgcd'],
      [28, 10, 'h'], [30, 5, 'gd'], [32, 4, 'd'], [35, 11, 'cd'], [36, 5, 'f'], [47, 3, 'cn'], [50, 0, 'd'], [83, 9, 'kce'],
    ]);
  });
});
