/** The comparison as Markdown for a comment on a pull request: what changed at a glance, prose folded away. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import { valueBlocks } from '../report/answer.ts';
import { cell, heading, item, list, paragraph, strong, table, text } from '../report/nodes.ts';
import { prose } from '../report/prose.ts';
import type { Texts } from '../texts/texts.ts';
import { valueWord } from '../texts/values.ts';
import { REDACTED, withoutMarks } from '../assessment/redaction.ts';
import type { RiskScore } from '../assessment/risk.ts';
import type { Finding } from '../findings.ts';
import { riskName, SIGNS } from './html.ts';
import { answerItem, headItem, riskChangesOf, shortened, wholeRisk, type Change, type Item, type Sides } from './items.ts';
import { markedText } from './marked.ts';
import type { Difference, RiskChange } from './model.ts';
import { tallies } from './summary.ts';

/** @param depth of the headings of its sections */
export function differenceMarkdown(difference: Difference, sides: Sides, depth: 3 | 4): RootContent[] {
  const { texts } = sides.either;
  const answers = difference.answers.map((each) => answerItem(sides, each));
  const head = difference.head.map((each) => headItem(sides, each));
  const risks = difference.risks.map((risk): Item => ({ id: riskName(risk), title: shortened(risk.scenario || texts('report.unanswered')), kind: risk.kind, path: risk.path, changes: risk.row !== undefined && typeof risk.row === 'object' ? wholeRisk(sides, risk) : riskChangesOf(sides, risk) }));
  const { findings } = difference;
  const lines = risks.flatMap((each) => lineRows(each));
  return [
    paragraph(strong(tallies(difference, texts).join(' · '))),
    ...verdicts(sides, texts('diff.head'), head, depth),
    ...verdicts(sides, texts('diff.answers'), answers, depth),
    ...riskTable(sides, difference.risks, depth), ...(lines.length ? [changeTable(sides, lines)] : []),
    ...risks.flatMap((each) => folded(sides, each)),
    ...findingList(sides, 'new', findings.new, depth), ...findingList(sides, 'gone', findings.gone, depth),
  ];
}

/** A table of what fits in one, and below it what has to be read. */
function verdicts(sides: Sides, title: string, items: readonly Item[], depth: 3 | 4): RootContent[] {
  if (!items.length) return [];
  const rows = items.flatMap(lineRows);
  return [heading(depth, title), ...(rows.length ? [changeTable(sides, rows)] : []), ...items.flatMap((each) => folded(sides, each))];
}

const lineRows = (each: Item): TableCell[][] => each.changes.filter(({ long, row }) => !long && !row).map((change) => [cell(nameOf(each, change)), cell(change.before === undefined ? '–' : [del(change.before)]), cell(change.after === undefined ? '–' : [strong(change.after)])]);
const changeTable = ({ either: { texts } }: Sides, rows: readonly TableCell[][]): RootContent => table([texts('diff.what'), texts('diff.before'), texts('diff.after')], rows);

const del = (words: string): PhrasingContent => ({ type: 'delete', children: [text(words)] });
const nameOf = ({ id, title }: Item, { name }: Change): string => [[id, title].filter(Boolean).join(' '), name].filter(Boolean).join(' · ');

/** The prose of an item, folded: in a comment it would hide what stands below. */
function folded(sides: Sides, entry: Item): RootContent[] {
  const parts = entry.changes.filter(({ long, row }) => long || row);
  if (!parts.length) return [];
  const named = parts.length > 1;
  const summary = `${SIGNS[entry.kind]} ${named || !parts[0]!.name ? nameOf(entry, { ...parts[0]!, name: '' }) : nameOf(entry, parts[0]!)}`;
  return [
    html(`<details><summary>${escaped(visible(summary, sides.either.texts))}</summary>`),
    ...parts.flatMap((change): RootContent[] => {
      const { name, kind, before, after, row } = change;
      const lead = named && name ? [paragraph(strong(name))] : [];
      if (row) return [...lead, ...valueBlocks((kind === 'gone' ? sides.before : sides.after) ?? sides.either, row.field, row.value)];
      return [...lead, ...(before === undefined ? prose(after ?? '') : markedText(before, after ?? ''))];
    }),
    html('</details>'),
  ];
}

const html = (value: string): RootContent => ({ type: 'html', value });
const escaped = (words: string): string => words.replaceAll(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The summary is no part of the tree: what is to be kept back, or is, stands there as plain words. */
const visible = (words: string, texts: Texts): string => withoutMarks(words).replace(REDACTED, (_, ground: string) => texts('report.redacted', { hjemmel: ground }));

function riskTable(sides: Sides, risks: readonly RiskChange[], depth: 3 | 4): RootContent[] {
  if (!risks.length) return [];
  const { texts } = sides.either;
  const level = (score: RiskScore | undefined): string => (score ? `${valueWord(score.level, texts)} ${score.score}` : texts('report.risk.unscored'));
  const move = (kind: RiskChange['kind'], { before, after }: RiskChange['rest']): PhrasingContent[] => {
    if (kind === 'new') return [strong(level(after))];
    if (kind === 'gone') return [del(level(before))];
    return before?.likelihood === after?.likelihood && before?.consequence === after?.consequence ? [text(level(after))] : [del(level(before)), text(' → '), strong(level(after))];
  };
  const rows = risks.map((risk) => [cell(`${SIGNS[risk.kind]} ${riskName(risk)}`), cell(shortened(risk.scenario || texts('report.unanswered'))), cell(move(risk.kind, risk.initial)), cell(move(risk.kind, risk.rest))]);
  return [heading(depth, texts('report.risks')), table([texts('report.risk.number'), texts('report.risk.scenario'), texts('report.risk.before'), texts('report.risk.after')], rows)];
}

function findingList(sides: Sides, kind: 'new' | 'gone', findings: readonly Finding[], depth: 3 | 4): RootContent[] {
  if (!findings.length) return [];
  const { texts } = sides.either;
  return [heading(depth, texts(kind === 'new' ? 'diff.findings.new' : 'diff.findings.gone')), list(findings.map(({ severity, message, code }) => item([strong(texts(`severity.${severity}`)), text(`: ${message} (${code})`)])))];
}
