/** The front page of a folder of reports: every assessment on a line, with where it stands. */
import type { PhrasingContent, Root, TableCell } from 'mdast';
import type { Analysis } from '../analysis.ts';
import { withoutMarks } from '../assessment/redaction.ts';
import { risksOf } from '../assessment/risk.ts';
import { answerOfRole } from '../assessment/roles.ts';
import { outcomeBadge } from './decision.ts';
import type { Edition } from './edition.ts';
import { SEVERITIES } from './findings.ts';
import { contextOf, record, type ReportContext } from './model.ts';
import type { Texts } from '../texts/texts.ts';
import { block, cell, heading, link, paragraph, span, table, text } from './nodes.ts';
import { wayOf } from './beside.ts';
import { withRedactions } from './redaction.ts';
import { levelChip, levelName, worst } from './risks.ts';
import { titleOf } from './summary.ts';
import { formatDate } from '../texts/dates.ts';

export interface SiteEntry {
  /** Of the edition that is published (edition.ts). */
  analysis: Analysis;
  /** The way to its report from the front page, steps divided by `/`. */
  report: string;
  /** The way to the action plan, where that is a file of its own (CSV): `report` then holds the risks. */
  plan?: string | undefined;
}

/** The tree of the front page; entries by title, and by their way where titles are the same. Findings are shown in the internal edition only. */
export function siteTree(entries: readonly SiteEntry[], edition: Edition): { title: string; root: Root; texts: Texts } | undefined {
  const [first] = entries;
  if (!first) return undefined;
  const languages = new Set(entries.map(({ analysis }) => analysis.language));
  // Where the assessments are in several languages, the page is in the house's own.
  const texts = first.analysis.context.texts.in(languages.size === 1 ? first.analysis.language : (first.analysis.context.configuration?.language ?? 'nb'));
  const isInternal = edition === 'internal';
  const rows = entries.map(({ analysis, ...files }) => ({ context: { ...contextOf(analysis, isInternal, edition), texts }, ...files }))
    .map((each) => ({ ...each, title: titleOf(each.context) }))
    .sort((a, b) => withoutMarks(a.title).localeCompare(withoutMarks(b.title), 'nb') || (a.report < b.report ? -1 : 1));
  const none = (): PhrasingContent => span({ class: 'v-absent' }, '–');
  const to = (file: string, words: string): PhrasingContent => link(wayOf(file), words);
  const cells = ({ context, report, plan, title }: (typeof rows)[number]): TableCell[] => [
    cell(plan === undefined ? [to(report, title)] : [text(title), span({ class: 'v-files' }, [to(report, texts('report.risks')), text(' · '), to(plan, texts('report.plan'))])], { scope: 'row' }, 'th'),
    cell(texts(`kind.${context.assessment.kind}`)),
    cell([context.assessment.index.head.has('status') ? span({ class: `v-badge v-status-${context.assessment.status}` }, texts(`report.status.${context.assessment.status}`)) : none()]),
    cell(risk(context) ?? [none()]),
    cell([decision(context) ?? none()]),
    cell([typeof context.assessment.facts['neste-gjennomgang'] === 'string' ? span({ class: 'v-date' }, formatDate(texts, context.assessment.facts['neste-gjennomgang'])) : none()]),
    ...(isInternal ? [cell(findings(context))] : []),
  ];
  const head = [texts('report.site.assessment'), texts('report.site.kind'), texts('report.field.status'), texts('report.site.risk'), texts('report.card.decision'), texts('report.fact.review'), ...(isInternal ? [texts('report.card.findings')] : [])];
  const title = texts('report.site.title');
  const root: Root = { type: 'root', children: [
    block({ class: 'v-front' }, [
      isInternal ? undefined : paragraph([span({ class: 'v-badge v-edition' }, texts('report.edition.public'))], { class: 'v-kicker' }),
      heading(1, title),
      paragraph(texts(rows.length === 1 ? 'report.site.count.one' : 'report.site.count', { n: rows.length }), { class: 'v-quiet' }),
    ], 'header'),
    block({ class: 'v-scroll v-site' }, [table(head, rows.map(cells), { class: 'v-table' })]),
  ] };
  return { title, root: withRedactions(root, texts), texts };
}

/** The highest of the risks before and after measures; of an IP, the level that it concludes on. */
function risk(context: ReportContext): PhrasingContent[] | undefined {
  const { assessment } = context;
  if (assessment.index.head.has('risikoer')) {
    const risks = risksOf(assessment.template.risk, assessment.facts);
    return risks.length ? [span({ class: 'v-levels' }, [levelChip(context, worst(risks.map(({ before }) => before))), text(' → '), levelChip(context, worst(risks.map(({ after }) => after)))])] : undefined;
  }
  const level = answerOfRole(assessment, 'risiko');
  return typeof level === 'string' ? [levelName(context, level)] : undefined;
}

function decision(context: ReportContext): PhrasingContent | undefined {
  const outcome = record(context.assessment.facts['beslutning'])['utfall'];
  if (outcome !== undefined) return outcomeBadge(context, outcome);
  const approved = answerOfRole(context.assessment, 'godkjent');
  return approved === undefined ? undefined : outcomeBadge(context, approved === 'ja' ? 'godkjent' : 'ikke godkjent');
}

function findings({ marks, rest, texts }: ReportContext): PhrasingContent[] {
  const all = [...rest, ...[...marks.values()].flat()];
  const counted = SEVERITIES.map((severity) => ({ severity, n: all.filter((each) => each.severity === severity).length })).filter(({ n }) => n);
  return counted.length ? counted.map(({ severity, n }) => span({ class: `v-tally v-${severity}` }, texts(`report.tally.${severity}${n === 1 ? '.one' : ''}` as never, { n }))) : [text(texts('report.none'))];
}
