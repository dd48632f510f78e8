import { Composer, Parser, isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node, type Pair, type YAMLError } from 'yaml';
import type { Entry, Range, ScalarNode, SyntaxNode } from './nodes.ts';

/** What the parser found wrong. `id` names the text in the catalogue; the parser's own English stays inside. */
export interface SyntaxProblem {
  id: SyntaxProblemId;
  range: Range;
  params?: Record<string, string | number>;
}
export type SyntaxProblemId =
  | 'tabulator' | 'dobbel-nokkel' | 'innrykk' | 'anforselstegn' | 'kolon-mangler' | 'kolon-i-tekst' | 'ukjent-anker' | 'anker-i-ring'
  | 'anker-for-stort' | 'flere-dokumenter' | 'nokkel-ikke-tekst' | 'klamme' | 'merkelapp' | 'for-dypt' | 'uleselig';

export interface SyntaxTree {
  /** The first document's content; undefined when the file is empty or holds comments alone. */
  root: SyntaxNode | undefined;
  problems: SyntaxProblem[];
}

/** Aliases are shared, not copied; past this many values once written out, the file is refused ("billion laughs"). */
const MAX_EXPANDED = 100_000;
/** Deeper than any assessment; keeps recursion over the tree safe. */
const MAX_DEPTH = 100;

/**
 * Reads YAML 1.2 (core schema: `ja`, `nei` and dates stay text). Never throws: whatever the text holds, there is a
 * tree of what could be read and a list of what could not.
 */
export function parse(text: string): SyntaxTree {
  const problems: SyntaxProblem[] = [];
  let document: Document.Parsed | undefined;
  try {
    const composer = new Composer({ keepSourceTokens: false, uniqueKeys: false, strict: true, version: '1.2', stringKeys: false, logLevel: 'silent' });
    let count = 0;
    for (const next of composer.compose(new Parser().parse(text), true, text.length)) {
      if (count++ === 0) document = next as Document.Parsed;
      else if (next.contents || count > 2) {
        const start = Math.max(0, text.lastIndexOf('---', next.range[0]));
        problems.push({ id: 'flere-dokumenter', range: { start, end: start + 3 } });
        break;
      }
    }
  } catch {
    // The package recurses: text nested thousands deep runs out of stack.
    return { root: undefined, problems: [{ id: 'for-dypt', range: { start: 0, end: firstLineEnd(text) } }] };
  }
  if (!document) return { root: undefined, problems };
  for (const error of [...document.errors, ...document.warnings]) problems.push(problemOf(error, text));
  const root = document.contents ? new Converter(document, text, problems).convert(document.contents as Node, 0).node : undefined;
  return { root: root && isEmptyScalar(root) ? undefined : root, problems };
}

function isEmptyScalar(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.style === 'empty';
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

/** Turns the package's nodes into ours, follows aliases, and counts what they would grow to. */
class Converter {
  private readonly done = new Map<Node, { node: SyntaxNode; size: number }>();
  private readonly open = new Set<Node>();
  /** How many values the aliases stand for so far, all of them together. */
  private expanded = 0;
  constructor(
    private readonly document: Document.Parsed,
    private readonly text: string,
    private readonly problems: SyntaxProblem[],
  ) {}

  convert(node: Node | null | undefined, at: number, depth = 0): { node: SyntaxNode; size: number } {
    if (!node) return { node: empty(at), size: 1 };
    const range = this.rangeOf(node, at);
    if (depth > MAX_DEPTH) return this.refuse('for-dypt', range);
    if (isAlias(node)) return this.alias(node as Node, range);
    const known = this.done.get(node);
    if (known) return known;
    this.open.add(node);
    let result: { node: SyntaxNode; size: number };
    if (isScalar(node)) result = { node: this.scalar(node as ScalarLike, range), size: 1 };
    else if (isSeq(node)) {
      let size = 1;
      const items = node.items.map((item) => {
        const part = isPair(item) ? this.pairAsMap(item as Pair, range, depth) : this.convert(item as Node, range.start, depth + 1);
        size += part.size;
        return part.node;
      });
      result = { node: { kind: 'sequence', range, flow: Boolean(node.flow), items }, size };
    } else if (isMap(node)) {
      let size = 1;
      const entries: Entry[] = [];
      const seen = new Set<string>();
      for (const pair of node.items as Pair[]) {
        const { entry, size: part } = this.entry(pair, range, depth);
        size += part;
        for (const each of node.flow ? [entry] : this.splitKey(entry).flatMap((part) => this.untangle(part))) {
          if (seen.has(each.key)) this.problems.push({ id: 'dobbel-nokkel', range: each.keyRange, params: { nøkkel: each.key } });
          seen.add(each.key);
          entries.push(each);
        }
      }
      result = { node: { kind: 'map', range, flow: Boolean(node.flow), entries }, size };
    } else result = { node: empty(range.start), size: 1 };
    this.open.delete(node);
    this.done.set(node, result);
    return result;
  }

  private pairAsMap(pair: Pair, range: Range, depth: number) {
    const { entry, size } = this.entry(pair, range, depth);
    const whole = { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.value.range.end) };
    return { node: { kind: 'map', range: whole, flow: true, entries: [entry] } as SyntaxNode, size };
  }

  private entry(pair: Pair, parent: Range, depth: number): { entry: Entry; size: number } {
    const keyRange = this.rangeOf(pair.key as Node | null, parent.start);
    let key: string;
    // An id such as 1.10 is a number to YAML; as a key it is what stands there.
    if (isScalar(pair.key)) key = composed(String(typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? pair.key.value ?? '')));
    else {
      key = composed(this.text.slice(keyRange.start, keyRange.end));
      this.problems.push({ id: 'nokkel-ikke-tekst', range: keyRange });
    }
    const value = this.convert(pair.value as Node | null, keyRange.end, depth + 1);
    return { entry: { key, keyRange, value: value.node }, size: value.size };
  }

  /** A line that still lacks its colon runs into the next one and is one key to YAML; its author meant two. */
  private splitKey(entry: Entry): Entry[] {
    const { start, end } = entry.keyRange;
    const written = this.text.slice(start, end);
    if (!/[\n\r]/.test(written) || /^["'&!*\n\r]/.test(written)) return [entry];
    const lines = [...written.matchAll(/[^\n\r]+/g)].flatMap((match) => {
      const key = match[0].trim();
      const from = start + match.index + match[0].indexOf(key);
      return key ? [{ key: composed(key), keyRange: { start: from, end: from + key.length } }] : [];
    });
    return lines.map((line, i) => (i === lines.length - 1 ? { ...line, value: entry.value } : { ...line, value: empty(line.keyRange.end) }));
  }

  /**
   * A colon within a text («II.1.p1: Gjelder: opptak») begins a map on the line of its key, and that map takes in the
   * keys that follow. Its author meant text: the value becomes that, and the keys go back to where they stand.
   */
  private untangle(entry: Entry): Entry[] {
    const { value, keyRange } = entry;
    const first = value.kind === 'map' && !value.flow ? value.entries[0] : undefined;
    if (value.kind !== 'map' || !first || first.keyRange.start < keyRange.end || /[\n\r]/.test(this.text.slice(keyRange.end, first.keyRange.start))) return [entry];
    const own = this.column(keyRange.start);
    // «I.1: ja» with «   I.2: nei» below it, a column too far in: the first line is the whole answer.
    const isLineAlone = first.value.kind === 'scalar' && first.value.style === 'empty';
    const behind = value.entries.findIndex((each, i) => i > 0 && (isLineAlone || this.column(each.keyRange.start) <= own));
    const text = behind < 0 ? value.entries : value.entries.slice(0, behind);
    const last = text.at(-1)!;
    const range = { start: first.keyRange.start, end: Math.max(last.keyRange.end, last.value.range.end) };
    const words = composed(this.text.slice(range.start, range.end).replace(/\s*[\n\r]\s*/g, ' '));
    return [{ ...entry, value: { kind: 'scalar', range, value: words, style: 'plain' } }, ...(behind < 0 ? [] : value.entries.slice(behind))];
  }

  private column(offset: number): number {
    return offset - Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) - 1;
  }

  private alias(node: Node, range: Range): { node: SyntaxNode; size: number } {
    let target: Node | undefined;
    try {
      target = (node as unknown as { resolve(doc: Document): Node | undefined }).resolve(this.document);
    } catch {
      target = undefined;
    }
    if (!target) return this.refuse('ukjent-anker', range);
    if (this.open.has(target)) return this.refuse('anker-i-ring', range);
    const resolved = this.done.get(target) ?? this.convert(target, range.start);
    this.expanded += resolved.size;
    if (this.expanded > MAX_EXPANDED) return this.refuse('anker-for-stort', range);
    // The value is the anchor's, the place is the alias's own: a finding stands where the author wrote the answer.
    return { node: { ...resolved.node, range } as SyntaxNode, size: resolved.size };
  }

  private refuse(id: SyntaxProblemId, range: Range): { node: SyntaxNode; size: number } {
    this.problems.push({ id, range });
    return { node: empty(range.start, range.end), size: 1 };
  }

  private scalar(node: ScalarLike, range: Range): ScalarNode {
    const value = typeof node.value === 'string' ? composed(node.value)
      : typeof node.value === 'number' || typeof node.value === 'boolean' || node.value === null ? node.value : String(node.value);
    const style = node.type === 'PLAIN' ? 'plain' : node.type?.startsWith('BLOCK') ? 'block' : node.type ? 'quoted' : 'plain';
    return { kind: 'scalar', range, value, style: range.start === range.end ? 'empty' : style };
  }

  private rangeOf(node: Node | null | undefined, at: number): Range {
    const range = node?.range;
    if (!range) return { start: at, end: at };
    let end = range[1];
    // A block's value runs on into the white space behind it: the finding should not.
    while (end > range[0] && /[\s]/.test(this.text[end - 1]!)) end--;
    return { start: range[0], end };
  }
}
type ScalarLike = { value: unknown; type?: string };

function empty(start: number, end = start): ScalarNode {
  return { kind: 'scalar', range: { start, end }, value: null, style: 'empty' };
}

/** The package's error codes, told apart as far as an author can act on the difference. */
const PROBLEM_BY_CODE: Partial<Record<string, SyntaxProblemId>> = {
  TAB_AS_INDENT: 'tabulator',
  DUPLICATE_KEY: 'dobbel-nokkel',
  BAD_INDENT: 'innrykk',
  BAD_DQ_ESCAPE: 'anforselstegn',
  MISSING_CHAR: 'kolon-mangler',
  BLOCK_AS_IMPLICIT_KEY: 'kolon-i-tekst',
  BLOCK_IN_FLOW: 'klamme',
  BAD_COLLECTION_TYPE: 'klamme',
  MULTILINE_IMPLICIT_KEY: 'kolon-mangler',
  KEY_OVER_1024_CHARS: 'kolon-mangler',
  NON_STRING_KEY: 'nokkel-ikke-tekst',
  TAG_RESOLVE_FAILED: 'merkelapp',
  BAD_ALIAS: 'ukjent-anker',
  ALIAS_PROPS: 'ukjent-anker',
};

function problemOf(error: YAMLError, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  let id = PROBLEM_BY_CODE[error.code] ?? 'uleselig';
  if (error.code === 'MISSING_CHAR') id = /quote/.test(error.message) ? 'anforselstegn' : /[\]}]/.test(error.message) ? 'klamme' : 'kolon-mangler';
  if (error.code === 'BAD_INDENT' && /[\]}]$/.test(error.message.split('\n')[0]!)) id = 'klamme';
  if (/alias/i.test(error.message) && /anchor|unresolved/i.test(error.message)) id = 'ukjent-anker';
  const range = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), text.length) };
  // The line without its colon is at fault, not the one that it runs into.
  if (id === 'kolon-mangler') range.end = Math.max(range.start, Math.min(range.end, range.start + firstLineEnd(text.slice(range.start, range.end))));
  return range.start === range.end && range.start > 0 ? { id, range: { start: range.start - 1, end: range.end } } : { id, range };
}

/** Unicode NFC. Text without combining marks, nearly all there is, is composed already. */
function composed(text: string): string {
  return /[\u0300-\u036f]/.test(text) ? text.normalize('NFC') : text;
}
