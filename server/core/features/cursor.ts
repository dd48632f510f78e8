/**
 * Where the cursor is in a file that is being written. A half-typed line often is no entry in the tree yet, so this
 * reads the lines themselves: indentation, dashes and keys. It costs one pass over the lines around the cursor.
 */
import type { LineIndex } from '../syntax/lines.ts';
import type { Range } from '../syntax/nodes.ts';

/** A step from the file's top to the cursor: a key, or `-` for a row of a list. */
export type Step = string;
export const ROW: Step = '-';

export interface Cursor {
  /** The keys and rows that the place lies in, outermost first; in value position the key itself is the last. */
  path: Step[];
  /** Writing a key (or what may become one), a value behind a key or dash, an item in `[…]`, or running text. */
  part: 'key' | 'value' | 'item' | 'text' | 'comment';
  /** What the choice replaces: the word under the cursor, from its start to its end. */
  typed: Range;
  /** The words of `typed` up to the cursor. */
  prefix: string;
  /** A key stands at this column; rows begin here too where the place may hold rows. */
  column: number;
  /** How much deeper the key is than the line's own indentation (behind `- `). */
  hang: number;
  /** Within `{…}` or `[…]`, where everything stays on one line. */
  flow: boolean;
  /** Whether a `:` already stands behind the typed key. */
  hasColon: boolean;
  /** Keys of the same map, other lines' and in NFC. Of rows, only this row's. */
  siblings: string[];
  /** The nearest key of the same map above the cursor. */
  above?: string;
  line: number;
}

interface Token {
  column: number;
  /** A dash, or a key with the text of its value. */
  key?: string;
  value?: string;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#:,[\]{}"'&*!|>%@`-][^:#]*?|-[^\s:][^:#]*?)\s*:(?=\s|$)/;
const BLOCK = /^[|>][-+0-9]*\s*(?:#.*)?$/;

/** The dashes and the key that a line holds. Empty for blank lines and comments. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let column = /^ */.exec(line)![0].length;
  let rest = line.slice(column);
  if (rest.startsWith('#')) return tokens;
  for (let dash = /^-(\s+|$)/.exec(rest); dash; dash = /^-(\s+|$)/.exec(rest)) {
    tokens.push({ column });
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  const key = KEY.exec(rest);
  if (key) tokens.push({ column, key: unquoted(key[1]!), value: withoutComment(rest.slice(key[0].length)).trim() });
  return tokens;
}

/** How far a line is indented, without taking the line out of the text. Most lines around a cursor lie deeper. */
function indentOf(lines: LineIndex, line: number): number {
  const start = lines.start(line);
  let at = start;
  while (lines.text.charCodeAt(at) === 32) at++;
  return at - start;
}

function unquoted(key: string): string {
  return key.replace(/^(["'])([\s\S]*)\1$/, '$2').normalize('NFC');
}

function withoutComment(value: string): string {
  const at = value.search(/(^|\s)#/);
  return at < 0 ? value : value.slice(0, at);
}

/** Reads the place of an offset. Total: any offset of any text gives a cursor. */
export function cursorAt(lines: LineIndex, offset: number): Cursor {
  const line = lines.lineAt(offset);
  const start = lines.start(line);
  const whole = lines.lineText(line).replace(/\t/g, ' ');
  const at = Math.max(0, Math.min(offset - start, whole.length));
  const bom = line === 0 && whole.startsWith('\uFEFF') ? 1 : 0;
  const before = whole.slice(bom, at);
  const indent = /^ */.exec(before)![0].length;
  const dashes = /^(?:-(?:\s+|$))*/.exec(before.slice(indent))![0];
  const dashColumns: number[] = [];
  for (const match of dashes.matchAll(/-/g)) dashColumns.push(indent + match.index);
  const column = indent + dashes.length;
  const own = before.slice(column);
  const { path, text } = ancestors(lines, line, column, dashColumns);
  const around = neighbours(lines, line, column, dashColumns.length > 0);
  const base = { line, column: bom + column, hang: dashes.length, path, siblings: around.siblings, ...(around.above === undefined ? {} : { above: around.above }) };
  const word = (from: number): Pick<Cursor, 'typed' | 'prefix'> => ({ typed: { start: start + bom + from, end: offset }, prefix: before.slice(from) });
  const key = KEY.exec(own);
  const valueFrom = key ? column + key[0].length + /^\s*/.exec(own.slice(key[0].length))![0].length : column;

  if (text) return { ...base, part: 'text', flow: false, hasColon: false, ...word(wordStart(before)) };
  if (/(^|\s)#/.test(own.replace(/"[^"]*"|'[^']*'/g, (quoted) => '.'.repeat(quoted.length)))) return { ...base, part: 'comment', flow: false, hasColon: false, ...word(before.length) };
  const open = flowAt(own.slice(key ? valueFrom - column : 0));
  if (open) {
    const flowPath = [...path, ...(key ? [unquoted(key[1]!)] : []), ...open.path];
    const from = valueFrom + open.from;
    const behind = /^[^\s,\]}:#]*/.exec(whole.slice(at))![0];
    const hasColon = /^\s*:/.test(whole.slice(at + behind.length));
    return { ...base, path: flowPath, part: open.part, flow: true, hasColon, siblings: open.keys, typed: { start: start + bom + from, end: offset + behind.length }, prefix: before.slice(from) };
  }
  if (key) {
    // A space typed behind the value still belongs to it: «ikke relevant».
    const tail = /^[^#\n]*?(?=\s*(?:\s#|$))/.exec(whole.slice(at))?.[0] ?? '';
    const end = /^\S*/.exec(tail)![0].length;
    return { ...base, path: [...path, unquoted(key[1]!)], part: 'value', flow: false, hasColon: true, typed: { start: start + bom + valueFrom, end: offset + end }, prefix: before.slice(valueFrom) };
  }
  const behind = /^[^\s:#]*/.exec(whole.slice(at))![0];
  return { ...base, part: 'key', flow: false, hasColon: /^\s*:/.test(whole.slice(at + behind.length)), typed: { start: start + bom + column, end: offset + behind.length }, prefix: own };
}

function wordStart(before: string): number {
  return before.length - /[^\s]*$/.exec(before)![0].length;
}

/** The keys and rows above that the column lies in; `text` when one of them holds running text. */
function ancestors(lines: LineIndex, line: number, from: number, dashes: number[]): { path: Step[]; text: boolean } {
  const steps: { step: Step; value: string }[] = [];
  let column = from;
  // A list may stand at the same column as the key that it belongs to.
  let mayShare = false;
  const take = (token: Token): void => {
    if (token.key === undefined ? token.column < column : token.column < column || (mayShare && token.column === column)) {
      steps.push({ step: token.key ?? ROW, value: token.value ?? '' });
      column = token.column;
      mayShare = token.key === undefined;
    }
  };
  for (const dash of [...dashes].reverse()) take({ column: dash });
  for (let i = line - 1; i >= 0 && (column > 0 || mayShare); i--) {
    if (indentOf(lines, i) > column) continue;
    const tokens = tokensOf(lines.lineText(i).replace(/^\uFEFF/, ''));
    for (let t = tokens.length - 1; t >= 0; t--) take(tokens[t]!);
  }
  steps.reverse();
  const prose = steps.findIndex(({ value }) => value !== '' && !/^[&!]\S*$/.test(value));
  if (prose < 0) return { path: steps.map(({ step }) => step), text: false };
  // Below `|`, or behind a value that goes on: what looks like keys is running text.
  return { path: steps.slice(0, prose + 1).map(({ step }) => step), text: BLOCK.test(steps[prose]!.value) || !/[[{]/.test(steps[prose]!.value[0] ?? '') };
}

/** The other keys of the map that a key at this column would join. */
function neighbours(lines: LineIndex, line: number, column: number, ownRow: boolean): { siblings: string[]; above?: string } {
  const siblings: string[] = [];
  let above: string | undefined;
  const scan = (direction: -1 | 1): void => {
    if (direction === -1 && ownRow) return;
    for (let i = line + direction; i >= 0 && i < lines.count; i += direction) {
      if (indentOf(lines, i) > column) continue;
      const text = lines.lineText(i);
      const tokens = tokensOf(text.replace(/^\uFEFF/, ''));
      const first = tokens[0];
      if (!first) {
        if (/\S/.test(text) && !/^\s*#/.test(text) && /^\s*/.exec(text)![0].length < column) return;
        continue;
      }
      const key = tokens.find((token) => token.key !== undefined);
      const dashed = first.key === undefined;
      if (key?.column === column) {
        // Going down, a dash begins the next row; going up, it is where this row begins.
        if (direction === 1 && dashed) return;
        siblings.push(key.key!);
        if (direction === -1) above ??= key.key!;
        if (dashed) return;
      } else if (first.column < column) return;
    }
  };
  scan(-1);
  scan(1);
  return { siblings, ...(above === undefined ? {} : { above }) };
}

/** The innermost open bracket of a value written on one line, and what stands in it. */
function flowAt(value: string): { path: Step[]; part: 'key' | 'value' | 'item'; from: number; keys: string[] } | undefined {
  if (!/^\s*[[{]/.test(value)) return undefined;
  const stack: { map: boolean; key?: string; keys: string[]; from: number }[] = [];
  for (let i = 0; i < value.length; i++) {
    const character = value[i]!;
    const top = stack.at(-1);
    if (character === '"' || character === "'") {
      const close = value.indexOf(character, i + 1);
      if (close < 0) break;
      i = close;
    } else if (character === '[' || character === '{') stack.push({ map: character === '{', keys: [], from: i + 1 });
    else if (character === ']' || character === '}') {
      stack.pop();
      if (!stack.length) return undefined;
    } else if (top && character === ',') {
      delete top.key;
      top.from = i + 1;
    } else if (top?.map && character === ':' && /\s|$/.test(value[i + 1] ?? '')) {
      top.key = unquoted(value.slice(top.from, i).trim());
      top.keys.push(top.key);
      top.from = i + 1;
    }
  }
  const top = stack.at(-1);
  if (!top) return undefined;
  const path = stack.flatMap((open) => (open.map ? (open.key === undefined ? [] : [open.key]) : open === top ? [] : [ROW]));
  const from = top.from + /^\s*/.exec(value.slice(top.from))![0].length;
  return { path, part: !top.map ? 'item' : top.key === undefined ? 'key' : 'value', from, keys: top.keys };
}
