/**
 * A template as JSON Schema (draft 2020-12), for our own validators and for any editor that takes a JSON Schema.
 * A choice between a bare answer and a map is written with if/then/else, never with oneOf: the error then says which
 * of the two it was about.
 */
import type { Json } from '../syntax/nodes.ts';
import { describeCondition } from './conditions.ts';
import { fullText, indexOf, NOT_RELEVANT, type AnswerKind, type Question, type Template } from './model.ts';
import { bokmål } from '../texts/texts.ts';

type Schema = { [keyword: string]: Json };

/** The keys beside the answer when it is written as a map. */
export const WRAPPER_KEYS = ['svar', 'forklaring', 'begrunnelse'] as const;
const DATE = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
const PROSE: Json = ['string', 'number', 'null'];

/** The schema of a file that answers this template. */
export function schemaOf(template: Template): Schema {
  const answers: Schema = {};
  for (const { question, section, part } of indexOf(template).questions.values()) {
    if (question.answeredIn) continue;
    answers[question.id] = { title: question.id, description: describeQuestion(question, `DEL ${part.id} – ${section.title}`), $ref: `#/$defs/${definitionName(question)}` };
  }
  const properties: Schema = {};
  for (const field of template.head) {
    properties[field.id] = field.kind.type === 'answers'
      ? { title: 'svar', description: field.text, type: ['object', 'null'], properties: answers, additionalProperties: false }
      : { title: field.id, description: describeQuestion(field), ...headField(field, template) };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:vurdert:${template.kind}:${template.id}`,
    title: template.title,
    description: `${template.publisher}, ${template.version}. Laget av Vurdert fra malen; endres ikke for hånd.`,
    type: 'object',
    required: template.head.filter((field) => field.required).map((field) => field.id),
    properties,
    additionalProperties: false,
    $defs: definitions(template),
  };
}

function headField(field: Question, template: Template): Schema {
  if (field.id === 'mal') return { enum: [template.id, null] };
  if (field.id === 'vurdering') return { enum: [template.kind, null] };
  if (field.id === 'kriterier' && template.criteria.length) return { type: ['array', 'null'], items: choice(template.criteria.map(({ number, text }) => ({ value: number, text }))) };
  return bare(field.kind, template);
}

function describeQuestion(question: Question, place?: string): string {
  const lines = [fullText(question)];
  if (question.guidance) lines.push(question.guidance);
  for (const point of [...question.points, ...question.examples]) lines.push(`– ${point}`);
  if (question.condition) {
    const condition = describeCondition(question.condition, bokmål);
    if (condition) lines.push(`Besvares når ${condition}.`);
  }
  if (question.articles.length) lines.push(`Hviler på ${question.articles.join(', ')} i personvernforordningen.`);
  if (place) lines.push(place);
  return lines.join('\n');
}

/** Questions of the same kind share a definition, so that the compiled validator stays small. */
function definitionName(question: Question): string {
  const { kind } = question;
  if (kind.type === 'yes-no') return `${kind.partial ? 'ja-nei-delvis' : 'ja-nei'}${question.mayBeIrrelevant ? '-eller-ikke-relevant' : ''}`;
  if (kind.type === 'group' || kind.type === 'one-of' || kind.type === 'some-of' || kind.type === 'level') return question.id;
  return { text: 'tekst', prose: 'prosa', date: 'dato', number: 'tall', person: 'person', file: 'fil', reference: 'lovhenvisning', answers: 'svar' }[kind.type];
}

function definitions(template: Template): Schema {
  const definitions: Schema = {};
  for (const { question } of indexOf(template).questions.values()) {
    const name = definitionName(question);
    if (!question.answeredIn) definitions[name] ??= answer(question, template);
  }
  return definitions;
}

/** An answer under `svar`: bare, or a map with the answer under `svar` and words beside it. */
function answer(question: Question, template: Template): Schema {
  const value = bare(question.kind, template, question.mayBeIrrelevant);
  const wrapper: Schema = {
    properties: { svar: value, forklaring: { type: PROSE }, begrunnelse: { type: PROSE } },
    additionalProperties: false,
  };
  if (question.kind.type === 'group' && !question.kind.repeated) {
    // A group is itself a map: it counts as wrapped when it has the key `svar`, which no field may be called.
    return { if: { type: 'object', required: ['svar'] }, then: wrapper, else: value };
  }
  return { if: { type: 'object' }, then: wrapper, else: value };
}

function bare(kind: AnswerKind, template: Template, mayBeIrrelevant = false): Schema {
  const irrelevant: Json[] = mayBeIrrelevant ? [NOT_RELEVANT] : [];
  switch (kind.type) {
    case 'yes-no': return { enum: ['ja', 'nei', ...(kind.partial ? ['delvis'] : []), ...irrelevant, null] };
    case 'one-of': return kind.optionsFrom || kind.open ? { type: ['string', 'number', 'null'] } : choice(kind.options, [...irrelevant, null]);
    case 'some-of': return orIrrelevant({ type: ['array', 'null'], items: kind.optionsFrom || kind.open ? { type: ['string', 'number'] } : choice(kind.options) }, mayBeIrrelevant);
    // A list of lines is prose too: it shows as bullets in the report.
    case 'prose': return { type: ['string', 'number', 'null', 'array'], items: { type: ['string', 'number', 'null'] } };
    case 'text': case 'person': case 'file': case 'reference': return { type: ['string', 'number', 'null'] };
    case 'date': return orIrrelevant({ if: { type: 'null' }, else: { type: 'string', pattern: DATE } }, mayBeIrrelevant);
    case 'number': return orIrrelevant({ type: ['number', 'null'] }, mayBeIrrelevant);
    case 'level': return choice(template.risk.scales[kind.scale] ?? [], [null]);
    case 'answers': return { type: ['object', 'null'] };
    case 'group': {
      const properties: Schema = {};
      for (const field of kind.fields) properties[field.id] = { description: describeQuestion(field), ...bare(field.kind, template) };
      const row: Schema = { type: ['object', 'null'], properties, additionalProperties: false };
      if (kind.forEach) return { type: ['object', 'null'], additionalProperties: row };
      return kind.repeated ? { type: ['array', 'null'], items: row } : row;
    }
  }
}

/** The answer, or the words «ikke relevant» where the question takes them. */
function orIrrelevant(schema: Schema, mayBeIrrelevant: boolean): Schema {
  return mayBeIrrelevant ? { if: { const: NOT_RELEVANT }, else: schema } : schema;
}

/** What may be chosen, and for editors what each choice means, where that is more than its name. */
function choice(options: readonly { value: Json; text: string }[], others: Json[] = []): Schema {
  const values = [...options.map(({ value }) => value), ...others];
  const hasWords = options.some(({ value, text }) => text !== String(value));
  return { enum: values, ...(hasWords ? { enumDescriptions: [...options.map(({ text }) => text), ...others.map(() => '')] } : {}) };
}

/** The schema without the words, for the validators: they report places and keywords, the words come from the model. */
export function withoutWords(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (schema === null || typeof schema !== 'object') return schema;
  const result: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (((key === 'title' || key === 'description') && typeof value === 'string') || (key === 'enumDescriptions' && Array.isArray(value))) continue;
    result[key] = withoutWords(value);
  }
  return result;
}
