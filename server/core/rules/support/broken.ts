/** Where the text cannot be read as meant: a mistake of YAML is said once, not again as an unknown key. */
import { LineIndex } from '../../syntax/lines.ts';
import type { Range } from '../../syntax/nodes.ts';
import type { SyntaxProblem, SyntaxTree } from '../../syntax/parse.ts';

/** These say something of what is written, and do not keep the rest from being read. */
const HARMLESS: readonly SyntaxProblem['id'][] = ['flere-dokumenter', 'dobbel-nokkel', 'nokkel-ikke-tekst'];
/** These take in what follows; all others touch their own line alone. */
const SWALLOWING: readonly SyntaxProblem['id'][] = ['anforselstegn', 'klamme', 'for-dypt', 'innrykk'];

/** Whether so much may be unread that nothing can be said of what is missing. */
export function isPartlyUnread(tree: SyntaxTree): boolean {
  return tree.problems.some((problem) => SWALLOWING.includes(problem.id));
}

/** Answers whether a place stands on a line with a syntax error. */
export function brokenLines(text: string, tree: SyntaxTree): (range: Range) => boolean {
  const problems = tree.problems.filter((problem) => !HARMLESS.includes(problem.id));
  if (!problems.length) return () => false;
  const lines = new LineIndex(text);
  const broken = new Set(problems.flatMap(({ range }) => [lines.lineAt(range.start), lines.lineAt(range.end)]));
  return (range) => broken.has(lines.lineAt(range.start));
}
