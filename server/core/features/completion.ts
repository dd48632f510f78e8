import type { Analysis } from '../analysis.ts';
import type { Completion } from './model.ts';
import { articleCompletions } from './completion-articles.ts';
import { fileCompletions } from './completion-files.ts';
import { groupKeys, headKeys, questionIds, wrapperKeys } from './completion-keys.ts';
import { expectedAt } from './completion-place.ts';
import { answerSnippets, headSnippets } from './completion-snippets.ts';
import { valueCompletions } from './completion-values.ts';
import { cursorAt } from './cursor.ts';

/**
 * What can be written at an offset, in the order to show it. Half-typed lines count: the place is read from the
 * lines (cursor.ts), not from the tree. An insertion of several lines is indented relative to its first line's own
 * indentation (LSP: insertTextMode adjustIndentation).
 */
export function completions(analysis: Analysis, offset: number): Completion[] {
  const { assessment, lines } = analysis;
  const cursor = cursorAt(lines, offset);
  if (cursor.part === 'comment') return [];
  const before = analysis.text.slice(lines.start(cursor.line), offset);
  if (cursor.part === 'text') return articleCompletions(analysis, offset, before);
  const expected = expectedAt(assessment, cursor.path);
  if (cursor.part === 'key') {
    if (expected.room === 'head') return inOrder([...headKeys(analysis, cursor), ...headSnippets(analysis, cursor)]);
    if (expected.room === 'answers') return inOrder([...questionIds(analysis, cursor), ...answerSnippets(analysis, cursor)]);
    const { question } = expected;
    if (!question || expected.room === 'unknown') return [];
    if (question.kind.type === 'group') return inOrder(groupKeys(analysis, cursor, expected));
    if (expected.inRow) return question.kind.type === 'some-of' ? valueCompletions(analysis, cursor, expected) : articleCompletions(analysis, offset, before);
    if (expected.answer) return wrapperKeys(analysis, cursor, question);
    return [];
  }
  if (!expected.question) return [];
  if (expected.question.kind.type === 'file' && !expected.words) return fileCompletions(analysis, cursor, expected.question);
  const reference = expected.question.kind.type === 'reference' && !expected.words;
  const articles = articleCompletions(analysis, offset, cursor.prefix, reference);
  const values = valueCompletions(analysis, cursor, expected);
  return [...values, ...articles.map((item, i) => ({ ...item, order: values.length + i }))];
}

/** Renumbered as they will be shown. */
function inOrder(items: Completion[]): Completion[] {
  return items.sort((a, b) => a.order - b.order).map((item, order) => ({ ...item, order }));
}
