/** Fixes that write into the head: a missing key or field, a suppression; and the removal of one. */
import type { Analysis } from '../../analysis.ts';
import { PLACEHOLDER } from '../../assessment/normalise.ts';
import { resolve } from '../../assessment/paths.ts';
import { isBlank, type Entry, type MapNode, type Range } from '../../syntax/nodes.ts';
import type { Question } from '../../templates/model.ts';
import type { TextEdit } from '../model.ts';
import { appendItem, fillEmpty, insertEntry, insertInFlow, item } from './write.ts';

/** Adds what a path names: a head key with the fields that it requires, or a field of a block that is there. */
export function addField(analysis: Analysis, path: string): TextEdit[] {
  const { assessment } = analysis;
  const steps = path.split('/');
  const parentPath = steps.slice(0, -1).join('/');
  const place = resolve(assessment, path);
  if (place.found) {
    if (place.node?.kind === 'map' && place.node.entries.length) return addRequired(analysis, place.node, place.question);
    if (!isBlank(place.node) || !place.question || !place.entry) return [];
    const lines = linesFor(analysis, place.question, steps.at(-1)!);
    return [fillEmpty(analysis, place.entry, lines.length === 1 ? lines[0]!.slice(lines[0]!.indexOf(':') + 1).trim() : lines.slice(1).map((line) => line.slice(2)))];
  }
  if (!place.question) return [];
  const lines = linesFor(analysis, place.question, steps.at(-1)!);
  if (steps.length === 1) return addHeadKey(analysis, place.question, lines);
  const parent = resolve(assessment, parentPath);
  // The block that should hold it is not there: the whole block goes in, this field with it.
  if (!parent.found || isBlank(parent.node)) return addWithParent(analysis, parentPath, steps.at(-1)!);
  if (parent.node?.kind !== 'map') return [];
  if (parent.node.flow) return lines.length === 1 ? [insertInFlow(analysis, parent.node, steps.at(-1)!, valueOf(lines[0]!))] : [];
  return [insertEntry(analysis, parent.node, lastBefore(parent.node, fieldsOf(parent.question), steps.at(-1)!), lines)];
}

/** Gives a group that is begun the rest of the fields that it requires. */
function addRequired(analysis: Analysis, map: MapNode, group: Question | undefined): TextEdit[] {
  const required = fieldsOf(group).filter((field) => field.required);
  const written = new Map(map.entries.map((entry) => [entry.key, entry]));
  const missing = required.filter((field) => !written.has(field.id)).map((field) => linesFor(analysis, field, field.id));
  const blank = required.flatMap((field) => {
    const entry = written.get(field.id);
    return entry && isBlank(entry.value) && field.kind.type !== 'group' ? [fillEmpty(analysis, entry, PLACEHOLDER)] : [];
  });
  if (!missing.length) return blank;
  if (!map.flow) return [...blank, insertEntry(analysis, map, map.entries.at(-1), missing.flat())];
  return missing.every((lines) => lines.length === 1) ? [...blank, ...missing.map((lines) => insertInFlow(analysis, map, lines[0]!.slice(0, lines[0]!.indexOf(':')), valueOf(lines[0]!)))] : [];
}

const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).trim();

function addWithParent(analysis: Analysis, parentPath: string, field: string): TextEdit[] {
  const parent = resolve(analysis.assessment, parentPath);
  if (parentPath.includes('/') || !parent.question) return addField(analysis, parentPath);
  const lines = linesFor(analysis, parent.question, parentPath, field);
  if (parent.found && parent.entry) return [fillEmpty(analysis, parent.entry, lines.slice(1).map((line) => line.slice(2)))];
  return addHeadKey(analysis, parent.question, lines);
}

function addHeadKey(analysis: Analysis, question: Question, lines: string[]): TextEdit[] {
  const { root, template } = analysis.assessment;
  const newline = analysis.lines.newline;
  if (!root?.entries.length) return [{ range: { start: analysis.text.length, end: analysis.text.length }, newText: lines.join(newline) + newline }];
  if (root.flow) return lines.length === 1 ? [insertInFlow(analysis, root, question.id, valueOf(lines[0]!))] : [];
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
function linesFor(analysis: Analysis, question: Question, key: string, alsoField?: string): string[] {
  const { assessment } = analysis;
  if (question.id === 'vurdering') return [`vurdering: ${assessment.kind}`];
  if (question.id === 'mal') return [`mal: ${assessment.template.id}`];
  if (question.kind.type === 'one-of' && question.id === 'status' && question.kind.options.some(({ value }) => value === 'utkast')) return ['status: utkast'];
  if (question.kind.type !== 'group') return [`${key}: ${PLACEHOLDER}`];
  const fields = question.kind.fields.filter((field) => field.required || field.id === alsoField);
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
  const only = list?.value.kind === 'sequence' && list.value.items.length === 1 && list.value.items[0]!.range.start === range.start;
  const first = lines.lineAt(only ? list.keyRange.start : range.start);
  const last = lines.lineAt(range.end);
  const whole = { start: lines.start(first), end: last + 1 < lines.count ? lines.start(last + 1) : text.length };
  return /(^|\s)#/m.test(text.slice(whole.start, whole.end)) ? [] : [{ range: whole, newText: '' }];
}
