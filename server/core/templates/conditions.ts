/**
 * Conditions are JSON Schema, cut down to what a privacy adviser can read back: no references, no formats, nothing
 * that looks outside the answers. They run over the facts of an assessment (assessment/facts.ts), where `ja` and
 * `{svar: ja, forklaring: …}` are the same answer.
 */
import type { Json } from '../syntax/nodes.ts';
import type { Condition } from './model.ts';

export const CONDITION_KEYWORDS = [
  'properties', 'required', 'enum', 'const', 'not', 'allOf', 'anyOf', 'contains', 'minContains', 'minItems', 'maxItems',
  'items', 'type', 'minimum', 'maximum', 'minLength', 'pattern', 'minProperties',
] as const;

/** What is wrong with a condition as written; empty when it is fine. `known` answers whether a fact exists. */
export function conditionProblems(condition: Json, known: (name: string) => boolean, path = ''): string[] {
  if (condition === null || typeof condition !== 'object' || Array.isArray(condition)) return [`${path || 'vilkåret'} er ikke et objekt`];
  const problems: string[] = [];
  for (const [keyword, value] of Object.entries(condition)) {
    const here = path ? `${path}.${keyword}` : keyword;
    if (!(CONDITION_KEYWORDS as readonly string[]).includes(keyword)) {
      problems.push(`${here}: nøkkelordet finnes ikke i vilkår; bruk ${CONDITION_KEYWORDS.join(', ')}`);
    } else if (keyword === 'properties') {
      for (const [name, child] of Object.entries(value as { [key: string]: Json })) {
        if (path === '' || /^(allOf|anyOf|not)(\.\d+)?(\.(allOf|anyOf|not)(\.\d+)?)*$/.test(path)) if (!known(name)) problems.push(`${here}.${name}: ingen spørsmål heter «${name}»`);
        problems.push(...conditionProblems(child, known, `${here}.${name}`));
      }
    } else if (keyword === 'required') {
      if (!Array.isArray(value)) problems.push(`${here} skal være en liste`);
      else if (path === '' || /^(allOf|anyOf|not)/.test(path)) {
        for (const name of value) if (!path.includes('properties') && !known(String(name))) problems.push(`${here}: ingen spørsmål heter «${String(name)}»`);
      }
    } else if (keyword === 'allOf' || keyword === 'anyOf') {
      if (!Array.isArray(value)) problems.push(`${here} skal være en liste`);
      else value.forEach((child, i) => problems.push(...conditionProblems(child, known, `${here}.${i}`)));
    } else if (keyword === 'not' || keyword === 'contains' || keyword === 'items') problems.push(...conditionProblems(value, known, here));
  }
  return problems;
}

/** The answers that a condition looks at, in the order they are named. */
export function factsOf(condition: Condition): string[] {
  const names = new Set<string>();
  const visit = (part: Json): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (part === null || typeof part !== 'object') return;
    for (const name of Array.isArray(part['required']) ? part['required'] : []) names.add(String(name));
    const properties = part['properties'];
    if (properties && typeof properties === 'object' && !Array.isArray(properties)) for (const name of Object.keys(properties)) names.add(name);
    for (const keyword of ['allOf', 'anyOf', 'not']) if (keyword in part) visit(part[keyword]!);
  };
  visit(condition);
  return [...names];
}

/**
 * The condition in words, for the simple forms that templates use («når III.2.1 er ja eller delvis»).
 * Undefined where it takes more than a sentence.
 */
export function describeCondition(condition: Condition): string | undefined {
  const all = condition['allOf'];
  if (Array.isArray(all) && Object.keys(condition).length === 1) {
    const parts = all.map((part) => describeCondition(part as Condition));
    return parts.every(Boolean) ? parts.join(', og ') : undefined;
  }
  const any = condition['anyOf'];
  if (Array.isArray(any) && Object.keys(condition).length === 1) {
    const parts = any.map((part) => describeCondition(part as Condition));
    return parts.every(Boolean) ? parts.join(', eller ') : undefined;
  }
  const properties = condition['properties'];
  if (!properties || typeof properties !== 'object' || Array.isArray(properties)) return undefined;
  const parts = Object.entries(properties).map(([name, test]) => describeTest(name, test));
  return parts.every(Boolean) ? parts.join(' og ') : undefined;
}

/** «C.3 er ja eller delvis», «C.1 har deling, og ikke toveis eller gaming»; undefined for what is not as simple. */
function describeTest(name: string, test: Json): string | undefined {
  if (!isMapOf(test)) return undefined;
  const values = valuesOf(test);
  if (values) return `${name} er ${values}`;
  const { contains, not, ...rest } = test;
  const has = isMapOf(contains) ? valuesOf(contains) : undefined;
  if (!has || Object.keys(rest).length) return undefined;
  if (not === undefined) return `${name} har ${has}`;
  const lacks = isMapOf(not) && isMapOf(not['contains']) ? valuesOf(not['contains']) : undefined;
  return lacks && `${name} har ${has}, og ikke ${lacks}`;
}

const isMapOf = (value: Json | undefined): value is { [key: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);

function valuesOf(test: { [key: string]: Json }): string | undefined {
  const values = Array.isArray(test['enum']) ? test['enum'] : 'const' in test ? [test['const']!] : undefined;
  const words = values?.map(String);
  return words && (words.length < 3 ? words.join(' eller ') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)!}`);
}
