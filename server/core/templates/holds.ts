/**
 * Whether a condition holds: the keywords of conditions.ts as JSON Schema (draft 2020-12) means them. Interpreted, not
 * compiled: a condition looks at two or three answers, and a hundred compiled ones weigh more than all of this.
 * test/core/holds.test.ts holds it to what Ajv says.
 */
import type { Json } from '../syntax/nodes.ts';
import type { Condition } from './model.ts';

export function holds(condition: Condition, value: Json | undefined): boolean {
  return Object.entries(condition).every(([keyword, wanted]) => {
    const check = KEYWORDS[keyword];
    return check === undefined || check(wanted, value, condition);
  });
}

type Check = (wanted: Json, value: Json | undefined, condition: Condition) => boolean;
type Map = { [key: string]: Json };

const isMap = (value: Json | undefined): value is Map => value !== null && typeof value === 'object' && !Array.isArray(value);
const schema = (wanted: Json): Condition => (isMap(wanted) ? wanted : {});
const list = (wanted: Json): Json[] => (Array.isArray(wanted) ? wanted : []);

/** A keyword says nothing of values of another type. */
const ofMap = (check: (wanted: Json, value: Map) => boolean): Check => (wanted, value) => !isMap(value) || check(wanted, value);
const ofList = (check: (wanted: Json, value: Json[], condition: Condition) => boolean): Check => (wanted, value, condition) => !Array.isArray(value) || check(wanted, value, condition);
const ofNumber = (check: (wanted: number, value: number) => boolean): Check => (wanted, value) => typeof value !== 'number' || check(Number(wanted), value);
const ofText = (check: (wanted: Json, value: string) => boolean): Check => (wanted, value) => typeof value !== 'string' || check(wanted, value);

const KEYWORDS: { [keyword: string]: Check } = {
  properties: ofMap((wanted, value) => Object.entries(schema(wanted)).every(([name, inner]) => !Object.hasOwn(value, name) || holds(schema(inner), value[name]))),
  required: ofMap((wanted, value) => list(wanted).every((name) => Object.hasOwn(value, String(name)))),
  minProperties: ofMap((wanted, value) => Object.keys(value).length >= Number(wanted)),
  enum: (wanted, value) => list(wanted).some((each) => equal(each, value)),
  const: equal,
  not: (wanted, value) => !holds(schema(wanted), value),
  allOf: (wanted, value) => list(wanted).every((each) => holds(schema(each), value)),
  anyOf: (wanted, value) => list(wanted).some((each) => holds(schema(each), value)),
  contains: ofList((wanted, value, condition) => value.filter((each) => holds(schema(wanted), each)).length >= Number(condition['minContains'] ?? 1)),
  minItems: ofList((wanted, value) => value.length >= Number(wanted)),
  maxItems: ofList((wanted, value) => value.length <= Number(wanted)),
  items: ofList((wanted, value) => value.every((each) => holds(schema(wanted), each))),
  type: (wanted, value) => (Array.isArray(wanted) ? wanted : [wanted]).some((type) => typeOf(value).includes(String(type))),
  minimum: ofNumber((wanted, value) => value >= wanted),
  maximum: ofNumber((wanted, value) => value <= wanted),
  // Length is counted in code points.
  minLength: ofText((wanted, value) => [...value].length >= Number(wanted)),
  pattern: ofText((wanted, value) => new RegExp(String(wanted), 'u').test(value)),
};

function typeOf(value: Json | undefined): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number'];
  return [typeof value];
}

function equal(a: Json, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, i) => equal(each, b[i]));
  return isMap(a) && isMap(b) && Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, inner]) => Object.hasOwn(b, key) && equal(inner, b[key]));
}
