/** What the report's builders work from: the analysis, and where each finding is shown. */
import type { RootContent } from 'mdast';
import type { Analysis } from '../analysis.ts';
import type { Assessment } from '../assessment/model.ts';
import { keyOf, resolve } from '../assessment/paths.ts';
import { isAnswered, isAsked } from '../assessment/progress.ts';
import type { Finding } from '../findings.ts';
import type { Json } from '../syntax/nodes.ts';
import { isQuestion, type Question, type Section } from '../templates/model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Beside } from './beside.ts';
import type { Edition } from './edition.ts';
import type { History } from './history.ts';
import type { Kept } from './kept.ts';
import type { Attributes } from './nodes.ts';
import { prose } from './prose.ts';

export interface ReportContext {
  analysis: Analysis;
  /** The file as it is open: where places are. Another than `analysis` in the public edition, whose lines are fewer. */
  origin: Analysis;
  assessment: Assessment;
  texts: Texts;
  withFindings: boolean;
  edition: Edition;
  /** Findings by the place that shows them: a question id, a head key, `risikoer/0`. */
  marks: Map<string, Finding[]>;
  /** Findings that no place in the report shows. */
  rest: Finding[];
  /** What people write in their answers, as blocks (prose.ts). */
  prose(this: void, markdown: string): RootContent[];
  /** Whether blocks are kept from one report to the next. */
  keeps: boolean;
  /** Of the file, where somebody supplies one. */
  history?: History | undefined;
  /** The reports that this one lies among, where it is one of a folder. */
  beside?: Beside | undefined;
}

/** Head keys that have a place of their own in the report, whether or not the file has them. */
const SHOWN_HEAD_KEYS = ['kriterier', 'behov', 'risikoer', 'registrertes-synspunkter', 'barnets-beste', 'personvernombud', 'beslutning', 'forhåndsdrøftelse', 'eget'];

export function contextOf(analysis: Analysis, withFindings: boolean, edition: Edition, kept?: Kept, origin = analysis): ReportContext {
  const { assessment, context } = analysis;
  const marks = new Map<string, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of withFindings ? analysis.findings() : []) {
    const place = shownAt(assessment, finding.path);
    if (place === undefined) rest.push(finding);
    else marks.set(place, [...(marks.get(place) ?? []), finding]);
  }
  return { analysis, origin, assessment, texts: context.texts, withFindings, edition, marks, rest, keeps: kept !== undefined, prose: (markdown) => kept?.prose.of(markdown, () => prose(markdown)) ?? prose(markdown) };
}

function shownAt(assessment: Assessment, path: string): string | undefined {
  const [first = '', second = ''] = path.split('/');
  const placed = assessment.index.questions.get(first);
  if (placed) return placed.question.answeredIn?.split('.')[0] ?? (isShown(assessment, placed.question) ? first : undefined);
  if (first === 'risikoer' && resolve(assessment, `${first}/${second}`).found && second !== '') return `${first}/${second}`;
  return SHOWN_HEAD_KEYS.includes(first) && assessment.index.head.has(first) ? first : undefined;
}

/** A question that the template asks here, or one that was answered all the same. */
export function isShown(assessment: Assessment, question: Question): boolean {
  return isAsked(assessment, question) || isAnswered(assessment, question);
}

/** The questions of a section itself, without those of the sections within it. */
export const questionsOf = (section: Section): Question[] => section.items.filter(isQuestion);

/** What ties an element to the file: its path, and the line that the path (or the nearest that is there) stands on. */
export function sourceOf({ origin: { assessment, lines } }: ReportContext, path: string): Pick<Attributes, 'path' | 'line'> {
  return { path, line: lines.lineAt(keyOf(assessment, nearest(assessment, path)).start) };
}

/**
 * The block of a place in the file, with its findings: made now, or in the preview only when something that it is made of is new.
 * @param from what it is made of, beside the place, its findings, the template and the texts: plain data
 */
export function blockAt(context: ReportContext, place: string, from: unknown, make: () => RootContent): RootContent {
  if (!context.keeps) return make();
  const { line = 0 } = sourceOf(context, place);
  const marks = (context.marks.get(place) ?? []).map(({ severity, message, code, path, range }) => [severity, message, code, path, context.analysis.lines.lineAt(range.start) - line]);
  return { type: 'kept', key: JSON.stringify([place, from, marks]), line, make };
}

/** An unanswered question that is not in the file leads to the answer before it in the template's order. */
function nearest(assessment: Assessment, path: string): string {
  const placed = assessment.index.questions.get(path);
  if (!placed || placed.question.answeredIn || resolve(assessment, path).found) return path;
  let best: { order: number; id: string } | undefined;
  for (const id of assessment.answers.keys()) {
    const other = assessment.index.questions.get(id);
    if (other && !other.question.answeredIn && other.order < placed.order && (!best || other.order > best.order)) best = { order: other.order, id };
  }
  return best?.id ?? path;
}

/** The id of a question's element, for links within the report. */
export const anchorOf = (id: string): string => `sp-${id.replace(/[^\p{L}\d.-]+/gu, '-')}`;

/** A head value as an object; an empty one where the file has something else. */
export function record(value: Json | undefined): { [key: string]: Json } {
  return value && typeof value === 'object' && !Array.isArray(value) ? value : {};
}
export const records = (value: Json | undefined): { [key: string]: Json }[] => (Array.isArray(value) ? value.map(record) : []);
