/** The compiled shapes, walked, say what the whole JSON Schema says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { library } from '../../server/core/product.ts';
import type { SchemaError } from '../../server/core/library.ts';
import { toJson, type Json } from '../../server/core/syntax/nodes.ts';
import { parse } from '../../server/core/syntax/parse.ts';
import { schemaOf } from '../../server/core/templates/schema.ts';
import { indexOf } from '../../server/core/templates/model.ts';
import { root } from './fixtures.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
const whole = Object.fromEntries(library.templates.map((template) => [template.id, ajv.compile(schemaOf(template))]));
const plain = (errors: readonly SchemaError[]): string[] => [...new Set(errors.filter(({ keyword }) => keyword !== 'if').map(({ instancePath, keyword, params }) => JSON.stringify([instancePath, keyword, params['missingProperty'] ?? params['additionalProperty'] ?? ''])))].sort();

const samples = readdirSync(path.join(root, 'samples'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, value: toJson(parse(readFileSync(path.join(root, 'samples', name), 'utf8')).root!) }));

/** What people get wrong, at every key of a file. */
const MISTAKES: Json[] = ['tull', 17, true, null, [], ['x'], {}, { svar: 'tull' }, { svar: 'ja', forklaring: 'x', ekstra: 1 }, [{ tull: 1 }]];

describe.each(library.templates.map((template) => template.id))('%s', (id) => {
  const agree = (value: Json): void => {
    whole[id]!(value);
    expect(plain(library.validate(id, value))).toEqual(plain((whole[id]!.errors ?? []) as SchemaError[]));
  };
  it('agrees on the samples', () => {
    for (const { value } of samples) agree(value);
  });
  it('agrees on mistakes at every key', () => {
    const template = library.templates.find((each) => each.id === id)!;
    const head = { vurdering: template.kind, mal: id, tittel: 'x', behandlingsansvarlig: 'y', status: 'utkast' };
    for (const mistake of MISTAKES) {
      agree(mistake);
      for (const { id: key } of template.head) agree({ ...head, [key]: mistake });
      agree({ ...head, 'ukjent/nøkkel': mistake });
      agree({ ...head, svar: { ...Object.fromEntries([...indexOf(template).questions.keys()].map((question) => [question, mistake])), 'X.1~': mistake } });
    }
  });
});
