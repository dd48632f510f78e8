/**
 * JSON Schema interpreted, for what a workspace brings along: nothing is compiled when the product runs. The errors are in
 * the form that Ajv gives them for the product's own (test/core/own/shape.test.ts holds the two to the same findings).
 */
import { dereference, validate, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { SchemaError } from '../library.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Template } from '../templates/model.ts';
import { valueAt } from '../templates/problems.ts';
import { schemaOf, withoutWords } from '../templates/schema.ts';
import type { FileSchema, Validator } from '../templates/validate.ts';

type Plain = { [keyword: string]: Json };

/** Checks values against a schema. Total: what the interpreter cannot say anything of has one error, at its top. */
export function shapeOf(schema: Plain): (value: Json) => SchemaError[] {
  // Prepared in a copy: the interpreter notes down in the schema what its references mean. Addresses are of no use here.
  const { $id: _, $schema: __, ...own } = schema;
  const copy = structuredClone(own) as Schema;
  const lookup = dereference(copy);
  return (value) => {
    try {
      return errorsOf(validate(value, copy, '2020-12', lookup, false).errors, own, value);
    } catch {
      return [{ instancePath: '', keyword: 'type', params: {} }];
    }
  };
}

/** The units that say what is wrong; the others only lead there. */
const SAYING = ['type', 'const', 'enum', 'required', 'pattern', 'minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum', 'minProperties'];

function errorsOf(units: readonly OutputUnit[], schema: Plain, value: Json): SchemaError[] {
  const errors: SchemaError[] = [];
  const told = new Set<string>();
  for (const { keyword, instanceLocation, keywordLocation } of units) {
    const steps = stepsOf(instanceLocation);
    if (keyword === 'false') errors.push({ instancePath: pointer(steps.slice(0, -1)), keyword: 'additionalProperties', params: { additionalProperty: steps.at(-1)! } });
    if (!SAYING.includes(keyword)) continue;
    const wanted = atKeyword(schema, stepsOf(keywordLocation));
    const instancePath = pointer(steps);
    if (keyword !== 'required') errors.push({ instancePath, keyword, params: paramsOf(keyword, wanted) });
    else if (!told.has(`${instanceLocation} ${keywordLocation}`)) {
      // One unit for each that lacks, all alike: which they are is read off the value.
      told.add(`${instanceLocation} ${keywordLocation}`);
      const map = valueAt(value, steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))) ?? valueAt(value, steps);
      for (const key of Array.isArray(wanted) ? wanted.map(String) : []) if (map === null || typeof map !== 'object' || !Object.hasOwn(map, key)) errors.push({ instancePath, keyword, params: { missingProperty: key } });
    }
  }
  return errors;
}

function paramsOf(keyword: string, wanted: Json | undefined): SchemaError['params'] {
  switch (keyword) {
    case 'type': return { type: Array.isArray(wanted) ? wanted.join(',') : wanted };
    case 'enum': return { allowedValues: wanted };
    case 'const': return { allowedValue: wanted };
    case 'pattern': return { pattern: wanted };
    default: return { limit: wanted };
  }
}

/** The value of a keyword in the schema, references followed. */
function atKeyword(schema: Plain, steps: readonly string[]): Json | undefined {
  let here: Json | undefined = schema;
  for (const step of steps) {
    if (step === '$ref') {
      const name: string | undefined = isMap(here) && typeof here['$ref'] === 'string' ? /^#\/\$defs\/(.+)$/.exec(here['$ref'])?.[1] : undefined;
      const defined: Json | undefined = schema['$defs'];
      here = name !== undefined && isMap(defined) ? defined[name] : undefined;
    } else here = Array.isArray(here) ? here[Number(step)] : isMap(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
}

/** The steps of one of the interpreter's places: «#/svar/K.1». */
function stepsOf(location: string): string[] {
  return location.split('/').slice(1).map((step) => decodeURI(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

const pointer = (steps: readonly string[]): string => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const isMap = (value: Json | undefined): value is Plain => value !== null && typeof value === 'object' && !Array.isArray(value);

/** What a file on a template has to look like, as the build compiles it for the product's templates. */
export function fileSchemaOf(template: Template): FileSchema {
  const { required, properties, $defs } = withoutWords(schemaOf(template) as never) as { required: string[]; properties: { [key: string]: Plain }; $defs: { [name: string]: Plain } };
  const { svar, ...head } = properties;
  const answers = (svar?.['properties'] ?? {}) as { [id: string]: Plain };
  const defined = (schema: Plain): Plain => (typeof schema['$ref'] === 'string' ? $defs[schema['$ref'].slice('#/$defs/'.length)]! : schema);
  const known = new Map<Plain, Validator>();
  const table = (schemas: { [key: string]: Plain }): { [key: string]: Validator } => Object.fromEntries(Object.entries(schemas).map(([key, schema]) => {
    const own = defined(schema);
    const validator = known.get(own) ?? interpreted(own);
    known.set(own, validator);
    return [key, validator];
  }));
  return { required, head: table(head), answers: table(answers) };
}

/** A schema as the compiled validators are called; it is prepared when somebody first asks. */
function interpreted(schema: Plain): Validator {
  let shape: ReturnType<typeof shapeOf> | undefined;
  const validator: Validator = (value, at) => {
    const errors = (shape ??= shapeOf(schema))(value as Json).map((error) => ({ ...error, instancePath: `${at?.instancePath ?? ''}${error.instancePath}` }));
    validator.errors = errors;
    return errors.length === 0;
  };
  return validator;
}
