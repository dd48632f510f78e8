/** What a value of the wrong form was meant to be. Each wrong value has one reading, and so one rule that reports it. */
import { isPlaceholder, splitVerdict, verdictOf } from '../../assessment/normalise.ts';
import type { Answer } from '../../assessment/model.ts';
import { isWrapper } from '../../assessment/read.ts';
import { entryOf, isBlank, type Json, type SyntaxNode } from '../../syntax/nodes.ts';
import { NOT_RELEVANT, type AnswerKind, type Question, type Template } from '../../templates/model.ts';
import { WRAPPER_KEYS } from '../../templates/schema.ts';
import type { RuleContext } from '../model.ts';
import { located, type Located } from './located.ts';
import { dateOf } from '../../dates.ts';
import { meantKeys, simplified } from './nearest.ts';

export type Reading =
  /** The right answer, spelled otherwise: «JA», «Godkjent», "4". */
  | { as: 'spelling'; text: string }
  /** A verdict and its explanation in one: «Ja. Fordi …». */
  | { as: 'split'; verdict: string; explanation: string }
  /** Left to the rules on placeholders and on «ikke relevant». */
  | { as: 'elsewhere' }
  | { as: 'template' }
  | { as: 'wrong' };

/** The schema's errors about values (not about keys), each with its reading. */
export function wrongValues(context: RuleContext): { error: Located; reading: Reading }[] {
  return located(context)
    .filter((error) => error.keyword !== 'additionalProperties' && error.keyword !== 'required')
    .map((error) => ({ error, reading: readingOf(error, context.assessment.template) }));
}

function readingOf(error: Located, template: Template): Reading {
  const { node, question, isAnswer } = error;
  if (node.kind !== 'scalar' || !question) return { as: 'wrong' };
  if (isPlaceholder(node.value)) return { as: 'elsewhere' };
  if (error.path === 'mal') return { as: 'template' };
  const text = canonical(question.kind, question.mayBeIrrelevant, node.value, template);
  if (text !== undefined) return { as: 'spelling', text };
  if (isAnswer && verdictOf(node.value) === NOT_RELEVANT) return { as: 'elsewhere' };
  if (isAnswer && question.kind.type === 'yes-no') {
    const parts = splitVerdict(node.value);
    if (parts && canonical(question.kind, question.mayBeIrrelevant, parts.verdict, template)) return { as: 'split', ...parts };
  }
  return { as: 'wrong' };
}

/** Whether a value could answer a question, as far as its form tells: «Vi profilerer ikke» does not answer a ja or nei. */
export function suits(node: SyntaxNode, question: Question, template: Template): boolean {
  const { kind } = question;
  const value = isWrapper(question, node) ? entryOf(node, 'svar')?.value : node;
  if (isBlank(value) || !value) return true;
  if (kind.type === 'group' || kind.type === 'answers') return value.kind !== 'scalar';
  if (value.kind !== 'scalar') return kind.type === 'some-of' || kind.type === 'prose';
  if (isPlaceholder(value.value)) return true;
  const verdict = verdictOf(value.value);
  if (verdict === NOT_RELEVANT) return question.mayBeIrrelevant;
  if (kind.type === 'yes-no') return canonical(kind, false, value.value, template) !== undefined || splitVerdict(value.value) !== undefined;
  if (kind.type === 'date') return dateOf(value.value) !== undefined;
  if (kind.type === 'number') return typeof value.value === 'number';
  if (kind.type === 'level' || kind.type === 'one-of' || kind.type === 'some-of') return canonical(kind, false, value.value, template) !== undefined;
  return verdict === undefined;
}

/** The allowed value that a written one means; undefined when it means none. */
function canonical(kind: AnswerKind, mayBeIrrelevant: boolean, value: Json, template: Template): string | undefined {
  const verdict = verdictOf(value);
  if (verdict === NOT_RELEVANT) return mayBeIrrelevant ? verdict : undefined;
  if (kind.type === 'yes-no') return verdict && (verdict !== 'delvis' || kind.partial) ? verdict : undefined;
  if (typeof value === 'boolean' || value === null) return undefined;
  const allowed = allowedOf(kind, template);
  if (kind.type === 'number') return typeof value === 'string' && /^\d+([.,]\d+)?$/.test(value.trim()) ? value.trim().replace(',', '.') : undefined;
  const own = simplified(String(value));
  return allowed.find((option) => simplified(option.value) === own)?.value ?? allowed.find((option) => option.aliases.some((alias) => simplified(alias) === own))?.value;
}

export interface Allowed {
  value: string;
  text: string;
  /** What the template itself calls it before its explanation: «Avvist: …». */
  aliases: string[];
}

/** The values that a kind of answer allows, where they can be counted up; empty otherwise. */
export function allowedOf(kind: AnswerKind, template: Template): Allowed[] {
  const of = (value: string, text: string): Allowed => ({ value, text, aliases: /^([^:]+):/.exec(text)?.[1]?.split('/') ?? [] });
  switch (kind.type) {
    case 'yes-no': return ['ja', 'nei', ...(kind.partial ? ['delvis'] : [])].map((value) => of(value, value));
    case 'level': return (template.risk.scales[kind.scale] ?? []).map((step) => ({ value: String(step.value), text: step.text, aliases: [step.text] }));
    case 'one-of': case 'some-of':
      if (kind.optionsFrom === 'malens kriterier') return template.criteria.map((criterion) => ({ value: String(criterion.number), text: criterion.text, aliases: [] }));
      return kind.options.map((option) => of(option.value, option.text));
    default: return [];
  }
}

/** Text that YAML read as keys («Formål: …» below an answer): a map under an answer with none of a wrapper's keys. */
export function isTextAsKeys({ node, isAnswer, container }: Pick<Located, 'node' | 'isAnswer' | 'container'>): boolean {
  if (!isAnswer || container !== 'wrapper' || node.kind !== 'map' || !node.entries.length) return false;
  return !node.entries.some((entry) => WRAPPER_KEYS.some((key) => key === entry.key)) && !meantKeys(node, WRAPPER_KEYS).size;
}

/** The keys of an answer's wrapper that are there, though written with a slip. */
export function meantWords(answer: Answer): Set<string> {
  return isWrapper(answer.question, answer.node) ? meantKeys(answer.node, WRAPPER_KEYS) : new Set();
}

/** Whether an answer has no value because all of it was read as keys, or its `svar` is written with a slip. */
export function isMisread(answer: Answer): boolean {
  return isWrapper(answer.question, answer.node) && (isTextAsKeys({ node: answer.node, isAnswer: true, container: 'wrapper' }) || meantWords(answer).has('svar'));
}
