import { describe, expect, it } from 'vitest';
import { library } from '../../../server/core/product.ts';
import { articlesOf, findReferences, lookup, pageUri } from '../../../server/core/sources/references.ts';

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
    ['art. 99', undefined],
  ])('%s → %s', (reference, expected) => expect(lookup(library, reference)?.reference).toBe(expected));

  it('spans mean every article between', () => {
    expect(articlesOf(library, 'art. 44–49').map((article) => article.reference)).toEqual(['art. 44', 'art. 45', 'art. 46', 'art. 47', 'art. 48', 'art. 49']);
  });

  it('pages have an address without spaces', () => {
    expect(pageUri('artikkel', 'art. 12–22')).toBe('vurdert:/artikkel/art.%2012%E2%80%9322.md');
  });
});
