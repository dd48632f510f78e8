/** What docs/konfigurasjon.md shows can be written, every key of the file is in it, and the schema agrees with the check. */
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkConfiguration } from '../../../server/core/config/check.ts';
import { FIELDS, type Field } from '../../../server/core/config/keys.ts';
import { readConfiguration } from '../../../server/core/config/read.ts';
import { library } from '../../../server/core/product.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { read } from '../fixtures.ts';

const page = read('docs/konfigurasjon.md');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
const codes = (text: string): string[] => checkConfiguration(readConfiguration(text), { library, texts: bokmål }).map(({ code }) => code);
const validate = new Ajv({ strict: false }).compile(JSON.parse(read('schemas/vurdert.config.schema.json')) as object);

describe('docs/konfigurasjon.md', () => {
  it.each(blocks)('%s is in order, by the check and by the schema', (block) => {
    expect(codes(block)).toEqual([]);
    expect(validate(parse(block)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has an example of every key, and so has the table', () => {
    expect(new Set(blocks.flatMap((block) => Object.keys(parse(block) as object)).filter((key) => !key.startsWith('x-')))).toEqual(new Set(FIELDS.map(({ key }) => key)));
    const visit = (fields: readonly Field[], within: string): void => {
      for (const { key, example, shape } of fields) {
        const text = within ? `${within}:\n  ${example.replaceAll('\n', '\n  ')}\n` : `${example}\n`;
        expect(codes(text).filter((code) => code !== 'konfigurasjon-skala'), key).toEqual([]);
        if (shape.type === 'map') visit(shape.fields, key);
      }
    };
    visit(FIELDS, '');
  });
});

describe('the schema', () => {
  it.each(['regel:\n  ubesvarte: av\n', 'regler:\n  ubesvarte: kanskje\n', 'regler:\n  dpia-mangler: av\n', 'regler:\n  ugyldig-svar: {utkast: av}\n', 'språk: svensk\n', 'risikoskala: {konsekvens: [a, b]}\n', 'virksomhet: Solvik\n'])('refuses what the check refuses: %s', (text) => {
    expect(codes(text).length).toBe(1);
    expect(validate(parse(text))).toBe(false);
  });
});
