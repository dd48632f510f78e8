/** The template's parts, in order, with sections and questions. */
import type { Heading, RootContent } from 'mdast';
import { asked } from '../assessment/progress.ts';
import type { Part, Section } from '../templates/model.ts';
import { headBlock } from './decision.ts';
import { block, heading, item, list, only, paragraph, span, strong, text } from './nodes.ts';
import { marksAt } from './findings.ts';
import { questionsOf, sourceOf, type ReportContext } from './model.ts';
import { dataFlow } from './pictures/data-flow.ts';
import { wheel } from './pictures/wheel.ts';
import { answeredOf, partAnchor, partName, strip } from './progress.ts';
import { itemBlocks } from './question.ts';

/** The head keys that the template's parts answer (personvernombud, beslutning): shown there, not at the end. */
export function answeredInParts({ assessment }: ReportContext): string[] {
  return [...assessment.index.questions.values()].flatMap(({ question }) => question.answeredIn?.split('.')[0] ?? []);
}

/** A part. `folding` makes it one that a reader can close (the preview). */
export function partBlock(context: ReportContext, part: Part, folding: boolean): RootContent {
  const head = heading(2, [text(partName(context, part))]);
  const progress = only('html', paragraph([strip(context, asked(context.assessment, part)), span({ class: 'v-count' }, answeredOf(context, part))], { class: 'v-part-progress' }));
  const content = [progress, ...part.sections.flatMap((section) => sectionBlocks(context, section, 3, section.id === part.id || section.title === part.title))];
  if (!folding) return block({ class: 'v-section v-part', id: partAnchor(part) }, [head, ...content], 'section');
  return block({ class: 'v-section v-part', id: partAnchor(part), open: true }, [block({}, [head], 'summary'), ...content], 'details');
}

const sectionAnchor = ({ id }: Section): string => `seksjon-${id.replace(/[^\p{L}\d.-]+/gu, '-')}`;

function sectionBlocks(context: ReportContext, section: Section, depth: Heading['depth'], untitled: boolean): RootContent[] {
  const title = untitled ? [] : [heading(depth, [span({ class: 'v-id' }, section.id), text(' '), text(section.title)], { class: 'v-section-title', ...(depth === 3 ? { id: sectionAnchor(section) } : {}) })];
  return [
    ...title,
    ...criteria(context, section),
    ...(section.picture === 'hjul' ? [wheel(context, questionsOf(section).filter((question) => question.text.length <= WORD), section.title)] : []),
    ...itemBlocks(context, section),
    ...(section.picture === 'dataflyt' ? [dataFlow(context)].filter((each) => each !== undefined) : []),
    ...(section.criteriaTitle ? [headBlock(context, 'behov', false)].filter((each) => each !== undefined) : []),
    ...section.sections.flatMap((child) => sectionBlocks(context, child, Math.min(depth + 1, 5) as Heading['depth'], false)),
  ];
}

/** A theme is named with a word; what is asked in a sentence stands beside the wheel. Characters. */
const WORD = 14;

/** The criteria of which some call for an assessment, those that apply ticked. */
function criteria(context: ReportContext, section: Section): RootContent[] {
  const { assessment, texts } = context;
  const { criteria: all } = assessment.template;
  if (!section.criteriaTitle || !all.length || !assessment.index.head.has('kriterier')) return [];
  const given = assessment.facts['kriterier'];
  const ticked = Array.isArray(given) ? given.map(Number) : [];
  const rows = all.map(({ number, text: words }) => {
    const isTicked = ticked.includes(number);
    return item([span({ class: 'v-tick', label: isTicked ? texts('report.criteria.applies') : texts('report.criteria.does-not-apply') }, isTicked ? '☑' : '☐'), text(' '), span({ class: 'v-id' }, String(number)), text(' '), span({ class: 'v-text' }, words)], { class: isTicked ? 'v-criterion v-ticked' : 'v-criterion' });
  });
  return [block({ class: 'v-criteria', id: 'kriterier', ...sourceOf(context, 'kriterier') }, [
    paragraph([strong(texts('report.criteria')), text(' '), span({ class: 'v-count' }, Array.isArray(given) ? texts('report.criteria.count', { n: ticked.length, all: all.length }) : texts('report.criteria.unticked'))]),
    list(rows, { class: 'v-criteria-list' }), marksAt(context, 'kriterier'),
  ])];
}
