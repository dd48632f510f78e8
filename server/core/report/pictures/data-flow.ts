/** Where the information goes (`dataflyt`): systems and actors as boxes, transfers as numbered arrows, and a table of them. */
import type { RootContent, TableCell } from 'mdast';
import { textOf } from '../../assessment/facts.ts';
import { block, cell, heading, only, paragraph, table } from '../nodes.ts';
import { records, sourceOf, type ReportContext } from '../model.ts';
import { arrow, circle, group, label, lines, picture, rect, round, type Shape } from './svg.ts';

interface Transfer {
  from: string;
  to: string;
  what: string;
  how: string;
  /** Out of the EEA; undefined where nobody has said. */
  abroad: boolean | undefined;
}

const BOX = { width: 150, height: 64 };
const GAP = { x: 90, y: 34 };
/** More than this is no picture any more; the table holds them all. */
const MOST = 40;

/** Undefined where the file has no data flow. */
export function dataFlow(context: ReportContext): RootContent | undefined {
  const { texts, assessment } = context;
  const transfers = records(assessment.facts['dataflyt']).map((row): Transfer => ({ from: textOf(row['fra']), to: textOf(row['til']), what: textOf(row['opplysninger']), how: textOf(row['hvordan']), abroad: row['utenfor-eøs'] === undefined ? undefined : row['utenfor-eøs'] === 'ja' })).filter(({ from, to }) => from && to);
  if (!transfers.length) return undefined;
  const rows = transfers.map(({ from, to, what, how, abroad }, i): TableCell[] => [cell(String(i + 1)), cell(from), cell(to), cell(what), cell(how), cell(abroad === undefined ? '–' : texts(abroad ? 'report.flow.abroad' : 'report.flow.inside'))]);
  const head = [texts('report.risk.number'), texts('report.flow.from'), texts('report.flow.to'), texts('report.flow.what'), texts('report.flow.how'), texts('report.flow.where')];
  return block({ class: 'v-flow', ...sourceOf(context, 'dataflyt') }, [
    heading(4, texts('report.flow')),
    ...(transfers.length <= MOST ? [drawn(context, transfers)] : [only('html', paragraph(texts('report.flow.too-many'), { class: 'v-quiet' }))]),
    block({ class: 'v-scroll' }, [table(head, rows, { class: 'v-table' })]),
  ]);
}

function drawn({ texts }: ReportContext, transfers: readonly Transfer[]): RootContent {
  const column = columnsOf(transfers);
  const rowsIn: number[] = [];
  const places = new Map<string, { x: number; y: number }>();
  for (const [name, at] of column) {
    const row = (rowsIn[at] ??= 0);
    rowsIn[at] = row + 1;
    places.set(name, { x: 4 + at * (BOX.width + GAP.x), y: 8 + row * (BOX.height + GAP.y) });
  }
  const boxes = [...places].map(([name, { x, y }]) => {
    const words = lines(name, 19).slice(0, 3);
    return group([rect('v-node', x, y, BOX.width, BOX.height, 8), ...words.map((part, n) => label('v-node-name', x + BOX.width / 2, y + BOX.height / 2 + 5 + (n - (words.length - 1) / 2) * 16, part))], name);
  });
  const arrows = transfers.map(({ from, to, what, abroad }, i): Shape => {
    const [a, b] = [places.get(from)!, places.get(to)!];
    const start = edge(a, b);
    const end = edge(b, a);
    // Two that run between the same boxes would hide one another: the later stands lower.
    const shift = transfers.slice(0, i).filter((other) => (other.from === from && other.to === to) || (other.from === to && other.to === from)).length * 20;
    const [x, y] = [round(start.x + (end.x - start.x) * 0.45), round((start.y + (end.y - start.y) * 0.45) + shift)];
    return group([...arrow(abroad ? 'v-abroad' : '', round(start.x), round(start.y + shift), round(end.x), round(end.y + shift)), circle(abroad ? 'v-flow-number v-abroad' : 'v-flow-number', x, y, 11), label('v-mark-label', x, y + 4, String(i + 1))], what);
  });
  const alternative = texts('report.picture.flow', { overføringer: transfers.map(({ from, to, what }, i) => `${i + 1}: ${from} → ${to}${what ? ` (${what})` : ''}`).join('; ') });
  return picture('v-flow-picture', Math.max(...[...places.values()].map(({ x }) => x)) + BOX.width + 6, Math.max(...[...places.values()].map(({ y }) => y)) + BOX.height + 30, alternative, [...arrows, ...boxes]);
}

/** Where the line between the middles of two boxes leaves the first; a box that sends to itself has it beside it. */
function edge(a: { x: number; y: number }, b: { x: number; y: number }): { x: number; y: number } {
  const [x, y] = [a.x + BOX.width / 2, a.y + BOX.height / 2];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (dx === 0 && dy === 0) return { x: x + BOX.width / 2, y };
  const scale = Math.min(dx ? (BOX.width / 2 + 3) / Math.abs(dx) : Infinity, dy ? (BOX.height / 2 + 3) / Math.abs(dy) : Infinity);
  return { x: x + dx * scale, y: y + dy * scale };
}

/** From left to right as the information goes: a box stands right of those that send to it. What would close a ring goes back. */
function columnsOf(transfers: readonly Transfer[]): Map<string, number> {
  const onward: Transfer[] = [];
  for (const transfer of transfers) if (!leadsTo(onward, transfer.to, transfer.from)) onward.push(transfer);
  const column = new Map(transfers.flatMap(({ from, to }) => [from, to]).map((name) => [name, 0]));
  // No way is longer than there are boxes.
  for (let pass = 0; pass < column.size; pass++) for (const { from, to } of onward) column.set(to, Math.max(column.get(to)!, column.get(from)! + 1));
  return column;
}

function leadsTo(transfers: readonly Transfer[], from: string, to: string): boolean {
  const reached = new Set([from]);
  for (const name of reached) for (const each of transfers) if (each.from === name) reached.add(each.to);
  return reached.has(to);
}
