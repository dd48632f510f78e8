/** The reference at the cursor: in the values of a file, never in its comments or keys. */
import type { Analysis } from '../analysis.ts';
import type { Library } from '../library.ts';
import { knownIn } from '../rules/reading/references.ts';
import { referencesIn } from '../sources/in-text.ts';
import { articlesOf, lawOf, sectionsOf, type FoundReference } from '../sources/references.ts';
import { withoutSpan } from '../sources/usage.ts';
import { touches, type SyntaxNode } from '../syntax/nodes.ts';
import type { Page } from './model.ts';

/** The reference at an offset of a value: an article, or an act or section that the library has. */
export function referenceAt(analysis: Analysis, node: SyntaxNode, offset: number): FoundReference | undefined {
  if (!touches(node.range, offset)) return undefined;
  return referencesOf(analysis, node).find((found) => touches(found.range, offset));
}

/** The references in a value of a file, read as the whole file has them («§ 4-24» after an act named elsewhere). */
export function referencesOf({ assessment, text, context }: Analysis, node: SyntaxNode): FoundReference[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  return referencesIn(text, node, knownIn(assessment, text, context.library));
}

/** The page on what a canonical reference means; undefined where the library holds nothing of it. */
export function pageFor(library: Library, reference: string): Page | undefined {
  if (articlesOf(library, reference).length) return { kind: 'artikkel', name: reference };
  return lawOf(library, reference) ? { kind: 'lov', name: reference } : undefined;
}

/** The library's own names for what a reference means: its articles or sections, or itself where there are none. */
export function targetsOf(library: Library, reference: string): string[] {
  const held = [...articlesOf(library, reference), ...sectionsOf(library, reference)].map((each) => each.reference);
  return held.length ? held : withoutSpan(reference);
}
