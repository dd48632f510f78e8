import type { Analysis } from '../analysis.ts';
import { progressOf } from '../assessment/progress.ts';
import { isBlank, type Entry, type Range } from '../syntax/nodes.ts';
import { fullText, type Part, type Section } from '../templates/model.ts';
import type { OutlineNode } from './model.ts';
import { partRuns, rangeOfEntry, type PartRun, type SectionRun } from './runs.ts';
import { shortened } from './words.ts';

/**
 * The file → its head's keys, and parts → sections → questions where the answers stand. Ranges nest: a selection lies
 * in its range, a range in its parent's. One node, the file; an empty file has an empty one.
 */
export function outline(analysis: Analysis): OutlineNode[] {
  const { assessment, text, context } = analysis;
  const whole: Range = { start: 0, end: text.length };
  const entries = assessment.root?.entries ?? [];
  const children: OutlineNode[] = [];
  let end = 0;
  for (const entry of entries) {
    const range = rangeOfEntry(entry);
    if (range.start < end) continue;
    end = range.end;
    if (entry.key === 'svar' && assessment.head.get('svar') === entry) children.push(...partRuns(assessment).map((run) => partNode(analysis, run)));
    else children.push(headNode(analysis, entry, range));
  }
  const title = assessment.head.get('tittel')?.value;
  const { asked, answered } = progressOf(assessment);
  return [{
    name: title?.kind === 'scalar' && !isBlank(title) ? shortened(String(title.value), 80) : assessment.template.title,
    detail: context.texts('outline.progress', { besvart: answered, antall: asked }),
    kind: 'file',
    range: whole,
    selection: title && !isBlank(title) && title.kind === 'scalar' ? inside(title.range, whole) : { start: 0, end: 0 },
    children,
  }];
}

function partNode(analysis: Analysis, run: PartRun): OutlineNode {
  const { texts } = analysis.context;
  const single = run.sections.length === 1 && (!run.part || run.part.sections.length === 1);
  const name = run.part ? texts('outline.part', { del: run.part.id, tittel: run.part.title }) : 'svar';
  // A part with one section of its own name needs no level between.
  const children = single ? questions(run.sections[0]!) : run.sections.map((section) => sectionNode(analysis, section));
  const range = run.part ? fromHeading(analysis, run.range, new RegExp(`^#+\\s*DEL ${run.part.id}\\b`, 'i')) : run.range;
  return {
    name: run.continued ? texts('outline.continued', { navn: name }) : name,
    detail: run.part ? progress(analysis, run.part) : '',
    kind: 'part',
    range: { start: Math.min(range.start, children[0]?.range.start ?? range.start), end: range.end },
    selection: run.sections[0]!.answers[0]!.entry.keyRange,
    children,
  };
}

function sectionNode(analysis: Analysis, run: SectionRun): OutlineNode {
  return {
    name: `${run.section.id} ${run.section.title}`.trim() || 'svar',
    detail: run.section.id ? progress(analysis, run.section) : '',
    kind: 'section',
    range: run.section.id ? fromHeading(analysis, run.range, new RegExp(`^#+\\s*${run.section.id.replaceAll('.', '\\.')}(?![.\\d]*\\d)`, 'i')) : run.range,
    selection: run.answers[0]!.entry.keyRange,
    children: questions(run),
  };
}

/**
 * The range from the comment on that names the room («# DEL II. …»), where one stands right above: VS Code keeps the
 * first line of what one is in on top of the editor, and the heading says more there than the first key.
 */
function fromHeading({ lines }: Analysis, range: Range, heading: RegExp): Range {
  let start = range.start;
  for (let line = lines.lineAt(range.start) - 1; line >= 0; line--) {
    const text = lines.lineText(line).trim();
    if (text !== '' && !text.startsWith('#')) break;
    if (heading.test(text)) start = lines.start(line);
  }
  return { start, end: range.end };
}

function questions(run: SectionRun): OutlineNode[] {
  return run.answers.map(({ entry, placed }) => ({
    name: entry.key || '–',
    detail: placed ? shortened(fullText(placed.question), 80) : '',
    kind: 'question',
    range: rangeOfEntry(entry),
    selection: entry.keyRange,
    children: [],
  }));
}

function headNode(analysis: Analysis, entry: Entry, range: Range): OutlineNode {
  const { value } = entry;
  const { texts } = analysis.context;
  const rows = value.kind === 'sequence' ? value.items : [];
  const detail = value.kind === 'scalar' && !isBlank(value) ? shortened(String(value.value), 60)
    : rows.length ? (rows.length === 1 ? texts('outline.row-one') : texts('outline.rows', { antall: rows.length })) : '';
  let end = 0;
  const children = rows.flatMap((row): OutlineNode[] => {
    const first = row.kind === 'map' ? row.entries[0] : undefined;
    if (!first || first.value.kind !== 'scalar' || row.range.start < Math.max(end, range.start) || row.range.end > range.end) return [];
    end = row.range.end;
    const name = isBlank(first.value) ? first.key : String(first.value.value);
    return [{ name: shortened(name, 80) || '–', detail: '', kind: 'field', range: row.range, selection: inside(first.keyRange, row.range), children: [] }];
  });
  return { name: entry.key || '–', detail, kind: 'field', range, selection: entry.keyRange, children };
}

function progress(analysis: Analysis, room: Part | Section): string {
  const { asked, answered } = progressOf(analysis.assessment, room);
  return analysis.context.texts('outline.progress', { besvart: answered, antall: asked });
}

function inside(range: Range, outer: Range): Range {
  return { start: Math.max(range.start, outer.start), end: Math.min(range.end, outer.end) };
}
