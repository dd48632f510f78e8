import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../../scripts/generate/compile.ts';
import { folded } from '../../../server/core/assessment/normalise.ts';
import { read } from '../fixtures.ts';

/** The seed (S4) is the template filled in: a rule quotes what the template asks, never what somebody answered. */
const EXCEPTIONS: { [code: string]: string } = {};

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
const template = ['e-helse-2018.yaml', 'felles.yaml'].flatMap((name) => textsIn(parse(read(`schemas/templates/${name}`)))).map(folded);
const quoting = compile().rules.filter((rule) => rule.quotation?.source === 'S4');

describe('what the rules quote from S4 are the words of the template', () => {
  it.each(quoting.map((rule) => [rule.code, rule.quotation!.text] as const))('%s', (code, text) => {
    const stands = template.some((own) => own.includes(folded(text)));
    // An exception has to give its reason, and to be one.
    expect(stands ? '' : (EXCEPTIONS[code] ?? '')).toMatch(stands ? /^$/ : /\S/);
  });
  it('has no exception that is not needed', () => {
    for (const code of Object.keys(EXCEPTIONS)) expect(quoting.map((rule) => rule.code)).toContain(code);
  });
});
