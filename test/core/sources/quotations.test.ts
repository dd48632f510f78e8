import { describe, expect, it } from 'vitest';
import { compile } from '../../../scripts/generate/compile.ts';
import { fingerprints } from '../../../scripts/generate/fingerprints.ts';
import { LONGEST_QUOTATION, quotationsOf } from '../../../scripts/generate/source-problems.ts';
import { read } from '../fixtures.ts';

const declared = compile();
const quotations = quotationsOf(declared, declared);

describe('the quotations that ship', () => {
  it('are those that were found in their sources', () => {
    // A changed quotation has to be checked anew: see scripts/sitater.ts.
    expect(fingerprints(declared).split('\n')).toEqual(read('test/fixtures/sitater.txt').split('\n'));
  });
  it('are many, short, and each has a name of its own', () => {
    expect(quotations.length).toBeGreaterThanOrEqual(200);
    expect(new Set(quotations.map(({ id }) => id)).size).toBe(quotations.length);
    for (const { id, text } of quotations) expect(text.length, id).toBeLessThanOrEqual(LONGEST_QUOTATION);
  });
  it('tell a changed word, and a changed source', () => {
    const [excerpt] = declared.excerpts;
    const before = fingerprints(declared);
    for (const changed of [{ ...excerpt!, text: `${excerpt!.text} ` }, { ...excerpt!, source: 'S2' as const }]) {
      expect(fingerprints({ ...declared, excerpts: [changed, ...declared.excerpts.slice(1)] })).not.toBe(before);
    }
  });
  it('come from every guide', () => {
    const count = (source: string): number => declared.excerpts.filter((excerpt) => excerpt.source === source).length;
    for (const [source, least] of [['S0', 20], ['S1', 15], ['S2', 10], ['S3', 20], ['S4', 10]] as const) expect(count(source), source).toBeGreaterThanOrEqual(least);
  });
});
