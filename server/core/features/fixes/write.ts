/**
 * Small edits to YAML text that leave everything else as it stands: comments, order, quoting, line breaks. Nothing is
 * ever printed anew from the tree.
 */
import type { Analysis } from '../../analysis.ts';
import type { Entry, MapNode, SequenceNode, SyntaxNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../model.ts';

/** The column of an offset in its line. A byte order mark before the first key takes up no column. */
export function columnOf(analysis: Analysis, offset: number): number {
  const { line, character } = analysis.lines.position(offset);
  return line === 0 && analysis.text.charCodeAt(0) === 0xfeff ? character - 1 : character;
}

export const spaces = (count: number): string => ' '.repeat(count);

/** The offset behind the line on which an entry ends, its trailing comment included. */
function endOfEntry(analysis: Analysis, entry: Pick<Entry, 'keyRange' | 'value'>): number {
  const end = Math.max(entry.keyRange.end, entry.value.range.end);
  return analysis.lines.end(analysis.lines.lineAt(end));
}

/** The offset just behind the colon of a key. */
export function afterColon(analysis: Analysis, entry: Pick<Entry, 'keyRange'>): number {
  const colon = analysis.text.indexOf(':', entry.keyRange.end);
  return colon < 0 ? entry.keyRange.end : colon + 1;
}

/** Whether anything but white space stands between an offset and the end of its line: a comment, as a rule. */
export function restOfLine(analysis: Analysis, offset: number): string {
  return analysis.text.slice(offset, analysis.lines.end(analysis.lines.lineAt(offset))).trim();
}

/**
 * Text as a YAML value behind `key: `. One line stays plain where YAML lets it, otherwise quoted; more lines become
 * a block, indented by `indent`.
 */
export function scalar(text: string, indent: number, newline: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes('\n')) return isPlain(trimmed) ? trimmed : JSON.stringify(trimmed);
  return `|${newline}${trimmed.split('\n').map((line) => (line.trim() ? spaces(indent) + line.trimEnd() : '')).join(newline)}`;
}

function isPlain(text: string): boolean {
  return text !== '' && !/^[\s\-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/: |:$| #/.test(text) && !/^(true|false|null|~|yes|no)$/i.test(text) && !/^[-+.\d]/.test(text);
}

/** A new entry at a place of a block map: behind `after`, or before the first entry, or in an empty one. */
export function insertEntry(analysis: Analysis, map: MapNode, after: Entry | undefined, lines: string[]): TextEdit {
  const newline = analysis.lines.newline;
  const first = map.entries[0];
  const indent = spaces(columnOf(analysis, (after ?? first)?.keyRange.start ?? map.range.start));
  const text = lines.map((line) => (line ? indent + line : line)).join(newline);
  if (after) {
    const at = endOfEntry(analysis, after);
    return { range: { start: at, end: at }, newText: newline + text };
  }
  const at = first ? first.keyRange.start : map.range.start;
  // The first line is indented already: the entry that it pushes down stood there.
  return { range: { start: at, end: at }, newText: text.trimStart() + newline + indent };
}

/** A new entry in `{a: b}`, before the closing brace. */
export function insertInFlow(map: MapNode, key: string, value: string): TextEdit {
  const last = map.entries.at(-1);
  const at = last ? Math.max(last.value.range.end, last.keyRange.end) : map.range.start + 1;
  const text = `${key}: ${value}`;
  return { range: { start: at, end: at }, newText: last ? `, ${text}` : text };
}

/** Gives a key without a value one: a scalar on its line, or lines below it, its comment staying where it is. */
export function fillEmpty(analysis: Analysis, entry: Entry, value: string | string[]): TextEdit {
  const newline = analysis.lines.newline;
  const colon = afterColon(analysis, entry);
  const written = entry.value.range.end > entry.value.range.start ? entry.value.range : undefined; // `~` or `null`
  if (typeof value === 'string') return written ? { range: written, newText: value } : { range: { start: colon, end: colon }, newText: ` ${value}` };
  const indent = spaces(columnOf(analysis, entry.keyRange.start) + 2);
  const below = value.map((line) => newline + indent + line).join('');
  if (written) return { range: { start: colon, end: written.end }, newText: below };
  const at = analysis.lines.end(analysis.lines.lineAt(colon));
  return { range: { start: at, end: at }, newText: below };
}

/** A new item behind the last one of a block list. */
export function appendItem(analysis: Analysis, list: SequenceNode, lines: string[]): TextEdit | undefined {
  const last = list.items.at(-1);
  if (!last || list.flow) return undefined;
  const newline = analysis.lines.newline;
  const dash = dashColumn(analysis, last);
  const at = analysis.lines.end(analysis.lines.lineAt(last.range.end));
  return { range: { start: at, end: at }, newText: item(lines, dash).map((line) => newline + line).join('') };
}

/** Lines as a list item: a dash before the first, the others in step with it. */
export function item(lines: string[], indent: number): string[] {
  return lines.map((line, i) => spaces(indent) + (i === 0 ? '- ' : '  ') + line);
}

function dashColumn(analysis: Analysis, node: SyntaxNode): number {
  const line = analysis.lines.lineText(analysis.lines.lineAt(node.range.start));
  return Math.max(0, line.indexOf('- '));
}
