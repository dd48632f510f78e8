/** References in the texts of a file: in its values, never in its comments or keys. */
import { findReferences, type FoundReference } from '../sources/references.ts';
import { touches, type SyntaxNode } from '../syntax/nodes.ts';

/** The references in a value, with their places in the file. */
export function referencesIn(text: string, node: SyntaxNode): FoundReference[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !/art/i.test(node.value)) return [];
  let start = node.range.start;
  const end = node.range.end;
  // Behind a block's `|` a comment may stand.
  if (node.style === 'block') start = Math.min(end, lineEnd(text, start));
  return findReferences(text.slice(start, end)).map(({ range, reference }) => ({ reference, range: { start: start + range.start, end: start + range.end } }));
}

/** The reference at an offset of a value. */
export function articleAt(text: string, node: SyntaxNode, offset: number): FoundReference | undefined {
  if (!touches(node.range, offset)) return undefined;
  return referencesIn(text, node).find((found) => touches(found.range, offset));
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}
