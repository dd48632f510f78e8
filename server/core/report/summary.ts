/** The front page and the summary: what a leader reads before anything else. */
import type { PhrasingContent, RootContent } from 'mdast';
import { progressOf } from '../assessment/progress.ts';
import { risksOf } from '../assessment/risk.ts';
import { answerOfRole, questionOfRole } from '../assessment/roles.ts';
import { missingBadge } from './answer.ts';
import { homeLink } from './beside.ts';
import { outcomeBadge } from './decision.ts';
import { frontList } from './front.ts';
import { SEVERITIES } from './findings.ts';
import { block, heading, only, paragraph, span, strong, text, type Words } from './nodes.ts';
import { record, sourceOf, type ReportContext } from './model.ts';
import { contents, missing, nothingMissing } from './progress.ts';
import { riskMatrix } from './pictures/matrix.ts';
import { processSection } from './pictures/process.ts';
import { levelChip, levelName, matrices, worst } from './risks.ts';

/** The title: what the file says, or what it is. */
export function titleOf({ assessment, texts }: ReportContext): string {
  const { tittel } = assessment.facts;
  return typeof tittel === 'string' && tittel.trim() ? tittel.trim() : texts('report.untitled');
}

/** @param alert what has to be seen before anything else */
export function front(context: ReportContext, alert?: RootContent): RootContent {
  const { assessment, texts } = context;
  return block({ class: 'v-front' }, [
    homeLink(context),
    paragraph([span({ class: 'v-kind' }, texts(`kind.${assessment.kind}`)), ...(assessment.index.head.has('status') ? [text(' '), span({ class: `v-badge v-status v-status-${assessment.status}` }, texts(`report.status.${assessment.status}`))] : []), ...(context.edition === 'public' ? [text(' '), span({ class: 'v-badge v-edition' }, texts('report.edition.public'))] : [])], { class: 'v-kicker' }),
    heading(1, titleOf(context), sourceOf(context, 'tittel')),
    frontList(context),
    alert,
  ], 'header');
}

/** That the report was made while errors stood open; the public edition says nothing of findings. */
export function openErrors({ marks, rest, texts }: ReportContext): RootContent | undefined {
  const n = [...rest, ...[...marks.values()].flat()].filter(({ severity }) => severity === 'error').length;
  return n ? paragraph(strong(texts(n === 1 ? 'report.alert.one' : 'report.alert', { n })), { class: 'v-alert' }) : undefined;
}

export function summary(context: ReportContext): RootContent {
  const { assessment, texts } = context;
  const { asked: all, answered } = progressOf(assessment);
  const open = missing(context);
  return block({ class: 'v-section v-summary', id: 'sammendrag' }, [
    heading(2, texts('report.summary')),
    block({ class: 'v-cards' }, [
      decisionCard(context),
      riskCard(context),
      rowsCard(context),
      card(texts('report.card.answers'), 'svar', [span({ class: 'v-big' }, `${answered}`), span({ class: 'v-of' }, ` ${texts('report.of', { n: all })}`)], context),
      !context.withFindings ? undefined : context.marks.size || context.rest.length ? card(texts('report.card.findings'), '', counts(context), context) : card(texts('report.card.findings'), '', [span({ class: 'v-big' }, '0')], context),
    ]),
    processSection(context),
    paragraph(texts(`report.disclaimer${assessment.kind === 'behandlingsoversikt' ? '.record' : ''}${context.withFindings ? '' : '.plain'}`), { class: 'v-quiet' }),
    block({ class: 'v-contents-box' }, [heading(3, texts('report.contents')), contents(context)]),
    open ?? nothingMissing(context),
    riskPicture(context),
  ], 'section');
}

/** The risks before and after the measures: the matrix, and behind it the two tables that say the same. */
function riskPicture(context: ReportContext): RootContent | undefined {
  const tables = matrices(context);
  const drawn = tables && riskMatrix(context);
  return drawn && block({ class: 'v-risk-picture' }, [
    heading(3, context.texts('report.risk.matrix')), drawn,
    only('html', block({ class: 'v-behind' }, [block({}, [paragraph(context.texts('report.as-table'))], 'summary'), tables], 'details')),
    only('markdown', block({}, [tables])),
  ]);
}

/** What leadership decided; of an IP, whether it was approved. A record is not decided on. */
function decisionCard(context: ReportContext): RootContent | undefined {
  const { assessment, texts } = context;
  if (assessment.index.head.has('beslutning')) {
    const outcome = record(assessment.facts['beslutning'])['utfall'];
    return card(texts('report.card.decision'), 'beslutning', [outcome === undefined ? span({ class: 'v-badge v-missing' }, [strong(texts('report.decision.none'))]) : outcomeBadge(context, outcome)], context);
  }
  const question = questionOfRole(assessment, 'godkjent');
  const verdict = answerOfRole(assessment, 'godkjent');
  return question && card(texts('report.card.approved'), question.id, [verdict === undefined ? missingBadge(texts) : outcomeBadge(context, verdict === 'ja' ? 'godkjent' : 'ikke godkjent')], context);
}

/** The highest of the risks; of an IP, what it concludes on. */
function riskCard(context: ReportContext): RootContent | undefined {
  const { assessment, texts } = context;
  if (assessment.index.head.has('risikoer')) {
    const risks = risksOf(assessment.template.risk, assessment.facts);
    if (!risks.length) return card(texts('report.card.risk'), 'risikoer', [missingBadge(texts)], context, texts('report.card.risk.none'));
    const levels = [levelChip(context, worst(risks.map((risk) => risk.before))), span({ class: 'v-arrow' }, ' → '), levelChip(context, worst(risks.map((risk) => risk.after)))];
    return card(texts('report.card.risk'), 'risikoer', levels, context, texts(risks.length === 1 ? 'report.card.risk.note.one' : 'report.card.risk.note', { n: risks.length }));
  }
  const question = questionOfRole(assessment, 'risiko');
  const level = answerOfRole(assessment, 'risiko');
  return question && card(texts('report.card.risk.whole'), question.id, [typeof level === 'string' ? levelName(context, level) : missingBadge(texts)], context);
}

/** How many processings a record holds. */
function rowsCard(context: ReportContext): RootContent | undefined {
  const question = questionOfRole(context.assessment, 'behandlinger');
  const rows = answerOfRole(context.assessment, 'behandlinger');
  return question && card(context.texts('report.card.rows'), question.id, [span({ class: 'v-big' }, String(Array.isArray(rows) ? rows.length : 0))], context);
}

function card(name: string, key: string, value: Words, context: ReportContext, note?: string): RootContent {
  const { index } = context.assessment;
  const place = key && (index.head.has(key) || index.questions.has(key)) ? sourceOf(context, key) : {};
  return block({ class: 'v-card', ...place }, [paragraph([span({ class: 'v-card-name' }, [strong(name)]), only('markdown', text(': ')), span({ class: 'v-card-value' }, value), ...(note ? [only('markdown', text(' ')), span({ class: 'v-card-note' }, note)] : [])])]);
}

function counts(context: ReportContext): PhrasingContent[] {
  const findings = [...context.rest, ...[...context.marks.values()].flat()];
  const shown = SEVERITIES.map((severity) => ({ severity, n: findings.filter((finding) => finding.severity === severity).length })).filter(({ n }) => n > 0);
  return shown.flatMap(({ severity, n }, i): PhrasingContent[] => [...(i ? [only('markdown', text(', '))] : []), span({ class: `v-tally v-${severity}` }, context.texts(`report.tally.${severity}${n === 1 ? '.one' : ''}` as never, { n }))]);
}

