/** Fixes that write into the head: a missing key or field, a suppression; and the removal of one. */
import type { Analysis } from '../../analysis.ts';
import { PLACEHOLDER } from '../../assessment/normalise.ts';
import { resolve } from '../../assessment/paths.ts';
import { isBlank, type Entry, type MapNode, type Range } from '../../syntax/nodes.ts';
import type { Question } from '../../templates/model.ts';
import type { TextEdit } from '../model.ts';
import { appendItem, fillEmpty, insertEntry, insertInFlow, item } from './write.ts';

/**
 * Adds what a path names: a head key with the fields that it requires and those asked for, or a field of a block that
 * is there. In a block that is there, only the fields asked for go in.
 */
export function addField(analysis: Analysis, path: string, fields: readonly string[] = []): TextEdit[] {
  const { assessment } = analysis;
  const place = resolve(assessment, path);
  const key = path.split('/').at(-1)!;
  if (!place.question) return [];
  if (place.found && place.node && !isBlank(place.node)) return fields.flatMap((field) => addField(analysis, `${path}/${field}`));
  const lines = linesFor(analysis, place.question, key, fields);
  if (place.found) return place.entry ? [fillEmpty(analysis, place.entry, lines.length === 1 ? valueOf(lines[0]!) : lines.slice(1).map((line) => line.slice(2)))] : [];
  if (key === path) return addHeadKey(analysis, place.question, lines);
  const parentPath = path.slice(0, -key.length - 1);
  const parent = resolve(assessment, parentPath);
  // The block that should hold it is not there: the whole block goes in, this field with it.
  if (!parent.found || isBlank(parent.node)) return addField(analysis, parentPath, [key]);
  if (parent.node?.kind !== 'map') return [];
  if (parent.node.flow) return lines.length === 1 ? [insertInFlow(parent.node, key, valueOf(lines[0]!))] : [];
  return [insertEntry(analysis, parent.node, lastBefore(parent.node, fieldsOf(parent.question), key), lines)];
}

/** Gives a head key that is not there, or stands there empty, a value on its line or lines below it. */
export function setField(analysis: Analysis, key: string, value: string | string[]): TextEdit[] {
  const { head, index } = analysis.assessment;
  const entry = head.get(key);
  if (entry) return isBlank(entry.value) ? [fillEmpty(analysis, entry, value)] : [];
  const question = index.head.get(key);
  return question ? addHeadKey(analysis, question, typeof value === 'string' ? [`${key}: ${value}`] : [`${key}:`, ...value.map((line) => `  ${line}`)]) : [];
}

const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).trim();

function addHeadKey(analysis: Analysis, question: Question, lines: string[]): TextEdit[] {
  const { root, template } = analysis.assessment;
  const newline = analysis.lines.newline;
  if (!root?.entries.length) return [{ range: { start: analysis.text.length, end: analysis.text.length }, newText: lines.join(newline) + newline }];
  if (root.flow) return lines.length === 1 ? [insertInFlow(root, question.id, valueOf(lines[0]!))] : [];
  return [insertEntry(analysis, root, lastBefore(root, template.head, question.id), lines)];
}

/** The entry behind which a key belongs, by the order of its fields. */
function lastBefore(map: MapNode, fields: Question[], key: string): Entry | undefined {
  const order = new Map(fields.map((field, i) => [field.id, i]));
  const own = order.get(key) ?? fields.length;
  const before = map.entries.filter((entry) => (order.get(entry.key) ?? fields.length) < own);
  return before.at(-1);
}

function fieldsOf(question: Question | undefined): Question[] {
  return question?.kind.type === 'group' ? question.kind.fields : [];
}

/** The lines of a new entry. What the product knows is written out; the rest is for the author to fill in. */
function linesFor(analysis: Analysis, question: Question, key: string, also: readonly string[] = []): string[] {
  const { assessment } = analysis;
  if (question.id === 'vurdering') return [`vurdering: ${assessment.kind}`];
  if (question.id === 'mal') return [`mal: ${assessment.template.id}`];
  if (question.id === 'malversjon') return [`malversjon: '${assessment.template.version}'`];
  if (question.kind.type === 'one-of' && question.id === 'status' && question.kind.options.some(({ value }) => value === 'utkast')) return ['status: utkast'];
  if (question.kind.type !== 'group') return [`${key}: ${PLACEHOLDER}`];
  const fields = question.kind.fields.filter((field) => field.required || also.includes(field.id));
  const inner = (fields.length ? fields : question.kind.fields).flatMap((field) => linesFor(analysis, field, field.id));
  return [`${key}:`, ...(question.kind.repeated ? item(inner, 2) : inner.map((line) => `  ${line}`))];
}

/** Silences a finding, with a reason for the author to write. */
export function suppress(analysis: Analysis, code: string, path: string): TextEdit[] {
  const { assessment } = analysis;
  const lines = [`funn: ${code}`, ...(path ? [`på: ${path}`] : []), `begrunnelse: ${PLACEHOLDER}`];
  const existing = assessment.head.get('undertrykk');
  if (existing?.value.kind === 'sequence') {
    const edit = appendItem(analysis, existing.value, lines);
    return edit ? [edit] : [];
  }
  if (existing) return isBlank(existing.value) ? [fillEmpty(analysis, existing, item(lines, 0))] : [];
  const question = assessment.index.head.get('undertrykk');
  return question ? addHeadKey(analysis, question, ['undertrykk:', ...item(lines, 2)]) : [];
}

/** Takes away whole lines; not where that would take a comment along. */
export function remove(analysis: Analysis, range: Range): TextEdit[] {
  const { lines, text } = analysis;
  const list = analysis.assessment.head.get('undertrykk');
  // On a line of items in brackets the others stand too.
  if (list?.value.kind === 'sequence' && list.value.flow) return [];
  const only = list?.value.kind === 'sequence' && list.value.items.length === 1 && list.value.items[0]!.range.start === range.start;
  const first = lines.lineAt(only ? list.keyRange.start : range.start);
  const last = lines.lineAt(range.end);
  const whole = { start: lines.start(first), end: last + 1 < lines.count ? lines.start(last + 1) : text.length };
  return /(^|\s)#/m.test(text.slice(whole.start, whole.end)) ? [] : [{ range: whole, newText: '' }];
}
