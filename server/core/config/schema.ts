/** The JSON Schema of vurdert.config.yaml, for other editors and programs: the table of keys in JSON Schema's words. */
import type { Library } from '../library.ts';
import { lowestOf } from '../rules/severity.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Texts } from '../texts/texts.ts';
import { FIELDS, LEVEL_SHAPE, STATUS_FIELDS, type Field, type Shape } from './keys.ts';
import { LEVELS } from './model.ts';

type Schema = { [key: string]: Json };

/** In the words that drafts 7 to 2020-12 share. Codes of own rules are not known to it, and are let through. */
export function configSchema(rules: Library['rules'], texts: Texts): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:vurdert:konfigurasjon',
    title: 'vurdert.config.yaml',
    description: texts('config.about'),
    type: ['object', 'null'],
    properties: propertiesOf(FIELDS, rules, texts),
    patternProperties: { '^x-': true as unknown as Json },
    additionalProperties: false,
    definitions: Object.fromEntries(LEVELS.map((lowest, i) => [lowest, levelsOf(LEVELS.slice(i), texts)])),
  };
}

function propertiesOf(fields: readonly Field[], rules: Library['rules'], texts: Texts): Schema {
  return Object.fromEntries(fields.map(({ key, shape, words, example }) => [key, { description: `${texts(words)}\n\n${example}`, ...shapeOf(shape, rules, texts) }]));
}

function shapeOf(shape: Shape, rules: Library['rules'], texts: Texts): Schema {
  switch (shape.type) {
    case 'text': return { type: ['string', 'number', 'null'] };
    case 'number': return { type: ['integer', 'null'], minimum: shape.least, maximum: shape.most };
    case 'choice': return { enum: [...shape.values, null] };
    case 'list': return { type: ['array', 'string', 'null'], items: { type: shape.of === 'text' ? ['string', 'number'] : 'string', minLength: 1 }, ...(shape.least === undefined ? {} : { minItems: shape.least }), ...(shape.most === undefined ? {} : { maxItems: shape.most }) };
    case 'map': return { type: ['object', 'null'], properties: propertiesOf(shape.fields, rules, texts), additionalProperties: false };
    case 'rules': return { type: ['object', 'null'], properties: Object.fromEntries(rules.map((rule) => [rule.code, { description: rule.title, allOf: [{ $ref: `#/definitions/${lowestOf(rule)}` }] }])), additionalProperties: { $ref: '#/definitions/av' } };
  }
}

/** One level, or one for each status. `if` tells them apart, so that an error is about the one that was meant. */
function levelsOf(levels: readonly string[], texts: Texts): Schema {
  const level = { ...shapeOf(LEVEL_SHAPE, [], texts), enum: [...levels, null] };
  return {
    // What yaml-language-server completes with: it does not look behind the `if` for a value that is not there yet.
    examples: [...levels],
    if: { type: 'object' },
    then: { properties: Object.fromEntries(STATUS_FIELDS.map(({ key, words }) => [key, { description: texts(words), ...level }])), additionalProperties: false },
    else: level,
  };
}
