/** Tables: a header row that comes back on every page, rows that stay whole, columns as wide as their words ask for. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType, type IBorderOptions } from 'docx';
import { COLOUR, fillOf, PAGE, STYLE } from './look.ts';
import { classesOf, hasClass, runs, wordsOf, type Bookmarks, type Node } from './words.ts';

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.line };
const MARGINS = { top: 40, bottom: 40, left: 80, right: 80 };

export function tableOf(node: Node, bookmarks: Bookmarks, left: number): Table {
  const rows = node.children ?? [];
  const isGrid = hasClass(node, 'v-grid');
  const width = PAGE.text - left;
  const columns = isGrid ? evenly(rows[0]?.children?.length ?? 1, Math.min(width, 5600)) : widths(rows, width);
  return frame(columns, left, rows.map((row, i) => new TableRow({
    tableHeader: i === 0, cantSplit: true,
    children: columns.map((size, n) => {
      const cell = row.children?.[n] ?? { type: 'tableCell', children: [] };
      const isHead = i === 0 || cell.data?.hName === 'th';
      const filled = i > 0 && isGrid ? fillOf(classesOf(cell)) : undefined;
      return new TableCell({
        width: { size, type: WidthType.DXA }, margins: MARGINS, ...(filled ? { shading: filled.shading } : {}),
        children: [new Paragraph({ style: isHead ? STYLE.head : STYLE.cell, ...(isGrid ? { alignment: 'center' as const } : {}), children: runs(cell.children ?? [], bookmarks, filled ? { color: filled.color } : {}) })],
      });
    }),
  })));
}

/** The summary's cards: their names as the header row, their values below. */
export function cardsOf(node: Node, bookmarks: Bookmarks): Table {
  const cards = (node.children ?? []).map((card) => card.children?.[0]?.children ?? []);
  const part = (card: readonly Node[], name: string): Node[] => card.filter((each) => hasClass(each, name));
  const columns = evenly(cards.length, PAGE.text);
  const row = (tableHeader: boolean, cell: (card: readonly Node[]) => Paragraph[]): TableRow => new TableRow({ tableHeader, cantSplit: true, children: cards.map((card, n) => new TableCell({ width: { size: columns[n]!, type: WidthType.DXA }, margins: MARGINS, shading: { fill: COLOUR.wash, color: 'auto', type: 'clear' }, children: cell(card) })) });
  return frame(columns, 0, [
    row(true, (card) => [new Paragraph({ style: STYLE.head, children: runs(part(card, 'v-card-name'), bookmarks) })]),
    row(false, (card) => [...lines(part(card, 'v-card-value')), part(card, 'v-card-note')].filter((each) => each.length).map((each) => new Paragraph({ style: STYLE.cell, children: runs(each, bookmarks) }))),
  ]);
}

/** Tallies stand one below the other. */
function lines(value: readonly Node[]): Node[][] {
  const inner = value.flatMap(({ children }) => children ?? []);
  const tallies = inner.filter((each) => hasClass(each, 'v-tally'));
  return tallies.length ? tallies.map((each) => [each]) : [inner];
}

const frame = (columns: number[], left: number, rows: TableRow[]): Table => new Table({
  rows, columnWidths: columns, width: { size: columns.reduce((sum, each) => sum + each, 0), type: WidthType.DXA }, layout: TableLayoutType.FIXED,
  ...(left ? { indent: { size: left, type: WidthType.DXA } } : {}),
  borders: { top: LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: NONE },
});

const evenly = (n: number, width: number): number[] => Array.from({ length: n }, () => Math.floor(width / n));

/** Shares of the width: as long as a column's words are, but no word is broken and none takes all. */
function widths(rows: readonly Node[], width: number): number[] {
  const columns = Math.max(1, ...rows.map(({ children }) => children?.length ?? 0));
  const shares = Array.from({ length: columns }, (_, n) => {
    const texts = rows.map((row) => (row.children?.[n] ? wordsOf(row.children[n]) : ''));
    const longestWord = Math.max(4, ...texts.flatMap((text) => text.split(/\s+/)).map((word) => Math.min(word.length, 22)));
    const whole = Math.max(...texts.map((text) => text.length));
    return { least: longestWord + 2, wish: Math.min(60, whole + 2) };
  });
  const least = shares.reduce((sum, each) => sum + each.least, 0);
  const wish = shares.reduce((sum, each) => sum + each.wish - each.least, 0);
  // About 95 twips a character: what the words need first, what they would like of the rest.
  const room = Math.max(0, width / 95 - least);
  const sizes = shares.map((each) => each.least + (wish ? ((each.wish - each.least) / wish) * room : room / columns));
  const all = sizes.reduce((sum, each) => sum + each, 0);
  return sizes.map((each) => Math.floor((each / all) * width));
}
