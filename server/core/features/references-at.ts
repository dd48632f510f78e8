/** The reference at the cursor: in the values of a file, never in its comments or keys. */
import { referencesIn } from '../sources/in-text.ts';
import type { FoundReference, Known } from '../sources/references.ts';
import { touches, type SyntaxNode } from '../syntax/nodes.ts';

export { referencesIn } from '../sources/in-text.ts';

/** The reference at an offset of a value. Without `known` only the regulation's articles are found. */
export function articleAt(text: string, node: SyntaxNode, offset: number, known?: Known): FoundReference | undefined {
  if (!touches(node.range, offset)) return undefined;
  return referencesIn(text, node, known).find((found) => touches(found.range, offset));
}
