import type { Root } from 'mdast';
import type { Analysis } from '../analysis.ts';
import { withoutMarks } from '../assessment/redaction.ts';
import { actionPlan } from './action-plan.ts';
import type { Beside } from './beside.ts';
import { citedSources } from './cited.ts';
import type { Edition } from './edition.ts';
import { headBlock } from './decision.ts';
import { appendix } from './findings.ts';
import { changeLog, type History } from './history.ts';
import type { Kept } from './kept.ts';
import { contextOf, type ReportContext } from './model.ts';
import { dataFlow } from './pictures/data-flow.ts';
import { answeredInParts, partBlock } from './parts.ts';
import { riskSection } from './risks.ts';
import { front, openErrors, summary, titleOf } from './summary.ts';
import { paperContents } from './toc.ts';

export interface ReportTree {
  title: string;
  /** What stands beside the title in a running header: the status, and that the edition is the public one. */
  status: string;
  /** The marks of what is kept back stand in its words as they are written (redaction.ts). */
  root: Root;
}

/**
 * The report as a syntax tree (nodes.ts), for all formats.
 * @param findings whether it shows what the product found
 * @param folding whether the parts can be closed
 * @param edition which edition the analysis was made for (edition.ts)
 * @param beside the folder of reports that it is to lie in (beside.ts)
 * @param history the file's, as the edition may show it (history.ts)
 * @param pages the pages of the contents on paper (toc.ts)
 * @param kept what the last report left, for this one to be made from
 * @param origin the analysis of the file as it is open, where `analysis` is of another edition's text
 */
export function reportTree(analysis: Analysis, { findings, folding, edition, pages, history, beside, kept, origin }: { findings: boolean; folding: boolean; edition: Edition; pages?: ReadonlyMap<string, number> | undefined; history?: History | undefined; beside?: Beside | undefined; kept?: Kept | undefined; origin?: Analysis }): ReportTree {
  const context: ReportContext = { ...contextOf(analysis, findings, edition, kept, origin), history, beside };
  const { assessment, texts } = context;
  const inParts = answeredInParts(context);
  const after = ['barnets-beste', 'registrertes-synspunkter', 'personvernombud', 'beslutning', 'forhåndsdrøftelse', 'eget'].filter((key) => !inParts.includes(key));
  const body = [
    summary(context),
    ...context.assessment.template.parts.map((part) => partBlock(context, part, folding)),
    drawnInSection(context) ? undefined : dataFlow(context),
    riskSection(context),
    actionPlan(context),
    ...after.map((key) => headBlock(context, key, true)),
    citedSources(context),
    ...appendix(context),
    changeLog(context),
  ].filter((each) => each !== undefined);
  // What one sees while writing needs neither: the findings stand beside the text, and it is not on paper.
  const opening = folding ? [front(context)] : [front(context, openErrors(context)), paperContents(body, texts, pages)];
  const children = [...opening, ...body].filter((each) => each !== undefined);
  const status = [...(assessment.index.head.has('status') ? [texts(`report.status.${assessment.status}`)] : []), ...(edition === 'public' ? [texts('report.edition.public')] : [])].join(' · ');
  return { title: withoutMarks(titleOf(context)), status, root: { type: 'root', children } };
}

/** Whether a section of the template has the data flow's place. */
function drawnInSection({ assessment }: ReportContext): boolean {
  return [...assessment.index.sections.values()].some(({ section }) => section.picture === 'dataflyt');
}
