/**
 * The positioned YAML tree that the rest of the core reads. Offsets are UTF-16 code units into the text.
 * Nothing here is the `yaml` package's: syntax/parse.ts is the only file that knows it.
 */

/** A half-open stretch of the text: [start, end). */
export interface Range {
  start: number;
  end: number;
}

export interface ScalarNode {
  kind: 'scalar';
  range: Range;
  /** The value in YAML's core schema, strings in Unicode NFC: string, number, boolean or null. */
  value: string | number | boolean | null;
  /** How it is written: plain, quoted, or a block (`|`, `>`). */
  style: 'plain' | 'quoted' | 'block' | 'empty';
}

export interface MapNode {
  kind: 'map';
  range: Range;
  /** Written as `{…}` on one line. */
  flow: boolean;
  entries: Entry[];
}

export interface Entry {
  /** The key in Unicode NFC; keys that are not plain text are written out. */
  key: string;
  keyRange: Range;
  value: SyntaxNode;
}

export interface SequenceNode {
  kind: 'sequence';
  range: Range;
  flow: boolean;
  items: SyntaxNode[];
}

export type SyntaxNode = ScalarNode | MapNode | SequenceNode;

/** The entry of a map by key (the first one, should the key stand twice). */
export function entryOf(node: SyntaxNode | undefined, key: string): Entry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** True for a value that is not there: `nøkkel:` with nothing behind it, or `null`, or blank text. */
export function isBlank(node: SyntaxNode | undefined): boolean {
  if (!node) return true;
  if (node.kind === 'scalar') return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
  return false;
}

/** The plain value of a node, as JSON. Keys that stand twice keep the first value. */
export function toJson(node: SyntaxNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toJson);
  const object: { [key: string]: Json } = Object.create(null);
  for (const entry of node.entries) if (!(entry.key in object)) object[entry.key] = toJson(entry.value);
  return object;
}

export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** Inside, or at either end: an editor's cursor behind the last letter still means the word. */
export function touches(range: Range, offset: number): boolean {
  return offset >= range.start && offset <= range.end;
}
