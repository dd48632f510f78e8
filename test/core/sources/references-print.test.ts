/** Printing and parsing agree: what is printed of a reference, in any style and anywhere in a sentence, is read back as it. */
import { describe, expect, it } from 'vitest';
import { library } from '../../../server/core/product.ts';
import { findReferences, knownBy, parseCanonical, printReference, type Reference } from '../../../server/core/sources/references.ts';
import { canonical, ORDINALS, STYLES } from '../../../server/core/sources/references/print.ts';
import { has } from '../../../server/core/sources/references/structure.ts';

const known = knownBy(library);
const read = (text: string): string[] => findReferences(text, known).map(({ reference }) => reference);

/** A small generator with a seed: the same numbers on every machine and every day. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A reference to the regulation that exists. */
function anyArticle(next: (below: number) => number): Reference {
  const number = 1 + next(library.structure.length - 1);
  const { paragraphs, letters } = library.structure[number]!;
  const depth = next(5);
  if (depth === 0 || (!paragraphs.length && !letters)) return depth < 3 || number > 98 ? { number: String(number) } : { number: String(number), upTo: String(number + 1 + next(99 - number)) };
  const paragraph = paragraphs.length ? 1 + next(paragraphs.length) : undefined;
  const last = paragraph === undefined ? letters : paragraphs[paragraph - 1]!;
  const sub = depth === 4 && paragraph !== undefined ? ORDINALS[next(3)] : undefined;
  if (!last || depth === 1) {
    const span = !sub && paragraph !== undefined && paragraph < paragraphs.length && next(3) === 0;
    return { number: String(number), paragraph, sub, ...(span ? { upTo: String(paragraph + 1 + next(paragraphs.length - paragraph)) } : {}) };
  }
  const letter = next(last.charCodeAt(0) - 96);
  const span = letter < last.charCodeAt(0) - 97 && next(4) === 0;
  return { number: String(number), paragraph, sub, letter: String.fromCharCode(97 + letter), ...(span ? { upTo: last } : {}) };
}

/** A section of an act that the library has, whether or not the act goes so far. */
function anySection(next: (below: number) => number): Reference {
  const law = known.laws[next(known.laws.length)]!;
  const isChaptered = law.numbering === 'chapters';
  const number = isChaptered ? `${1 + next(20)}-${1 + next(40)}` : `${1 + next(300)}${next(5) === 0 ? ` ${'abcdefgh'[next(8)]}` : ''}`;
  const depth = next(5);
  if (depth === 0 && !number.includes(' ')) {
    const [chapter, section] = number.split('-');
    return { act: law.name, number, upTo: isChaptered ? `${chapter}-${Number(section) + 1 + next(9)}` : String(Number(chapter) + 1 + next(9)) };
  }
  return {
    act: law.name, number,
    sub: next(2) ? ORDINALS[next(ORDINALS.length)] : undefined,
    paragraph: next(4) ? undefined : 1 + next(9),
    letter: next(3) ? undefined : 'abcdefghj'[next(9)],
  };
}

const canon = (reference: Reference): string => canonical(reference);

describe('printing and parsing agree', () => {
  const all = [...library.articles.keys(), ...[...library.sections.keys()].filter((reference) => reference.includes('§'))];
  it.each(STYLES)('on every reference of the library, style %s', (style) => {
    for (const reference of all) expect([reference, ...read(`Grunnlaget er ${printReference(reference, style)}.`)]).toEqual([reference, reference]);
  });
  it.each(STYLES)('on a thousand articles that exist, style %s', (style) => {
    const next = seeded(6);
    for (let i = 0; i < 1000; i++) {
      const parts = anyArticle(next);
      const reference = canon(parts);
      expect(has(library.structure, parts), reference).toBe(true);
      expect([printReference(reference, style), ...read(`Det følger av ${printReference(reference, style)} at vi må vurdere det.`)]).toEqual([printReference(reference, style), reference]);
    }
  });
  it.each(STYLES)('on a thousand sections, style %s', (style) => {
    const next = seeded(13);
    for (let i = 0; i < 1000; i++) {
      const reference = canon(anySection(next));
      expect([printReference(reference, style), ...read(`(jf. ${printReference(reference, style)})`)]).toEqual([printReference(reference, style), reference]);
    }
  });
  it('on lists of two', () => {
    const next = seeded(35);
    for (let i = 0; i < 500; i++) {
      const [one, other] = [anyArticle(next), anyArticle(next)].map((parts) => canon(parts));
      expect(read(`${one} og ${other}`)).toEqual([one, other]);
    }
  });
  it('the canonical form taken apart and put together is itself', () => {
    const next = seeded(9);
    for (let i = 0; i < 1000; i++) for (const reference of [canon(anyArticle(next)), canon(anySection(next))]) expect(canon(parseCanonical(reference)!)).toBe(reference);
  });
});
