import type { Analysis } from '../analysis.ts';
import { touches, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import { partRuns, rangeOfEntry } from './runs.ts';

/** What «expand selection» takes next, inner to outer: word, text, value, entry, section, part, `svar`, file. */
export function selectionRanges(analysis: Analysis, offset: number): Range[] {
  const { text, assessment } = analysis;
  const candidates: Range[] = [{ start: 0, end: text.length }];
  const add = (range: Range): void => void (touches(range, offset) && range.end > range.start && candidates.push(range));
  const visit = (node: SyntaxNode): void => {
    if (!touches(node.range, offset)) return;
    add(node.range);
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        add(entry.keyRange);
        add(rangeOfEntry(entry));
        visit(entry.value);
      }
    } else if (node.kind === 'sequence') node.items.forEach(visit);
  };
  if (assessment.root) visit(assessment.root);
  for (const run of partRuns(assessment)) {
    add(run.range);
    for (const section of run.sections) add(section.range);
  }
  add(lineOf(analysis, offset));
  add(wordAt(text, offset));
  // The widest first; each next one must lie within the one before, or it is left out.
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start));
  const nested: Range[] = [];
  for (const range of candidates) {
    const outer = nested.at(-1);
    if (!outer || (range.start >= outer.start && range.end <= outer.end && (range.start !== outer.start || range.end !== outer.end))) nested.push(range);
  }
  return nested.reverse();
}

function wordAt(text: string, offset: number): Range {
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))![0];
  const behind = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(offset, offset + 100))![0];
  return { start: offset - before.length, end: offset + behind.length };
}

/** The line's text without its indentation: a sentence or point in a longer text. */
function lineOf({ lines }: Analysis, offset: number): Range {
  const line = lines.lineAt(offset);
  return { start: lines.start(line) + /^\s*/.exec(lines.lineText(line))![0].length, end: lines.end(line) };
}
