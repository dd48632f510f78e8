/** What is to be done, by whom and when: the measures against the risks and the improvements that a decision hangs on. */
import type { RootContent, TableCell } from 'mdast';
import type { Assessment } from '../assessment/model.ts';
import { textOf } from '../assessment/facts.ts';
import { dateOf } from '../dates.ts';
import { block, cell, heading, link, span, table } from './nodes.ts';
import { valueWord } from '../texts/values.ts';
import { record, records, sourceOf, type ReportContext } from './model.ts';
import { formatDate } from '../texts/dates.ts';

export interface Action {
  /** Where it stands in the file: `risikoer/0/tiltak/1`. */
  path: string;
  what: string;
  /** '' where nobody has it. */
  owner: string;
  /** YYYY-MM-DD, or '' */
  deadline: string;
  /** planlagt, pågår, gjennomført, or '' */
  status: string;
  /** The risk that it is against, from 1; undefined for an improvement. */
  risk?: number;
}

/** By owner, and each owner's by deadline; what has no owner or no deadline stands last. */
export function actionsOf({ facts }: Pick<Assessment, 'facts'>): Action[] {
  const measures = records(facts['risikoer']).flatMap((row, i) => records(row['tiltak']).map((measure, n) => ({ path: `risikoer/${i}/tiltak/${n}`, what: textOf(measure['tiltak']), owner: textOf(measure['ansvarlig']), deadline: textOf(measure['frist']), status: textOf(measure['status']), risk: i + 1 })));
  const improvements = records(record(facts['beslutning'])['forbedringer']).map((row, i) => ({ path: `beslutning/forbedringer/${i}`, what: textOf(row['forbedring']), owner: textOf(row['ansvarlig']), deadline: textOf(row['frist']), status: textOf(row['status']) }));
  const last = (value: string): string => value || '￿';
  return [...measures, ...improvements].filter(({ what }) => what).sort((a, b) => compare(last(a.owner), last(b.owner)) || compare(last(a.deadline), last(b.deadline)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Undefined where nothing is to be done. */
export function actionPlan(context: ReportContext): RootContent | undefined {
  const { texts, analysis } = context;
  const actions = actionsOf(context.assessment);
  if (!actions.length) return undefined;
  const rows = actions.map(({ what, owner, deadline, status, risk, path }, i): TableCell[] => {
    const isLate = dateOf(deadline) !== undefined && status !== 'gjennomført' && deadline < analysis.context.today;
    return [
      cell(owner && owner !== actions[i - 1]?.owner ? owner : owner ? '' : texts('report.plan.nobody')),
      cell(what, sourceOf(context, path)),
      cell([risk === undefined ? texts('report.plan.decision') : link(`#risiko-${risk}`, `R${risk}`)]),
      cell([span({ class: 'v-date' }, deadline ? formatDate(texts, deadline) : '–'), ...(isLate ? [' ', span({ class: 'v-badge v-conditional' }, texts('report.plan.late'))] : [])]),
      cell(status ? valueWord(status, texts) : '–'),
    ];
  });
  return block({ class: 'v-section', id: 'handlingsplan' }, [
    heading(2, texts('report.plan')),
    block({ class: 'v-scroll' }, [table([texts('report.field.responsible'), texts('report.field.measure'), texts('report.plan.for'), texts('report.field.deadline'), texts('report.field.status')], rows, { class: 'v-table' })]),
  ], 'section');
}
