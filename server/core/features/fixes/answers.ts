/** Fixes that write into `svar`: the missing answers, a verdict, its explanation or reason. */
import type { Analysis } from '../../analysis.ts';
import { PLACEHOLDER } from '../../assessment/normalise.ts';
import { isWrapper } from '../../assessment/read.ts';
import { resolve } from '../../assessment/paths.ts';
import { entryOf, isBlank, type Entry, type MapNode } from '../../syntax/nodes.ts';
import { fullText, NOT_RELEVANT, type PlacedQuestion, type Question } from '../../templates/model.ts';
import type { TextEdit } from '../model.ts';
import { afterColon, columnOf, fillEmpty, insertEntry, insertInFlow, restOfLine, scalar, spaces } from './write.ts';

/** What stands beside a verdict that the template wants words for. */
function wordsFor(question: Question, value: string): 'forklaring' | 'begrunnelse' | undefined {
  if (value === NOT_RELEVANT) return 'begrunnelse';
  return question.explainAt.some((verdict) => verdict === value) ? 'forklaring' : undefined;
}

/** Answers a question whose key stands there without an answer. */
export function answer(analysis: Analysis, path: string, value: string | undefined): TextEdit[] {
  const { entry, question } = resolve(analysis.assessment, path);
  if (!entry || !question) return [];
  const words = value === undefined ? undefined : wordsFor(question, value);
  const wrapper = isWrapper(question, entry.value) ? entry.value : undefined;
  if (wrapper) {
    const existing = entryOf(wrapper, 'svar');
    const edits = [existing ? fillEmpty(analysis, existing, value ?? PLACEHOLDER)
      : wrapper.flow ? insertInFlow(wrapper, 'svar', value ?? PLACEHOLDER)
        : insertEntry(analysis, wrapper, undefined, [`svar: ${value ?? PLACEHOLDER}`])];
    return words && !entryOf(wrapper, words) ? [...edits, ...addToWrapper(analysis, wrapper, words)] : edits;
  }
  if (!isBlank(entry.value)) return [];
  return [fillEmpty(analysis, entry, words ? [`svar: ${value}`, `${words}: ${PLACEHOLDER}`] : (value ?? PLACEHOLDER))];
}

/** Adds `forklaring` or `begrunnelse` beside an answer. */
export function addWords(analysis: Analysis, path: string, key: 'forklaring' | 'begrunnelse'): TextEdit[] {
  const { entry, question } = resolve(analysis.assessment, path);
  if (!entry || !question) return [];
  if (isWrapper(question, entry.value)) return addToWrapper(analysis, entry.value, key);
  if (entry.value.kind !== 'scalar') return [];
  const newline = analysis.lines.newline;
  const indent = spaces(columnOf(analysis, entry.keyRange.start) + 2);
  const colon = afterColon(analysis, entry);
  const below = analysis.lines.end(analysis.lines.lineAt(entry.value.range.end));
  // The answer's own text and its comment are not touched: `svar: ` goes before it, the new key below.
  return [
    { range: { start: colon, end: entry.value.range.start }, newText: `${newline}${indent}svar: ` },
    { range: { start: below, end: below }, newText: `${newline}${indent}${key}: ${PLACEHOLDER}` },
  ];
}

function addToWrapper(analysis: Analysis, wrapper: MapNode, key: string): TextEdit[] {
  const existing = entryOf(wrapper, key);
  if (existing) return isBlank(existing.value) ? [fillEmpty(analysis, existing, PLACEHOLDER)] : [];
  if (wrapper.flow) return [insertInFlow(wrapper, key, PLACEHOLDER)];
  return [insertEntry(analysis, wrapper, wrapper.entries.at(-1), [`${key}: ${PLACEHOLDER}`])];
}

/** «Ja. Fordi …» becomes a verdict and an explanation, word for word. */
export function splitVerdict(analysis: Analysis, path: string, verdict: string, explanation: string): TextEdit[] {
  const { entry } = resolve(analysis.assessment, path);
  if (entry?.value.kind !== 'scalar') return [];
  const newline = analysis.lines.newline;
  const column = columnOf(analysis, entry.keyRange.start) + 2;
  const comment = entry.value.style === 'block' ? '' : restOfLine(analysis, entry.value.range.end);
  // A comment behind the text would become part of a block: more lines are then folded into one.
  const words = scalar(comment ? explanation.replace(/\s*\n\s*/g, ' ') : explanation, column + 2, newline);
  return [{
    range: { start: afterColon(analysis, entry), end: entry.value.range.end },
    newText: `${newline}${spaces(column)}svar: ${verdict}${newline}${spaces(column)}forklaring: ${words}`,
  }];
}

/** Inserts keys for questions that have none, each where the template has it, with the question as a comment. */
export function insertAnswers(analysis: Analysis, ids: string[]): TextEdit[] {
  const { assessment } = analysis;
  const placed = ids.flatMap((id) => assessment.index.questions.get(id) ?? []).filter(({ question }) => !assessment.answers.has(question.id) && !question.answeredIn).sort((a, b) => a.order - b.order);
  if (!placed.length) return [];
  const svar = assessment.head.get('svar');
  if (!svar) return insertBelowHead(analysis, ['svar:', ...placed.flatMap(linesFor).map((line) => `  ${line}`)]);
  if (isBlank(svar.value)) return [fillEmpty(analysis, svar, placed.flatMap(linesFor))];
  if (svar.value.kind !== 'map') return [];
  const map = svar.value;
  if (map.flow) {
    // Into `{}` goes a block. A line of answers in braces cannot hold questions as comments: the author breaks it up.
    if (map.entries.length) return [];
    const { newline } = analysis.lines;
    const indent = spaces(columnOf(analysis, svar.keyRange.start) + 2);
    return [{ range: { start: afterColon(analysis, svar), end: map.range.end }, newText: placed.flatMap(linesFor).map((line) => newline + indent + line).join('') }];
  }
  // Neighbours in the template go in together: one edit for each place.
  const byPlace = new Map<Entry | undefined, PlacedQuestion[]>();
  for (const each of placed) {
    const after = predecessor(analysis, map, each);
    byPlace.set(after, [...(byPlace.get(after) ?? []), each]);
  }
  return [...byPlace].map(([after, questions]) => insertEntry(analysis, map, after, questions.flatMap(linesFor)));
}

/** The entry in the file that stands nearest before a question in the template. */
function predecessor(analysis: Analysis, map: MapNode, placed: PlacedQuestion): Entry | undefined {
  let best: { entry: Entry; order: number } | undefined;
  for (const entry of map.entries) {
    const order = analysis.assessment.index.questions.get(entry.key)?.order;
    if (order !== undefined && order < placed.order && (!best || order > best.order)) best = { entry, order };
  }
  return best?.entry;
}

function insertBelowHead(analysis: Analysis, lines: string[]): TextEdit[] {
  const { root } = analysis.assessment;
  const text = lines.join(analysis.lines.newline);
  if (!root?.entries.length) return [{ range: { start: analysis.text.length, end: analysis.text.length }, newText: text + analysis.lines.newline }];
  return root.flow ? [] : [insertEntry(analysis, root, root.entries.at(-1), lines)];
}

function linesFor({ question }: PlacedQuestion): string[] {
  return [...wrapped(fullText(question), 96).map((line) => `# ${line}`), `${question.id}: ${PLACEHOLDER}`];
}

/** Text in lines of at most `width`, broken between words. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}
