/** The front page and the summary: what a leader reads before anything else. */
import type { PhrasingContent, RootContent } from 'mdast';
import { progressOf } from '../assessment/progress.ts';
import { risksOf } from '../assessment/risk.ts';
import { missingBadge } from './answer.ts';
import { frontList, outcomeBadge } from './decision.ts';
import { SEVERITIES } from './findings.ts';
import { block, heading, only, paragraph, span, strong, text, type Words } from './nodes.ts';
import { record, sourceOf, type ReportContext } from './model.ts';
import { contents, missing, nothingMissing } from './progress.ts';
import { levelChip, matrices, worst } from './risks.ts';

/** The title: what the file says, or what it is. */
export function titleOf({ assessment, texts }: ReportContext): string {
  const { tittel } = assessment.facts;
  return typeof tittel === 'string' && tittel.trim() ? tittel.trim() : texts('report.untitled');
}

export function front(context: ReportContext): RootContent {
  const { assessment, texts } = context;
  return block({ class: 'v-front' }, [
    paragraph([span({ class: 'v-kind' }, texts(`kind.${assessment.kind}`)), text(' '), span({ class: `v-badge v-status v-status-${assessment.status}` }, texts(`report.status.${assessment.status}`))], { class: 'v-kicker' }),
    heading(1, titleOf(context), sourceOf(context, 'tittel')),
    frontList(context),
  ], 'header');
}

export function summary(context: ReportContext): RootContent {
  const { assessment, texts } = context;
  const { asked: all, answered } = progressOf(assessment);
  const risks = risksOf(assessment.template.risk, assessment.facts);
  const before = worst(risks.map((risk) => risk.before));
  const after = worst(risks.map((risk) => risk.after));
  const outcome = record(assessment.facts['beslutning'])['utfall'];
  const open = missing(context);
  return block({ class: 'v-section v-summary', id: 'sammendrag' }, [
    heading(2, texts('report.summary')),
    block({ class: 'v-cards' }, [
      card(texts('report.card.decision'), 'beslutning', [outcome === undefined ? span({ class: 'v-badge v-missing' }, [strong(texts('report.decision.none'))]) : outcomeBadge(context, outcome)], context),
      card(texts('report.card.risk'), 'risikoer', risks.length ? [levelChip(context, before), span({ class: 'v-arrow' }, ' → '), levelChip(context, after)] : [missingBadge(texts)], context, risks.length ? texts(risks.length === 1 ? 'report.card.risk.note.one' : 'report.card.risk.note', { n: risks.length }) : texts('report.card.risk.none')),
      card(texts('report.card.answers'), 'svar', [span({ class: 'v-big' }, `${answered}`), span({ class: 'v-of' }, ` ${texts('report.of', { n: all })}`)], context),
      !context.withFindings ? undefined : context.marks.size || context.rest.length ? card(texts('report.card.findings'), '', counts(context), context) : card(texts('report.card.findings'), '', [span({ class: 'v-big' }, '0')], context),
    ]),
    paragraph(texts(context.withFindings ? 'report.disclaimer' : 'report.disclaimer.plain'), { class: 'v-quiet' }),
    only('html', block({ class: 'v-contents-box' }, [heading(3, texts('report.contents')), contents(context)])),
    only('markdown', contents(context)),
    open ?? nothingMissing(context),
    matrices(context),
  ], 'section');
}

function card(name: string, key: string, value: Words, context: ReportContext, note?: string): RootContent {
  const place = key && context.assessment.index.head.has(key) ? sourceOf(context, key) : {};
  return block({ class: 'v-card', ...place }, [paragraph([span({ class: 'v-card-name' }, [strong(name)]), only('markdown', text(': ')), span({ class: 'v-card-value' }, value), ...(note ? [only('markdown', text(' ')), span({ class: 'v-card-note' }, note)] : [])])]);
}

function counts(context: ReportContext): PhrasingContent[] {
  const findings = [...context.rest, ...[...context.marks.values()].flat()];
  const shown = SEVERITIES.map((severity) => ({ severity, n: findings.filter((finding) => finding.severity === severity).length })).filter(({ n }) => n > 0);
  return shown.flatMap(({ severity, n }, i): PhrasingContent[] => [...(i ? [only('markdown', text(', '))] : []), span({ class: `v-tally v-${severity}` }, context.texts(`report.tally.${severity}${n === 1 ? '.one' : ''}` as never, { n }))]);
}

