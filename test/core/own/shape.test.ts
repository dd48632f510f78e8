/** What is interpreted for a workspace's templates says what is compiled for the product's own. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../server/core/library.ts';
import { fileSchemaOf } from '../../../server/core/own/shape.ts';
import { library } from '../../../server/core/product.ts';
import type { Json } from '../../../server/core/syntax/nodes.ts';
import { indexOf } from '../../../server/core/templates/model.ts';
import { validateFile } from '../../../server/core/templates/validate.ts';
import { analyseText, contextWith, read, root, runFixture } from '../fixtures.ts';

const schemas = new Map(library.templates.map((template) => [template.id, fileSchemaOf(template)]));
const interpreting: Library = { ...library, articles: library.articles, excerpts: library.excerpts, terms: library.terms, validate: (id, value) => validateFile(schemas.get(id)!, value) };
/** The keyword by which Ajv says that one of two branches failed carries nothing: located() leaves it out as well. */
const plain = (errors: { instancePath: string; keyword: string; params: object }[]): string[] => [...new Set(errors.filter(({ keyword }) => keyword !== 'if').map(({ instancePath, keyword, params }) => JSON.stringify([instancePath, keyword, keyword === 'additionalProperties' || keyword === 'required' ? params : {}])))].sort();

const folder = 'server/core/rules';
const fixtures = readdirSync(path.join(root, folder)).flatMap((code) => {
  try {
    return readdirSync(path.join(root, folder, code)).filter((name) => /\.yaml$/.test(name) && !['rule.yaml', 'nn.yaml', 'en.yaml'].includes(name)).map((name) => path.join(folder, code, name));
  } catch {
    return [];
  }
});

describe('the interpreting validator', () => {
  it('finds in the fixtures of the rules of form what Ajv finds', () => {
    const form = new Set(library.rules.filter(({ group }) => group === 'form').map(({ code }) => code));
    const ours = fixtures.filter((file) => form.has(path.basename(path.dirname(file))));
    expect(ours.length).toBeGreaterThan(20);
    let compared = 0;
    for (const file of ours) {
      if (read(file).startsWith('# fil: ')) continue;
      const { analysis } = runFixture(file);
      const again = analyseText(analysis.text, `x.${analysis.assessment.kind}.yaml`, { ...analysis.context, library: interpreting });
      expect(again.findings(), file).toEqual(analysis.findings());
      compared += analysis.findings().length;
    }
    expect(compared).toBeGreaterThan(50);
  });
  it('says the same of mistakes at every key of every template', () => {
    const mistakes: Json[] = ['tull', 17, true, null, [], ['x'], {}, { svar: 'tull' }, { svar: 'ja', forklaring: 'x', 'ekstra/~%23 æ': 1 }, [{ tull: 1 }]];
    for (const template of library.templates) {
      const head = { vurdering: template.kind, mal: template.id, tittel: 'x' };
      for (const mistake of mistakes) {
        const whole: Json = { ...head, ...Object.fromEntries(template.head.filter(({ id }) => id !== 'svar').map(({ id }) => [id, mistake])), svar: { ...Object.fromEntries([...indexOf(template).questions.keys()].map((id) => [id, mistake])), 'X.1~': mistake } };
        for (const value of [mistake, whole]) expect(plain(interpreting.validate(template.id, value)), template.id).toEqual(plain(library.validate(template.id, value)));
      }
    }
  });
  it('has an answer for keys that cannot be written in an address', () => {
    const { id } = library.templates[0]!;
    expect(interpreting.validate(id, { risikoer: [{ '\uD800': 1 }] } as never).length).toBeGreaterThan(0);
  });
  it('reads the samples without an error', () => {
    const text = read('samples/paamelding-kulturskole.dpia.yaml');
    expect(analyseText(text, 'x.dpia.yaml', contextWith(interpreting)).findings()).toEqual([]);
  });
});
