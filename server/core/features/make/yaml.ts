/**
 * Values as text for a new file: copied out of another one as they stand, or written. A value is what stands behind
 * `key:`; its further lines are indented from the key's own column.
 */
import type { Analysis } from '../../analysis.ts';
import type { Entry, Json, SyntaxNode } from '../../syntax/nodes.ts';
import { toJson } from '../../syntax/nodes.ts';
import { asScalar } from '../completion-write.ts';
import { afterColon, columnOf, scalar, spaces } from '../fixes/write.ts';

/** The value of an entry word for word: blocks, quoting and comments as they are. An alias, whose words stand elsewhere, is written out. */
export function copied(analysis: Analysis, entry: Entry): string {
  const { text, lines } = analysis;
  const start = afterColon(analysis, entry);
  const written = text.slice(start, entry.value.range.end);
  if (isLinked(written)) return value(toJson(entry.value));
  const column = columnOf(analysis, entry.keyRange.start);
  // In braces the rest of the line is the next entry's; otherwise it is the value's own comment.
  const isInFlow = lineIsFlow(analysis, entry);
  const end = isInFlow ? entry.value.range.end : lines.end(lines.lineAt(Math.max(entry.value.range.end, entry.keyRange.end)));
  const whole = text.slice(start, end).replace(/\r\n?/g, '\n');
  return outdented(whole, column).replace(/^ +/, '').trimEnd();
}

/** The value alone, for an item of a list. */
export function copiedValue(analysis: Analysis, entry: Entry): string {
  const node = entry.value;
  return node.kind === 'scalar' && node.style !== 'block' && !/[\r\n]/.test(analysis.text.slice(node.range.start, node.range.end)) && !isLinked(analysis.text.slice(node.range.start, node.range.end))
    ? analysis.text.slice(node.range.start, node.range.end)
    : value(toJson(node));
}

/** `key: value`, its further lines in step; without a space where the value begins on the next line. */
export function keyed(key: string, written: string, indent = 0): string[] {
  const name = asScalar(key);
  const [first = '', ...rest] = written.split('\n');
  return [`${spaces(indent)}${name}:${first ? ` ${first}` : ''}`, ...rest.map((line) => (line.trim() ? spaces(indent) + line : ''))];
}

/** A plain value as text behind a key at column 0. */
export function value(json: Json): string {
  if (json === null) return '';
  if (Array.isArray(json)) {
    if (!json.length) return '[]';
    return json.every((item) => item === null || typeof item !== 'object') && json.every((item) => String(item).length < 24)
      ? `[${json.map((item) => inFlow(item)).join(', ')}]`
      : json.map((item) => `\n  - ${nested(item)}`).join('');
  }
  if (typeof json === 'object') return Object.entries(json).map(([key, item]) => `\n${keyed(key, value(item), 2).join('\n')}`).join('');
  return typeof json === 'string' ? text(json, 2) : String(json);
}

/** A list's item: the fields of a map hang from the dash. */
function nested(item: Json): string {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return typeof item === 'string' ? text(item, 4) : value(item);
  const lines = Object.entries(item).flatMap(([key, inner]) => keyed(key, value(inner), 0));
  return lines.map((line, i) => (i === 0 || !line ? line : `    ${line}`)).join('\n');
}

/** One line plain or in single quotes, more as a block. */
function text(words: string, indent: number): string {
  const trimmed = words.trim();
  if (trimmed.includes('\n')) return scalar(trimmed, indent, '\n');
  return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? trimmed : asScalar(trimmed);
}

function inFlow(item: Json): string {
  const written = typeof item === 'string' ? asScalar(item) : String(item);
  return /[,[\]{}]/.test(written) && !/^['"]/.test(written) ? JSON.stringify(item) : written;
}

/** Whether the text holds an anchor or an alias. */
function isLinked(written: string): boolean {
  return /(?:^|[\n:[{,-])\s*[&*][^\s,\]}]/.test(written);
}

function lineIsFlow({ assessment }: Analysis, entry: Entry): boolean {
  let isFlow = false;
  const visit = (node: SyntaxNode, inFlowMap: boolean): void => {
    if (node.kind === 'map') for (const each of node.entries) {
      if (each.keyRange.start === entry.keyRange.start) isFlow = inFlowMap || node.flow;
      else if (each.value.range.start <= entry.keyRange.start && each.value.range.end >= entry.keyRange.end) visit(each.value, inFlowMap || node.flow);
    } else if (node.kind === 'sequence') for (const each of node.items) if (each.range.start <= entry.keyRange.start && each.range.end >= entry.keyRange.end) visit(each, inFlowMap || node.flow);
  };
  if (assessment.root) visit(assessment.root, false);
  return isFlow;
}

/** The lines after the first, moved left by what their key is indented. */
function outdented(text: string, column: number): string {
  return text.split('\n').map((line, i) => (i === 0 ? line : line.slice(Math.min(column, /^ */.exec(line)![0].length)))).join('\n');
}
