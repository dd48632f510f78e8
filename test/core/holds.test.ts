/** Conditions are interpreted as Ajv would have them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { library } from '../../server/core/product.ts';
import type { Json } from '../../server/core/syntax/nodes.ts';
import { CONDITION_KEYWORDS } from '../../server/core/templates/conditions.ts';
import { holds } from '../../server/core/templates/holds.ts';
import { indexOf, type Condition, type Question } from '../../server/core/templates/model.ts';
import { analyseText, read, root } from './fixtures.ts';

const ajv = new Ajv2020({ strict: false, ownProperties: true });
const agree = (condition: Condition, value: Json): void => expect(holds(condition, value), JSON.stringify([condition, value])).toBe(ajv.validate(condition, value));

/** Each keyword, and what it is asked of: values of every type. */
const EXAMPLES: { [keyword in (typeof CONDITION_KEYWORDS)[number]]: Condition[] } = {
  properties: [{ properties: { a: { const: 1 } } }, { properties: { a: { properties: { b: { type: 'string' } } } } }],
  required: [{ required: ['a'] }, { required: [] }, { required: ['toString'] }],
  enum: [{ enum: ['ja', 1, null, [1], { a: 1 }] }], const: [{ const: 'ja' }, { const: null }, { const: { a: 1, b: [2] } }],
  not: [{ not: { const: 'ja' } }, { not: {} }], allOf: [{ allOf: [{ type: 'string' }, { minLength: 2 }] }], anyOf: [{ anyOf: [{ type: 'string' }, { minItems: 1 }] }],
  contains: [{ contains: { const: 1 } }, { contains: { required: ['a'] } }], minContains: [{ contains: { const: 1 }, minContains: 2 }, { contains: { const: 1 }, minContains: 0 }, { minContains: 1 }],
  minItems: [{ minItems: 2 }], maxItems: [{ maxItems: 1 }], items: [{ items: { type: 'number' } }],
  type: [{ type: 'object' }, { type: ['array', 'null'] }, { type: 'integer' }, { type: 'boolean' }],
  minimum: [{ minimum: 1 }], maximum: [{ maximum: 1.5 }], minLength: [{ minLength: 3 }], pattern: [{ pattern: '^j' }, { pattern: '\\p{L}{2}$' }], minProperties: [{ minProperties: 1 }],
};
const VALUES: Json[] = ['ja', 'j', '', '😀😀', 0, 1, 1.5, 2, true, false, null, [], [1], [1, 1], ['ja', 1], [{ a: 1 }], {}, { a: 1 }, { a: { b: 'x' } }, { a: { b: 2 } }, { a: 1, b: [2] }, { b: [2], a: 1 }];

describe('a condition', () => {
  it.each(CONDITION_KEYWORDS)('%s', (keyword) => {
    for (const condition of EXAMPLES[keyword]) for (const value of VALUES) agree(condition, value);
  });

  it('of the product, for the answers of every sample', () => {
    const questions = (all: Question[]): Question[] => all.flatMap((question) => [question, ...(question.kind.type === 'group' ? questions(question.kind.fields) : [])]);
    const conditions = [...library.templates.flatMap((template) => questions([...indexOf(template).questions.values()].map(({ question }) => question)).map(({ condition }) => condition)), ...library.rules.map(({ when }) => when)].filter((each) => each !== undefined);
    expect(conditions.length).toBeGreaterThan(100);
    const samples = readdirSync(path.join(root, 'samples'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    const facts = samples.map((name) => analyseText(read(`samples/${name}`), path.basename(name)).assessment.facts);
    for (const condition of conditions) for (const each of facts) agree(condition, each);
  });
});
