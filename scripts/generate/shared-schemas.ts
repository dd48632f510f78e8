/**
 * Templates share most of their shapes: the head, a line of prose, a yes or no. For the compiled validators every shape
 * that stands more than once is lifted out and referred to, so that each is compiled once.
 */
import type { Json } from '../../server/core/syntax/nodes.ts';

type Schema = { [keyword: string]: Json };

/** Where one schema holds another, as schemaOf writes them: by name, or alone. */
const NAMED = ['properties', '$defs'];
const SINGLE = ['items', 'additionalProperties', 'if', 'then', 'else'];
/** What is shorter than a reference stays where it is. Characters of JSON. */
const WORTH_A_REFERENCE = 30;

/** The schemas with what they have in common replaced by references into `shared`, a schema of `$defs` of that id. */
export function shareSchemas(schemas: Schema[], id: string): { schemas: Schema[]; shared: Schema } {
  const counts = new Map<string, number>();
  const resolved = schemas.map((schema) => resolveLocal(schema, (schema['$defs'] ?? {}) as Schema));
  for (const schema of resolved) eachInner(schema, (inner) => counts.set(key(inner), (counts.get(key(inner)) ?? 0) + 1));
  const names = new Map<string, string>();
  const definitions: Schema = {};
  const share = (schema: Schema): Schema => {
    const own = key(schema);
    if ((counts.get(own) ?? 0) < 2 || own.length < WORTH_A_REFERENCE) return mapInner(schema, share);
    let name = names.get(own);
    if (name === undefined) {
      names.set(own, (name = `d${names.size}`));
      definitions[name] = mapInner(schema, share);
    }
    return { $ref: `${id}#/$defs/${name}` };
  };
  return { schemas: resolved.map((schema) => mapInner(schema, share)), shared: { $id: id, $defs: definitions } };
}

const key = (schema: Schema): string => JSON.stringify(schema);

/** Local references written out. Templates have no recursive definitions. */
function resolveLocal(schema: Schema, definitions: Schema): Schema {
  const name = typeof schema['$ref'] === 'string' ? /^#\/\$defs\/(.+)$/.exec(schema['$ref'])?.[1] : undefined;
  if (name !== undefined) return resolveLocal(definitions[name] as Schema, definitions);
  const { $defs: _, ...rest } = schema;
  return mapInner(rest, (inner) => resolveLocal(inner, definitions));
}

function mapInner(schema: Schema, change: (inner: Schema) => Schema): Schema {
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => {
    if (NAMED.includes(keyword) && isSchema(value)) return [keyword, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isSchema(inner) ? change(inner) : inner]))];
    return [keyword, SINGLE.includes(keyword) && isSchema(value) ? change(value) : value];
  }));
}

function eachInner(schema: Schema, visit: (inner: Schema) => void): void {
  mapInner(schema, (inner) => {
    visit(inner);
    eachInner(inner, visit);
    return inner;
  });
}

const isSchema = (value: Json | undefined): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);
