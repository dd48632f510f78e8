/** What is wrong in a template or rule file, as findings at their places. */
import type { Finding, FixHint } from '../findings.ts';
import type { Context } from '../library.ts';
import { syntaxFindings } from '../config/check.ts';
import { inFileOrder } from '../rules/run.ts';
import { nearest } from '../rules/support/nearest.ts';
import { entryOf, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import type { Path, Problem } from '../templates/problems.ts';
import type { OwnRead } from './load.ts';

/** More says nothing new. */
const MOST = 200;

/** All findings, in the file's order. `context.library` has the words for what YAML itself cannot read. */
export function ownFindings(file: OwnRead, context: Pick<Context, 'library' | 'texts'>): Finding[] {
  return [...syntaxFindings(file, context), ...file.problems.slice(0, MOST).map((problem) => findingOf(problem, file, context))].sort(inFileOrder);
}

function findingOf(problem: Problem, { tree, text }: OwnRead, { texts }: Pick<Context, 'texts'>): Finding {
  const { node, keyRange, found } = nodeAt(tree.root, problem.at);
  const whole: Range = { start: 0, end: Math.min(text.length, firstLine(text)) };
  // A map or a list is marked by its key, not over all its lines.
  const range = !found ? (keyRange ?? node?.range ?? whole) : problem.onKey || node?.kind !== 'scalar' ? (keyRange ?? startOf(node, text) ?? whole) : node.range.start < node.range.end ? node.range : (keyRange ?? node.range);
  const near = problem.written === undefined || !problem.candidates ? undefined : nearest(problem.written, problem.candidates());
  const message = texts(problem.text, problem.params);
  const instead = problem.instead ?? near;
  const fixes: FixHint[] = instead !== undefined && found && range.end > range.start ? [{ kind: 'replace', range, text: instead }] : [];
  return {
    code: problem.code, severity: problem.note || problem.code === 'egen-ubrukt' ? 'information' : problem.minor && problem.code === 'egen-versjon' ? 'warning' : 'error',
    message: near === undefined ? message : texts('own.meant', { melding: message, forslag: near }),
    range, path: problem.at.join('/'), related: [], fixes,
  };
}

/** The node at a path, and its key; of what is not there, the nearest above it. */
function nodeAt(root: SyntaxNode | undefined, path: Path): { node: SyntaxNode | undefined; keyRange: Range | undefined; found: boolean } {
  let node = root;
  let keyRange: Range | undefined;
  for (const step of path) {
    if (typeof step === 'number') {
      const item: SyntaxNode | undefined = node?.kind === 'sequence' ? node.items[step] : undefined;
      if (!item) return { node, keyRange, found: false };
      node = item;
      if (item.kind !== 'scalar') keyRange = item.kind === 'map' && item.entries[0] ? item.entries[0].keyRange : keyRange;
    } else {
      const entry = entryOf(node, step);
      if (!entry) return { node, keyRange, found: false };
      node = entry.value;
      keyRange = entry.keyRange;
    }
  }
  return { node, keyRange: path.length ? keyRange : undefined, found: true };
}

const firstLine = (text: string): number => /^[^\r\n]*/.exec(text)![0].length;

function startOf(node: SyntaxNode | undefined, text: string): Range | undefined {
  return node && { start: node.range.start, end: Math.min(node.range.end, node.range.start + firstLine(text.slice(node.range.start))) };
}
