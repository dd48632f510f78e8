/** How far the assessment has come: one small field for each question, so that a gap shows where it is. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { asked, isAnswered, progressOf } from '../assessment/progress.ts';
import type { Part, Question } from '../templates/model.ts';
import { block, heading, item, link, list, only, paragraph, span, strong, text } from './nodes.ts';
import { anchorOf, type ReportContext } from './model.ts';

export function strip({ assessment }: ReportContext, questions: readonly Question[]): PhrasingContent {
  return only('html', span({ class: 'v-strip', hidden: true }, questions.map((question) => span({ class: isAnswered(assessment, question) ? 'v-step v-done' : 'v-step' }, []))));
}

export const partAnchor = (part: Part): string => `del-${part.id}`;
export const partName = ({ texts }: ReportContext, part: Part): string => texts('report.part', { id: part.id, title: part.title });
export const answeredOf = (context: ReportContext, part?: Part): string => context.texts('report.answered', { ...progressOf(context.assessment, part) });

/** The contents: the parts with how far each has come. */
export function contents(context: ReportContext): RootContent {
  const rows = context.assessment.template.parts.map((part): ListItem => item([
    span({ class: 'v-part-name' }, [link(`#${partAnchor(part)}`, partName(context, part))]), only('markdown', text(': ')),
    strip(context, asked(context.assessment, part)), span({ class: 'v-count' }, answeredOf(context, part)),
  ], { class: 'v-part-row' }));
  return list(rows, { class: 'v-contents' });
}

/** What is not answered yet, part by part, with a way to each. */
export function missing(context: ReportContext): RootContent | undefined {
  const { assessment, texts } = context;
  const rows = assessment.template.parts.flatMap((part): ListItem[] => {
    const open = asked(assessment, part).filter((question) => !isAnswered(assessment, question));
    if (!open.length) return [];
    const links = open.flatMap((question, i): PhrasingContent[] => [...(i ? [text(', ')] : []), link(`#${anchorOf(question.id)}`, question.id)]);
    return [item([strong(texts('report.part.short', { id: part.id })), only('markdown', text(':')), text(' '), ...links])];
  });
  return rows.length ? block({ class: 'v-missing-list' }, [heading(3, texts('report.missing')), list(rows)]) : undefined;
}

export const nothingMissing = ({ texts }: ReportContext): RootContent => paragraph(texts('report.missing.none'), { class: 'v-quiet' });
