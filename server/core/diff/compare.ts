/** Compares two versions of an assessment: what they say, never how it is written. */
import type { Analysis } from '../analysis.ts';
import type { Answer } from '../assessment/model.ts';
import { isPlaceholder } from '../assessment/normalise.ts';
import { progressOf } from '../assessment/progress.ts';
import { isRedacted } from '../assessment/secrets.ts';
import type { Edition } from '../report/edition.ts';
import { toJson, type Json } from '../syntax/nodes.ts';
import { fullText, type Question } from '../templates/model.ts';
import { fieldChanges, type Walk } from './fields.ts';
import { changedFindings, Moves } from './findings.ts';
import type { AnswerChange, Difference, HeadChange, Pair, Said } from './model.ts';
import { riskChanges } from './risks.ts';
import { isEqual } from './values.ts';
import { veilFor } from './veil.ts';

/** Head keys that are shown in a way of their own, or that say nothing to a reader of the report. */
const NOT_IN_HEAD = ['svar', 'risikoer', 'vurdering'];
/** What the house keeps to itself. */
const INTERNAL_HEAD = ['sladd', 'undertrykk'];

/**
 * @param before undefined where the file was not there then; everything is then new
 * @param after undefined where the file is there no more
 * @param edition the public one holds nothing that either version keeps back, and no findings
 */
export function compare(before: Analysis | undefined, after: Analysis | undefined, edition: Edition = 'internal'): Difference {
  const either = (after ?? before)!;
  const veil = veilFor(edition, { before, after });
  const moves = new Moves();
  const walk: Walk = { veil, moves };
  const isBoth = before !== undefined && after !== undefined;
  return {
    kind: either.assessment.kind,
    title: String(veil.value({ before: before && 'tittel', after: after && 'tittel' }, either.assessment.facts['tittel'] ?? '')).trim(),
    head: headChanges(before, after, walk, edition),
    answers: answerChanges(before, after, walk),
    risks: riskChanges(before, after, walk),
    findings: edition === 'public' || !isBoth ? { new: edition === 'public' ? [] : (after?.findings() ?? []), gone: edition === 'public' ? [] : (before?.findings() ?? []) } : changedFindings(before.findings(), after.findings(), moves),
    progress: { before: before && progressOf(before.assessment), after: after && progressOf(after.assessment) },
  };
}

function headChanges(before: Analysis | undefined, after: Analysis | undefined, walk: Walk, edition: Edition): HeadChange[] {
  const fields = new Map<string, Question>();
  for (const analysis of [after, before]) for (const field of analysis?.assessment.template.head ?? []) if (!fields.has(field.id)) fields.set(field.id, field);
  return [...fields.values()].flatMap((field): HeadChange[] => {
    if (NOT_IN_HEAD.includes(field.id) || (edition === 'public' && INTERNAL_HEAD.includes(field.id))) return [];
    const value = (analysis: Analysis | undefined): Json | undefined => (analysis?.assessment.index.head.has(field.id) ? analysis.assessment.facts[field.id] : undefined);
    const changes = fieldChanges(walk, field, { before: value(before), after: value(after) }, { before: before && field.id, after: after && field.id }, []);
    return changes.length ? [{ key: field.id, field, fields: changes }] : [];
  });
}

function answerChanges(before: Analysis | undefined, after: Analysis | undefined, walk: Walk): AnswerChange[] {
  const changes: AnswerChange[] = [];
  const places = { before: before?.assessment.index.questions, after: after?.assessment.index.questions };
  const ids = [...new Set([...(places.after?.keys() ?? []), ...(places.before?.keys() ?? [])])];
  for (const id of ids) {
    const [was, is] = [places.before?.get(id), places.after?.get(id)];
    // Another template may ask something else under the same id.
    const isOther = was !== undefined && is !== undefined && before!.assessment.template.id !== after!.assessment.template.id && fullText(was.question) !== fullText(is.question);
    const one = (a: Answer | undefined, b: Answer | undefined, placed: NonNullable<typeof is>): void => {
      if (placed.question.answeredIn) return;
      const change = answerChange(walk, id, placed.question, a, b, { before: before && id, after: after && id });
      if (change) changes.push({ ...change, part: placed.part.id });
    };
    const [a, b] = [before?.assessment.answers.get(id), after?.assessment.answers.get(id)];
    if (isOther) {
      one(undefined, b, is);
      one(a, undefined, was);
    } else one(a, b, (is ?? was)!);
  }
  return changes;
}

function answerChange(walk: Walk, id: string, question: Question, a: Answer | undefined, b: Answer | undefined, paths: Pair<string>): Omit<AnswerChange, 'part'> | undefined {
  const { veil } = walk;
  const said = (answer: Answer | undefined): Said | undefined => {
    const read = answer && readAnswer(answer);
    if (!read) return undefined;
    const at = (key: string): Pair<string> => ({ before: paths.before && `${id}/${key}`, after: paths.after && `${id}/${key}` });
    const words = (key: 'forklaring' | 'begrunnelse', text: string | undefined): string | undefined => (text === undefined ? undefined : String(veil.value(at(key), text)));
    const whole = veil.value(paths, '') as string;
    if (isRedacted(whole)) return { value: whole, explanation: undefined, reason: undefined };
    const inner = veil.value(at('svar'), '') as string;
    return { value: isRedacted(inner) ? inner : veil.value(paths, read.value), explanation: words('forklaring', read.explanation), reason: words('begrunnelse', read.reason) };
  };
  let [before, after] = [said(a), said(b)];
  if (!before && !after) return undefined;
  if (!before || !after) return { kind: before ? 'gone' : 'new', id, question, fields: [], before, after };
  if (question.kind.type === 'group' && isGroup(before.value) && isGroup(after.value)) {
    const fields = fieldChanges(walk, question, { before: readAnswer(a!)?.value, after: readAnswer(b!)?.value }, paths, []);
    const isRest = !isEqual(undefined, before.explanation, after.explanation) || !isEqual(undefined, before.reason, after.reason);
    return fields.length || isRest ? { kind: 'changed', id, question, fields, before: { ...before, value: undefined }, after: { ...after, value: undefined } } : undefined;
  }
  const both = (key: keyof Said): void => {
    const [x, y] = [before![key], after![key]];
    if (typeof x !== 'string' || typeof y !== 'string') return;
    const shown = veil.texts({ before: x, after: y });
    before = { ...before!, [key]: shown.before };
    after = { ...after!, [key]: shown.after };
  };
  for (const key of ['value', 'explanation', 'reason'] as const) both(key);
  if (isEqual(question, before.value, after.value) && isEqual(undefined, before.explanation, after.explanation) && isEqual(undefined, before.reason, after.reason)) return undefined;
  return { kind: 'changed', id, question, fields: [], before, after };
}

const isGroup = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

/** Undefined where there is nothing but the key, or text that is no answer. */
function readAnswer({ state, value, valueNode, explanation, reason }: Answer): Said | undefined {
  const words = (each: { text: string } | undefined): string | undefined => (each && !isPlaceholder(each.text) ? each.text : undefined);
  const read: Said = { value: state === 'invalid' ? toJson(valueNode) : value, explanation: words(explanation), reason: words(reason) };
  return read.value === undefined && read.explanation === undefined && read.reason === undefined ? undefined : read;
}
