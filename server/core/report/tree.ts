import type { Root } from 'mdast';
import type { Analysis } from '../analysis.ts';
import { actionPlan } from './action-plan.ts';
import { citedSources } from './cited.ts';
import type { Edition } from './edition.ts';
import { headBlock } from './decision.ts';
import { appendix } from './findings.ts';
import { contextOf, type ReportContext } from './model.ts';
import { dataFlow } from './pictures/data-flow.ts';
import { answeredInParts, partBlock } from './parts.ts';
import { withRedactions } from './redaction.ts';
import { riskSection } from './risks.ts';
import { front, summary, titleOf } from './summary.ts';

export interface ReportTree {
  title: string;
  root: Root;
}

/**
 * The report as a syntax tree (nodes.ts), for all formats.
 * @param findings whether it shows what the product found
 * @param folding whether the parts can be closed
 * @param edition which edition the analysis was made for (edition.ts)
 */
export function reportTree(analysis: Analysis, { findings, folding, edition }: { findings: boolean; folding: boolean; edition: Edition }): ReportTree {
  const context = contextOf(analysis, findings, edition);
  const inParts = answeredInParts(context);
  const after = ['barnets-beste', 'registrertes-synspunkter', 'personvernombud', 'beslutning', 'forhåndsdrøftelse', 'eget'].filter((key) => !inParts.includes(key));
  const children = [
    front(context),
    summary(context),
    ...context.assessment.template.parts.map((part) => partBlock(context, part, folding)),
    drawnInSection(context) ? undefined : dataFlow(context),
    riskSection(context),
    actionPlan(context),
    ...after.map((key) => headBlock(context, key, true)),
    citedSources(context),
    ...appendix(context),
  ].filter((each) => each !== undefined);
  return { title: titleOf(context), root: withRedactions({ type: 'root', children }, context.texts) };
}

/** Whether a section of the template has the data flow's place. */
function drawnInSection({ assessment }: ReportContext): boolean {
  return [...assessment.index.sections.values()].some(({ section }) => section.picture === 'dataflyt');
}
