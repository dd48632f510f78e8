/** What a row of the list shows: the words, the icon, and what stands in its tooltip. */
import * as vscode from 'vscode';
import { outcomeInside, valueInside } from '../../server/core/texts/values.ts';
import type { AssessmentEntry } from '../../server/lsp/protocol.ts';
import { dateText, findingsText, share, tallies, texts } from '../texts.ts';
import { reasonsOf, type Group, type Reason } from './groups.ts';

/** Few enough to be read without folding out. */
const OPEN_UP_TO = 40;

export function groupItem(group: Group, total: number): vscode.TreeItem {
  const isOpen = group.type === 'attention' || total <= OPEN_UP_TO;
  const item = new vscode.TreeItem(groupName(group), isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  item.id = group.id;
  item.description = String(group.entries.length);
  item.contextValue = `gruppe.${group.type}`;
  item.tooltip = group.type === 'attention' ? texts('client.assessments.attention.why') : groupName(group);
  return item;
}

export function groupName({ type, name }: Group): string {
  return type === 'attention' ? texts('client.assessments.attention') : type === 'rest' ? texts('client.assessments.no-service') : name;
}

export function assessmentItem(entry: AssessmentEntry, group: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(entry, group));
  item.id = `${group.id}|${entry.uri}`;
  item.description = describe(entry, group);
  item.iconPath = iconOf(entry);
  item.contextValue = `vurdering.${entry.kind}`;
  item.command = { command: 'vscode.open', title: texts('client.assessments.open'), arguments: [vscode.Uri.parse(entry.uri)] };
  item.accessibilityInformation = { label: `${labelOf(entry, group)}, ${item.description}` };
  return item;
}

/** The assessments of a case often have one title between them: the kind comes first, where the side bar never cuts it off. */
function labelOf(entry: AssessmentEntry, group: Group): string {
  const title = entry.title || entry.name;
  return group.type === 'slag' || entry.kind === 'behandlingsoversikt' ? title : texts('client.assessments.label', { slag: texts(`client.kind.${entry.kind}`), tittel: title });
}

/** Where it needs attention, why comes first; the group's own heading is not repeated. */
function describe(entry: AssessmentEntry, group: Group): string {
  const isAttention = group.type === 'attention';
  const findings = entry.counts.error + entry.counts.warning + entry.counts.information;
  return [
    ...(isAttention ? reasonsOf(entry).map((reason) => reasonText(reason, entry)) : []),
    ...(isAttention
      ? []
      : [
          share(entry.progress),
          entry.risk && texts('client.assessments.risk', { nivå: valueInside(entry.risk, texts) }),
          outcomeInside(entry.outcome, texts) || (entry.kind === 'behandlingsoversikt' ? '' : texts(`report.status.${entry.status}`).toLowerCase()),
          findings ? findingsText(findings) : '',
        ]),
    group.type === 'slag' || isAttention ? entry.service : '',
  ].filter(Boolean).join(' · ');
}

function reasonText(reason: Reason, { counts, nextReview }: AssessmentEntry): string {
  if (reason === 'errors') return texts(counts.error === 1 ? 'report.tally.error.one' : 'report.tally.error', { n: counts.error });
  if (reason === 'review') return texts('client.assessments.reason.review', { dato: dateText(nextReview) });
  return texts(`client.assessments.reason.${reason}`);
}

function iconOf(entry: AssessmentEntry): vscode.ThemeIcon {
  const icon = (name: string, color?: string): vscode.ThemeIcon => new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
  const [reason] = reasonsOf(entry);
  if (reason === 'unapproved' || reason === 'errors') return icon('error', 'problemsErrorIcon.foreground');
  if (reason === 'review') return icon('history', 'problemsWarningIcon.foreground');
  if (reason === 'conditional') return icon('warning', 'problemsWarningIcon.foreground');
  if (entry.outcome === 'godkjent') return icon('pass', 'testing.iconPassed');
  if (entry.outcome === 'ikke godkjent') return icon('circle-slash', 'disabledForeground');
  if (entry.kind === 'behandlingsoversikt') return icon('table');
  if (entry.status === 'utkast') return icon('edit');
  return entry.status === 'besluttet' ? icon('check') : icon('eye', 'problemsInfoIcon.foreground');
}

/** Made when a row is pointed at. What the file says goes in as text: it is nobody's Markdown. */
export function assessmentTooltip(entry: AssessmentEntry): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('**', true).appendText(entry.title || entry.name).appendMarkdown('**\n\n');
  tooltip.appendText([entry.kindName, entry.service, entry.platforms.join(', ')].filter(Boolean).join(' · ')).appendMarkdown('\n\n');
  const reasons = reasonsOf(entry).map((reason) => reasonText(reason, entry)).join(', ');
  if (reasons) tooltip.appendMarkdown(`$(bell) `).appendText(reasons).appendMarkdown('\n\n');
  const rows: [Parameters<typeof texts>[0], string][] = [
    ['client.assessments.row.status', texts(`report.status.${entry.status}`)],
    ['client.assessments.row.answered', texts('client.assessments.answered', { besvart: entry.progress.answered, antall: entry.progress.asked })],
    ['client.assessments.row.risk', valueInside(entry.risk, texts)],
    ['client.assessments.row.outcome', outcomeInside(entry.outcome, texts)],
    ['client.assessments.row.in-use', entry.inUse ? texts('client.yes') : ''],
    ['client.assessments.row.review', entry.nextReview && texts(entry.reviewPassed ? 'client.assessments.review.passed' : 'client.assessments.review', { dato: dateText(entry.nextReview) })],
    ['client.assessments.row.findings', tallies(entry.counts).join(', ') || texts('client.assessments.no-findings')],
  ];
  for (const [label, value] of rows) if (value) tooltip.appendMarkdown(`- ${texts(label)}: `).appendText(value).appendMarkdown('\n');
  tooltip.appendMarkdown('\n').appendText(vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri)));
  tooltip.value = tooltip.value.replaceAll('&nbsp;', ' '); // appendText() makes every space one that no line breaks at: words would be cut in two
  return tooltip;
}
