/** What the schemas of templates and rules say of a file, in words that its author can act on. */
import malSchema from '../../../schemas/mal.schema.json';
import regelSchema from '../../../schemas/regel.schema.json';
import type { SchemaError } from '../library.ts';
import type { Json } from '../syntax/nodes.ts';
import { valueAt, type Path, type Problem } from '../templates/problems.ts';
import { shapeOf } from './shape.ts';

export type OwnKind = 'template' | 'rule';
type Plain = { [keyword: string]: Json };
/** schemas/mal.schema.json and schemas/regel.schema.json: the same that the build checks the product's own against. */
export const SCHEMAS: { readonly [kind in OwnKind]: Plain } = { template: malSchema as unknown as Plain, rule: regelSchema as unknown as Plain };
const shapes = { template: once(() => shapeOf(SCHEMAS.template)), rule: once(() => shapeOf(SCHEMAS.rule)) };

/** The problems of form, one at a place. */
export function formProblems(kind: OwnKind, written: Json): Problem[] {
  const problems = new Map<string, Problem>();
  for (const error of shapes[kind]()(written)) {
    const problem = problemOf(error, kind, written);
    const once = `${problem.at.join('/')} ${problem.onKey === true} ${problem.params?.['nøkkel'] ?? ''}`;
    if (!problems.has(once)) problems.set(once, problem);
  }
  return [...problems.values()];
}

function problemOf({ instancePath, keyword, params }: SchemaError, kind: OwnKind, written: Json): Problem {
  const steps = instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = pathIn(written, steps);
  const problem = (text: Problem['text'], more: Partial<Problem> = {}): Problem => ({ code: 'egen-form', at, text, ...more });
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return { code: 'egen-form', at: [...at, key], onKey: true, text: 'own.form.unknown', params: { nøkkel: key }, written: key, candidates: () => Object.keys(propertiesOf(schemaAt(kind, at))) };
    }
    case 'required': return problem(at.length ? 'own.form.missing-here' : 'own.form.missing', { params: { nøkkel: String(params['missingProperty']) } });
    case 'enum': {
      const values = (params['allowedValues'] as Json[] | undefined ?? []).map(String);
      const value = valueAt(written, at);
      return problem('own.form.choice', { params: { tillatt: { or: values } }, ...(typeof value === 'string' ? { written: value, candidates: () => values } : {}) });
    }
    case 'type': return problem(typeText(params['type'] ?? ''));
    case 'pattern': return problem(steps.at(-1) === 'kode' ? 'own.form.code' : steps.at(-1) === 'mal' || steps.at(-1) === 'utvider' ? 'own.form.template-id' : 'own.form.id');
    case 'minItems': return problem('own.form.empty-list');
    case 'minLength': return problem('own.form.empty');
    default: return problem('own.form.wrong');
  }
}

function typeText(type: unknown): Problem['text'] {
  switch (String(type)) {
    case 'string': return 'own.form.text';
    case 'boolean': return 'own.form.boolean';
    case 'integer': return 'own.form.number';
    case 'array': return 'own.form.list';
    case 'object': return 'own.form.map';
    default: return 'own.form.wrong';
  }
}

/** The steps with numbers where lists are. */
function pathIn(written: Json, steps: readonly (string | number)[]): Path {
  const path: (string | number)[] = [];
  for (const step of steps) path.push(Array.isArray(valueAt(written, path)) ? Number(step) : step);
  return path;
}

/** What the schema says of the place at a path: references and branches followed. Undefined where it says nothing. */
export function schemaAt(kind: OwnKind, path: Path): Plain | undefined {
  let here: Plain | undefined = SCHEMAS[kind];
  for (const step of path) {
    if (!here) return undefined;
    const schema: Plain = resolved(kind, here);
    const properties = propertiesOf(schema);
    const next: Json | undefined = typeof step === 'number' ? schema['items'] : (Object.hasOwn(properties, step) ? properties[step] : schema['additionalProperties']);
    here = isMap(next) ? next : undefined;
  }
  return here && { ...resolved(kind, here), ...(typeof here['description'] === 'string' ? { description: here['description'] } : {}) };
}

/** The keys that may stand in a map of that schema, with their own schemas. */
export function propertiesOf(schema: Plain | undefined): { [key: string]: Plain } {
  const properties = schema?.['properties'];
  return isMap(properties) ? (properties as { [key: string]: Plain }) : {};
}

function resolved(kind: OwnKind, schema: Plain): Plain {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].slice('#/$defs/'.length) : undefined;
  const defined = SCHEMAS[kind]['$defs'];
  return name !== undefined && isMap(defined) && isMap(defined[name]) ? (defined[name] as Plain) : schema;
}

const isMap = (value: Json | undefined): value is Plain => value !== null && typeof value === 'object' && !Array.isArray(value);

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
