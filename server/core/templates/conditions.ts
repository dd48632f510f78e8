/**
 * Conditions are JSON Schema, cut down to what a privacy adviser can read back: no references, no formats, nothing
 * that looks outside the answers. They run over the facts of an assessment (assessment/facts.ts), where `ja` and
 * `{svar: ja, forklaring: …}` are the same answer.
 */
import type { Json } from '../syntax/nodes.ts';
import type { Condition } from './model.ts';
import { patternProblem } from './patterns.ts';
import type { Path, Problem } from './problems.ts';
import type { Texts } from '../texts/texts.ts';

export const CONDITION_KEYWORDS = [
  'properties', 'required', 'enum', 'const', 'not', 'allOf', 'anyOf', 'contains', 'minContains', 'minItems', 'maxItems',
  'items', 'type', 'minimum', 'maximum', 'minLength', 'pattern', 'minProperties',
] as const;

/** Which value each keyword takes. */
const TAKES: { readonly [keyword in (typeof CONDITION_KEYWORDS)[number]]: 'conditions by name' | 'conditions' | 'condition' | 'list' | 'number' | 'types' | 'pattern' | 'anything' } = {
  properties: 'conditions by name', required: 'list', enum: 'list', const: 'anything', not: 'condition', allOf: 'conditions', anyOf: 'conditions',
  contains: 'condition', minContains: 'number', minItems: 'number', maxItems: 'number', items: 'condition', type: 'types', minimum: 'number',
  maximum: 'number', minLength: 'number', pattern: 'pattern', minProperties: 'number',
};
const TYPES = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];
/** More keywords than any condition has that somebody can read. */
const MOST_KEYWORDS = 300;

/** The facts there are: whether one is called so, and all of them for «Mente du …?». */
export interface KnownFacts {
  has(name: string): boolean;
  names(): Iterable<string>;
}

/** What is wrong with a condition as written, by its path in the condition; empty when it is fine. */
export function conditionProblems(condition: Json, known: KnownFacts, at: Path = []): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  const report = (path: Path, text: Problem['text'], more: Partial<Problem> = {}): void => void problems.push({ code: 'egen-vilkar', at: [...at, ...path], text, ...more });
  const fact = (name: string, path: Path, onKey = false): void => {
    if (!known.has(name)) report(path, 'own.condition.fact', { params: { navn: name }, written: name, candidates: () => known.names(), ...(onKey ? { onKey } : {}) });
  };
  const visit = (part: Json | undefined, path: Path): void => {
    if (!isMapOf(part)) return report(path, 'own.condition.map');
    // Only above `properties` are the names those of answers; below it they are the fields of one.
    const isOverFacts = path.every((step) => typeof step === 'number' || step === 'allOf' || step === 'anyOf' || step === 'not');
    for (const [keyword, value] of Object.entries(part)) {
      const here = [...path, keyword];
      if (++count > MOST_KEYWORDS) {
        if (count === MOST_KEYWORDS + 1) report([], 'own.condition.many', { params: { antall: MOST_KEYWORDS } });
        return;
      }
      if (!Object.hasOwn(TAKES, keyword)) {
        report(here, 'own.condition.keyword', { onKey: true, params: { ord: keyword, kjente: CONDITION_KEYWORDS.join(', ') }, written: keyword, candidates: () => CONDITION_KEYWORDS });
        continue;
      }
      switch (TAKES[keyword as keyof typeof TAKES]) {
        case 'conditions by name':
          if (!isMapOf(value)) report(here, 'own.condition.map');
          else for (const [name, inner] of Object.entries(value)) {
            if (isOverFacts) fact(name, [...here, name], true);
            visit(inner, [...here, name]);
          }
          break;
        case 'conditions':
          if (!Array.isArray(value)) report(here, 'own.condition.list', { params: { ord: keyword } });
          else value.forEach((inner, i) => visit(inner, [...here, i]));
          break;
        case 'condition': visit(value, here); break;
        case 'list':
          if (!Array.isArray(value)) report(here, 'own.condition.list', { params: { ord: keyword } });
          else if (keyword === 'required' && isOverFacts) value.forEach((name, i) => fact(String(name), [...here, i]));
          break;
        case 'number':
          if (typeof value !== 'number') report(here, 'own.condition.number', { params: { ord: keyword } });
          break;
        case 'types':
          for (const type of Array.isArray(value) ? value : [value]) if (!TYPES.includes(String(type))) report(here, 'own.condition.type', { params: { typer: TYPES.join(', ') }, written: String(type), candidates: () => TYPES });
          break;
        case 'pattern': {
          const problem = typeof value === 'string' ? patternProblem(value) : 'own.pattern.invalid';
          if (problem) report(here, problem);
          break;
        }
        case 'anything': break;
      }
    }
  };
  visit(condition, []);
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
 * Undefined where it takes more than a sentence. `shown`: how a value reads, where not as the file has it.
 */
export function describeCondition(condition: Condition, texts: Texts, shown: (value: string) => string = (value) => value): string | undefined {
  const several = (parts: readonly Json[], key: 'condition.both' | 'condition.either'): string | undefined => joined(parts.map((part) => describeCondition(part as Condition, texts, shown)), key, texts);
  const { allOf: all, anyOf: any, properties } = condition;
  if (Array.isArray(all) && Object.keys(condition).length === 1) return several(all, 'condition.both');
  if (Array.isArray(any) && Object.keys(condition).length === 1) return several(any, 'condition.either');
  if (!isMapOf(properties)) return undefined;
  return joined(Object.entries(properties).map(([name, test]) => describeTest(name, test, texts, shown)), 'condition.and', texts);
}

/** «a og b»; undefined where one of them has no words. */
function joined(parts: readonly (string | undefined)[], key: 'condition.and' | 'condition.both' | 'condition.either', texts: Texts): string | undefined {
  return parts.length && parts.every((part): part is string => Boolean(part)) ? parts.reduce((en, to) => texts(key, { en, to })) : undefined;
}

/** «C.3 er ja eller delvis», «C.1 har deling, og ikke toveis eller gaming»; undefined for what is not as simple. */
function describeTest(name: string, test: Json, texts: Texts, shown: (value: string) => string): string | undefined {
  const valuesOf = (of: { [key: string]: Json }): string[] | undefined => valuesIn(of)?.map(shown);
  if (!isMapOf(test)) return undefined;
  const values = valuesOf(test);
  if (values) return texts('condition.is', { hva: name, verdier: { or: values } });
  const { contains, not, ...rest } = test;
  const has = isMapOf(contains) ? valuesOf(contains) : undefined;
  if (!has || Object.keys(rest).length) return undefined;
  if (not === undefined) return texts('condition.has', { hva: name, verdier: { or: has } });
  const lacks = isMapOf(not) && isMapOf(not['contains']) ? valuesOf(not['contains']) : undefined;
  return lacks && texts('condition.has-not', { hva: name, verdier: { or: has }, ikke: { or: lacks } });
}

const isMapOf = (value: Json | undefined): value is { [key: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);

function valuesIn(test: { [key: string]: Json }): string[] | undefined {
  const values = Array.isArray(test['enum']) ? test['enum'] : 'const' in test ? [test['const']!] : undefined;
  return values?.map(String);
}
