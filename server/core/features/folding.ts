import type { Analysis } from '../analysis.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import type { Fold } from './model.ts';
import { partRuns } from './runs.ts';

/** What can be folded: values of several lines, comment blocks, and parts and sections as regions. Lines from 0. */
export function foldingRanges(analysis: Analysis): Fold[] {
  const { assessment, lines } = analysis;
  const folds: Fold[] = [];
  const seen = new Set<string>();
  const add = (startLine: number, endLine: number, kind?: Fold['kind']): void => {
    if (endLine <= startLine || seen.has(`${startLine} ${endLine}`)) return;
    seen.add(`${startLine} ${endLine}`);
    folds.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  for (const run of partRuns(assessment)) {
    const end = lines.lineAt(run.range.end);
    const heading = headingAbove(analysis, run.range.start);
    add(heading.first, end, 'region');
    // An editor keeps one fold a line: the part's goes before its first section's.
    if (run.sections.length > 1 || (heading.first !== heading.last)) {
      for (const section of run.sections) {
        const start = headingAbove(analysis, section.range.start).last;
        if (start !== heading.first) add(start, lines.lineAt(section.range.end), 'region');
      }
    }
  }
  for (const { startLine, endLine, kind } of plainFolds(assessment.root, lines)) add(startLine, endLine, kind);
  return folds.sort(inOrder);
}

/** The same of any YAML: values of several lines, and comment blocks. */
export function plainFolds(root: SyntaxNode | undefined, lines: LineIndex): Fold[] {
  const folds: Fold[] = [];
  const add = (start: number, end: number): void => {
    const [startLine, endLine] = [lines.lineAt(start), lines.lineAt(end)];
    if (endLine > startLine) folds.push({ startLine, endLine });
  };
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        add(entry.keyRange.start, Math.max(entry.keyRange.end, entry.value.range.end));
        visit(entry.value);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) {
        add(item.range.start, item.range.end);
        visit(item);
      }
    }
  };
  if (root) visit(root);
  return [...folds, ...commentBlocks(lines)].sort(inOrder);
}

const inOrder = (a: Fold, b: Fold): number => a.startLine - b.startLine || b.endLine - a.endLine;

/** The comment lines that stand as headings right above an answer; its own line where there are none. */
function headingAbove(analysis: Analysis, offset: number): { first: number; last: number } {
  const { lines } = analysis;
  const own = lines.lineAt(offset);
  let first = own;
  let last = own;
  for (let line = own - 1; line >= 0; line--) {
    const text = lines.lineText(line);
    if (/^\s*#/.test(text)) {
      if (last === own) last = line;
      first = line;
    } else if (text.trim() !== '') break;
  }
  return { first, last };
}

function commentBlocks(lines: LineIndex): Fold[] {
  const blocks: Fold[] = [];
  let start = -1;
  for (let line = 0; line <= lines.count; line++) {
    const isComment = line < lines.count && /^\uFEFF?\s*#/.test(lines.lineText(line));
    if (isComment && start < 0) start = line;
    if (!isComment && start >= 0) {
      if (line - 1 > start) blocks.push({ startLine: start, endLine: line - 1, kind: 'comment' });
      start = -1;
    }
  }
  return blocks;
}
