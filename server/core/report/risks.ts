/** The risks: the matrix before and after the measures, an overview, and each risk with what is done about it. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import { risksOf, type RiskScore, type ScoredRisk } from '../assessment/risk.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Question, RiskModel } from '../templates/model.ts';
import { fieldList, fieldTable, missingBadge } from './answer.ts';
import { marksAt } from './findings.ts';
import { block, cell, heading, link, only, paragraph, span, strong, table, text } from './nodes.ts';
import { blockAt, records, sourceOf, type ReportContext } from './model.ts';
import { valueWord } from '../texts/values.ts';

/** Green, amber or red by where the level stands among the template's levels. */
export function levelClass(model: RiskModel, level: string): string {
  const i = model.levels.findIndex((step) => step.level === level);
  return i <= 0 ? 'v-low' : i === model.levels.length - 1 ? 'v-high' : 'v-middle';
}

/** «Høy (12)». */
export function levelChip(context: ReportContext, score: RiskScore | undefined): PhrasingContent {
  if (!score) return span({ class: 'v-chip v-unscored' }, context.texts('report.risk.unscored'));
  const model = context.assessment.template.risk;
  return span({ class: `v-chip ${levelClass(model, score.level)}`, title: context.texts('report.risk.score', { likelihood: score.likelihood, consequence: score.consequence }) }, [strong(valueWord(score.level, context.texts)), text(` ${score.score}`)]);
}

/** A level that was concluded on without a score. */
export function levelName({ assessment, texts }: ReportContext, level: string): PhrasingContent {
  return span({ class: `v-chip ${levelClass(assessment.template.risk, level)}` }, [strong(valueWord(level, texts))]);
}

export function worst(scores: readonly (RiskScore | undefined)[]): RiskScore | undefined {
  return scores.reduce((highest, score) => (score && (!highest || score.score > highest.score) ? score : highest), undefined);
}

/** Before and after side by side; nothing where no risk has been scored. */
export function matrices(context: ReportContext): RootContent | undefined {
  const { risk } = context.assessment.template;
  const risks = risksOf(risk, context.assessment.facts);
  if (!risks.some(({ before, after }) => before || after)) return undefined;
  const one = (title: string, score: (each: ScoredRisk) => RiskScore | undefined): RootContent =>
    block({ class: 'v-matrix' }, [heading(4, title), matrix(context, risk, risks.map(score)), only('html', paragraph(context.texts('report.risk.axes'), { class: 'v-axes' }))]);
  return block({ class: 'v-matrices' }, [one(context.texts('report.risk.before'), ({ before }) => before), one(context.texts('report.risk.after'), ({ after }) => after)]);
}

function matrix(context: ReportContext, model: RiskModel, scores: readonly (RiskScore | undefined)[]): RootContent {
  const values = (scale: string): number[] => (model.scales[scale] ?? []).map((step) => step.value);
  const levelOf = (score: number): string => model.levels.findLast((step) => score >= step.from)?.level ?? '';
  const consequences = values('konsekvens');
  const rows = values('sannsynlighet').reverse().map((likelihood): TableCell[] => [
    cell(String(likelihood), { scope: 'row', class: 'v-axis' }, 'th'),
    ...consequences.map((consequence) => {
      const here = scores.flatMap((score, i) => (score?.likelihood === likelihood && score.consequence === consequence ? [i] : []));
      const dots = here.flatMap((i, n): PhrasingContent[] => [...(n ? [text(' ')] : []), span({ class: 'v-dot' }, `R${i + 1}`)]);
      return cell(dots, { class: levelClass(model, levelOf(likelihood * consequence)) });
    }),
  ]);
  return table([context.texts('report.risk.corner'), ...consequences.map(String)], rows, { class: 'v-grid' });
}

/** The section on the risks. */
export function riskSection(context: ReportContext): RootContent | undefined {
  const { assessment, texts } = context;
  const field = assessment.index.head.get('risikoer');
  if (!field) return undefined;
  const rows = records(assessment.facts['risikoer']);
  const scored = risksOf(assessment.template.risk, assessment.facts);
  return block({ class: 'v-section', id: 'risikoer', ...sourceOf(context, 'risikoer') }, [
    heading(2, texts('report.risks')),
    rows.length ? overview(context, rows, scored) : paragraph([missingBadge(texts), text(' '), text(texts('report.risks.none'))], { class: 'v-open-line' }),
    marksAt(context, 'risikoer'),
    ...rows.map((row, i) => riskBlock(context, field, row, scored[i], i)),
  ], 'section');
}

function overview(context: ReportContext, rows: readonly { [key: string]: Json }[], scored: readonly ScoredRisk[]): RootContent {
  const { texts } = context;
  const cells = rows.map((row, i): TableCell[] => [
    cell([link(`#risiko-${i + 1}`, `R${i + 1}`)]), cell(typeof row['scenario'] === 'string' ? row['scenario'].trim() : texts('report.unanswered')),
    cell([levelChip(context, scored[i]?.before)]), cell(String(records(row['tiltak']).length)), cell([levelChip(context, scored[i]?.after)]),
  ]);
  return block({ class: 'v-scroll' }, [table([texts('report.risk.number'), texts('report.risk.scenario'), texts('report.risk.before.short'), texts('report.risk.measures'), texts('report.risk.after.short')], cells, { class: 'v-table v-risk-table' })]);
}

function riskBlock(context: ReportContext, risks: Question, row: { [key: string]: Json }, score: ScoredRisk | undefined, i: number): RootContent {
  return blockAt(context, `risikoer/${i}`, [row, score], () => withMeasures(context, risks, row, score, i));
}

function withMeasures(context: ReportContext, risks: Question, row: { [key: string]: Json }, score: ScoredRisk | undefined, i: number): RootContent {
  const { texts } = context;
  const fields = risks.kind.type === 'group' ? risks.kind.fields : [];
  const measures = fields.find((field) => field.id === 'tiltak');
  const rows = records(row['tiltak']);
  const scenario = row['scenario'];
  const about = fields.filter((field) => ['kilde', 'konsekvens-for-registrerte', 'rettigheter'].includes(field.id));
  return block({ class: 'v-risk', id: `risiko-${i + 1}`, ...sourceOf(context, `risikoer/${i}`) }, [
    block({ class: 'v-risk-head' }, [
      paragraph([span({ class: 'v-id' }, [strong(`R${i + 1}`)])]),
      block({ class: 'v-risk-title' }, typeof scenario === 'string' ? context.prose(scenario) : [paragraph(missingBadge(texts))]),
      paragraph([levelChip(context, score?.before), only('html', span({ class: 'v-arrow' }, '→')), only('markdown', text(' → ')), levelChip(context, score?.after)], { class: 'v-levels' }),
    ]),
    ...fieldList(context, about, row),
    measures?.kind.type === 'group' && rows.length ? fieldTable(context, measures.kind.fields, rows, (field, value) => (field.id === 'status' ? span({ class: `v-badge v-status-${STATUS_CLASS[String(value)] ?? 'other'}` }, valueWord(String(value), texts)) : undefined))
      : paragraph([missingBadge(texts), text(' '), text(texts('report.risk.no-measures'))], { class: 'v-open-line' }),
    marksAt(context, `risikoer/${i}`),
  ], 'article');
}
const STATUS_CLASS: { [status: string]: string } = { planlagt: 'planned', pågår: 'begun', gjennomført: 'done' };
