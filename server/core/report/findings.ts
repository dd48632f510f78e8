/** Findings beside what they are about, and the rest of them at the end. */
import type { ListItem, RootContent } from 'mdast';
import type { Finding } from '../findings.ts';
import type { Severity } from '../rules/model.ts';
import { block, heading, item, list, paragraph, span, strong, text } from './nodes.ts';
import { record, records, sourceOf, type ReportContext } from './model.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** The findings of a place, as small marks. `leaveOut` drops those that the place already says by itself. */
export function marksAt(context: ReportContext, place: string, leaveOut?: (finding: Finding) => boolean): RootContent | undefined {
  const findings = (context.marks.get(place) ?? []).filter((finding) => !leaveOut?.(finding));
  return findings.length ? list(findings.map((finding) => findingItem(context, finding)), { class: 'v-marks' }) : undefined;
}

function findingItem(context: ReportContext, finding: Finding): ListItem {
  const severity = context.texts(`severity.${finding.severity}`);
  const line = context.analysis.lines.lineAt(finding.range.start);
  return item([span({ class: 'v-severity' }, [strong(severity)]), text(': '), span({}, finding.message)], { class: `v-mark v-${finding.severity}`, path: finding.path, line, title: finding.code });
}

/** What has no place of its own in the report, and what the file sets aside with its reasons. */
export function appendix(context: ReportContext): RootContent[] {
  const { texts, rest } = context;
  const setAside = records(context.assessment.facts['undertrykk']).flatMap((row, i) => {
    const { funn, begrunnelse, på } = record(row);
    if (!funn || !begrunnelse) return [];
    const rule = context.analysis.context.library.rules.find((each) => each.code === funn);
    return [block({ class: 'v-aside', ...sourceOf(context, `undertrykk/${i}`) }, [paragraph([strong(rule?.title ?? String(funn)), ...(på ? [text(` (${String(på)})`)] : [])]), ...context.prose(String(begrunnelse))])];
  });
  return [
    ...(rest.length ? [block({ class: 'v-section', id: 'funn' }, [heading(2, texts('report.findings.rest')), list(rest.map((finding) => findingItem(context, finding)), { class: 'v-marks' })], 'section')] : []),
    ...(setAside.length ? [block({ class: 'v-section', id: 'undertrykt' }, [heading(2, texts('report.findings.suppressed')), paragraph(texts('report.findings.suppressed.lead'), { class: 'v-quiet' }), ...setAside], 'section')] : []),
  ];
}
