/** Where the text cannot be read as meant: a mistake of YAML is said once, not again as an unknown key. */
import { LineIndex } from '../../syntax/lines.ts';
import type { Range, SyntaxNode } from '../../syntax/nodes.ts';
import type { SyntaxProblem, SyntaxTree } from '../../syntax/parse.ts';

/** These say something of what is written, and do not keep the rest from being read. */
const HARMLESS: readonly SyntaxProblem['id'][] = ['flere-dokumenter', 'dobbel-nokkel', 'nokkel-ikke-tekst'];
/** These take in what follows; all others touch their own line alone. */
const SWALLOWING: readonly SyntaxProblem['id'][] = ['anforselstegn', 'klamme', 'for-dypt', 'innrykk'];

/** Whether so much may be unread that nothing can be said of what is missing. */
export function isPartlyUnread(tree: SyntaxTree): boolean {
  return tree.problems.some((problem) => SWALLOWING.includes(problem.id));
}

/** Answers whether a place stands on a line with a syntax error, or behind one that takes in what follows. */
export function brokenLines(text: string, tree: SyntaxTree): (range: Range) => boolean {
  const problems = tree.problems.filter((problem) => !HARMLESS.includes(problem.id));
  if (!problems.length) return () => false;
  const lines = new LineIndex(text);
  const broken = new Set(problems.flatMap(({ range }) => [lines.lineAt(range.start), lines.lineAt(range.end)]));
  const from = Math.min(...problems.filter(({ id }) => SWALLOWING.includes(id)).slice(0, 1).map(({ range }) => lastKeyBefore(tree.root, range.start)));
  return (range) => range.start >= from || broken.has(lines.lineAt(range.start));
}

/** Where the entry begins (of the head, or of `svar`) that an offset lies in: an open bracket is noticed lines below. */
function lastKeyBefore(root: SyntaxNode | undefined, offset: number): number {
  const entry = root?.kind === 'map' ? root.entries.findLast((each) => each.keyRange.start < offset) : undefined;
  if (!entry) return 0;
  const below = entry.value.kind === 'map' && !entry.value.flow ? entry.value.entries.findLast((each) => each.keyRange.start < offset) : undefined;
  return (below ?? entry).keyRange.start;
}
