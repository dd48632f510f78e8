/**
 * A file against its template's JSON Schema. The schema's two large maps, the head and `svar`, are walked here, so
 * that the build need only compile what stands in them, each shape once; the errors are those that the whole schema
 * gives (test/core/validate.test.ts).
 */
import type { Json } from '../syntax/nodes.ts';
import type { SchemaError } from '../library.ts';

/** A compiled schema, as Ajv writes them. */
export type Validator = { (value: unknown, at?: { instancePath: string }): boolean; errors?: SchemaError[] | null };

export interface FileSchema {
  required: string[];
  head: { [key: string]: Validator };
  /** By question id. */
  answers: { [id: string]: Validator };
}

/** What the schema of a file says of a plain value; an empty list is a clean file. */
export function validateFile({ required, head, answers }: FileSchema, value: Json): SchemaError[] {
  if (!isMap(value)) return [wrongType('', 'object')];
  const errors: SchemaError[] = required.filter((key) => !Object.hasOwn(value, key)).map((missingProperty) => ({ instancePath: '', keyword: 'required', params: { missingProperty } }));
  walk(value, head, '', errors);
  const given = value['svar'];
  if (isMap(given)) walk(given, answers, '/svar', errors);
  else if (given !== undefined && given !== null) errors.push(wrongType('/svar', 'object,null'));
  return errors;
}

function walk(map: { [key: string]: Json }, known: { [key: string]: Validator }, path: string, errors: SchemaError[]): void {
  for (const [key, value] of Object.entries(map)) {
    if (path === '' && key === 'svar') continue;
    const validator = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!validator) errors.push({ instancePath: path, keyword: 'additionalProperties', params: { additionalProperty: key } });
    else if (!validator(value, { instancePath: `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` })) errors.push(...(validator.errors ?? []));
  }
}

const wrongType = (instancePath: string, type: string): SchemaError => ({ instancePath, keyword: 'type', params: { type } });
const isMap = (value: Json | undefined): value is { [key: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);
