/**
 * Templates and rules as the build stores them: what is empty or false is left out, and the head that templates share
 * stands once. Half of them is that.
 */
import type { Question, Section, Template } from './templates/model.ts';
import type { Rule } from './rules/model.ts';
import type { Json } from './syntax/nodes.ts';

type Plain = { [key: string]: Json };
export type PackedTemplate = Plain;
export type PackedRule = Plain;

const QUESTION: Partial<Question> = { required: false, explainAt: [], mayBeIrrelevant: false, articles: [], points: [], examples: [], carriedFrom: [] };
const TEMPLATE: Partial<Template> = { links: [], criteria: [] };
const RULE: Partial<Rule> = { rows: [], gate: false, always: false, templates: [], kinds: [], articles: [], related: [], reads: [] };

/** `head` holds the fields that templates share; one that the template words in its own way is stored with it. */
export function packTemplate(template: Template, head: readonly Question[]): PackedTemplate {
  const isShared = (field: Question): boolean => head.some((each) => each.id === field.id && JSON.stringify(each) === JSON.stringify(field));
  return packed({ ...template, head: template.head.map((field) => (isShared(field) ? field.id : field)) } as unknown as Json) as Plain;
}

export function unpackTemplate(stored: PackedTemplate, head: readonly Question[]): Template {
  const { parts, notes = [], head: wanted, ...rest } = stored as unknown as { parts: { sections: Plain[] }[]; notes?: Plain[]; head: (string | Plain)[] } & Plain;
  return { ...TEMPLATE, ...rest, notes: notes.map(unpackNote), head: wanted.flatMap((field) => (typeof field === 'string' ? (head.find(({ id }) => id === field) ?? []) : [unpackQuestion(field)])), parts: parts.map((part) => ({ ...part, sections: part.sections.map(unpackSection) })) } as unknown as Template;
}

/** What a rule says beyond its finding: of no use before somebody asks. */
export type RuleWords = Pick<Rule, 'title' | 'why' | 'todo' | 'quotation'>;
export const packRule = (rule: Omit<Rule, 'check' | 'across' | keyof RuleWords>): PackedRule => packed(rule as unknown as Json) as Plain;
/** `words` is asked when somebody reads them. */
export function unpackRule(stored: PackedRule, words: (code: string) => RuleWords): Rule {
  const code = stored['code'] as string;
  const rule = { ...RULE, ...stored };
  for (const name of ['title', 'why', 'todo', 'quotation'] as const) Object.defineProperty(rule, name, { enumerable: true, get: () => words(code)[name] });
  return rule as unknown as Rule;
}

export const packQuestion = (question: Question): Plain => packed(question as unknown as Json) as Plain;

export function unpackQuestion(stored: Plain): Question {
  const kind = stored['kind'] as Plain & { fields?: Plain[] };
  const filled = kind['type'] === 'group' ? { repeated: false, ...kind, fields: (kind.fields ?? []).map(unpackQuestion) } : kind['type'] === 'yes-no' ? { partial: false, ...kind } : kind['type'] === 'file' ? { kinds: [], ...kind } : kind['type'] === 'one-of' || kind['type'] === 'some-of' ? { options: [], ...kind } : kind;
  return { ...QUESTION, ...stored, kind: filled } as unknown as Question;
}

function unpackSection(stored: Plain): Section {
  const { items = [], sections = [], notes = [] } = stored as { items?: Plain[]; sections?: Plain[]; notes?: Plain[] };
  return { ...stored, notes: notes.map(unpackNote), items: items.map((item) => ('kind' in item ? unpackQuestion(item) : item)), sections: sections.map(unpackSection) } as unknown as Section;
}

const unpackNote = (stored: Plain): Plain => ({ points: [], articles: [], ...stored });

/** A condition is not ours to shorten: `const: false` and `enum: []` mean something there. */
const KEPT = ['condition', 'when'];

function packed(value: Json): Json {
  if (Array.isArray(value)) return value.map(packed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (KEPT.includes(key) ? [[key, inner]] : inner === false || inner === undefined || (Array.isArray(inner) && !inner.length) ? [] : [[key, packed(inner)]])));
}
