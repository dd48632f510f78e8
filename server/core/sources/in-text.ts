/** References in the texts of a file: in its values, never in its comments or keys. */
import type { SyntaxNode } from '../syntax/nodes.ts';
import { findReferences, type FoundReference, type Known } from './references.ts';

/** The references in a value, with their places in the file. */
export function referencesIn(text: string, node: SyntaxNode, known?: Known): FoundReference[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  let start = node.range.start;
  const end = node.range.end;
  // Behind a block's `|` a comment may stand.
  if (node.style === 'block') start = Math.min(end, lineEnd(text, start));
  return findReferences(text.slice(start, end), known).map((found) => ({ ...found, start: start + found.start, range: { start: start + found.range.start, end: start + found.range.end } }));
}

function lineEnd(text: string, from: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = from;
  return rest.exec(text)?.index ?? text.length;
}
