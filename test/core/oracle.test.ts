import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { library } from '../../server/core/product.ts';
import { analyseText, read } from './fixtures.ts';

interface Expected {
  kode: string;
  på: string;
  rad?: number;
  grunn?: string;
}
const oracle = parse(read('test/fixtures/oracle/visma-familia.yaml')) as { orakel: { mangel: string; funn: Expected[] }[]; flere: Expected[] };
const analysis = analyseText(read('samples/visma-familia.dpia.yaml'), 'visma-familia.dpia.yaml');
const found = analysis.findings().map(({ code, path }) => `${code} på ${path}`);

describe('the defects of the real assessment are found', () => {
  it.each(oracle.orakel.map(({ mangel, funn }) => [mangel, funn] as const))('%s', (_, expected) => {
    for (const { kode, på } of expected) expect(found).toContain(`${kode} på ${på}`);
  });
  it('and nothing is found that is not written down', () => {
    const expected = [...oracle.orakel.flatMap(({ funn }) => funn), ...oracle.flere].map(({ kode, på }) => `${kode} på ${på}`);
    expect([...found].sort()).toEqual(expected.sort());
  });
  it.each(oracle.flere.map(({ kode, rad, grunn }) => [kode, rad, grunn] as const))('%s rests on a row or a reason', (code, row, reason) => {
    const rule = library.rules.find((each) => each.code === code)!;
    if (row === undefined) expect(reason).toMatch(/\S/);
    else expect(rule.rows).toContain(row);
  });
  it('is said as strongly as the source allows', () => {
    const severity = (code: string): string | undefined => analysis.findings().find((finding) => finding.code === code)?.severity;
    expect(severity('ny-teknologi-selvmotsagt')).toBe('information');
    expect(severity('personvernombud-i-teamet')).toBe('information');
    expect(severity('godkjent-uten-risikovurdering')).toBe('error');
  });
});
describe('the complete sample', () => {
  it('has no findings', () => {
    expect(analyseText(read('samples/paamelding-kulturskole.dpia.yaml')).findings()).toEqual([]);
  });
});
