/**
 * The report as a Word document: real headings, tables with header rows, contents, a running header and page numbers.
 * It works from the finished tree alone, so that its library is a bundle of its own that only this format loads.
 */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TableOfContents, TabStopType, TextRun } from 'docx';
import type { Root } from 'mdast';
import type { Texts } from '../../texts/texts.ts';
import { Blocks, bookmarksOf, startsOf } from './blocks.ts';
import { COLOUR, numbering, PAGE, STYLE, stylesIn } from './look.ts';
import { stable } from './stable.ts';
import { readable, type Node } from './words.ts';

export interface WordHead {
  title: string;
  /** Beside the title in the running header: the status, and which edition it is. */
  status: string;
}

/**
 * @param root the tree as Markdown has it (nodes.ts, keepFor): pictures are the tables behind them
 * @returns the bytes of a .docx; the same tree gives the same bytes
 */
export async function wordOf(root: Root, { title: written, status }: WordHead, texts: Texts): Promise<Uint8Array> {
  const title = readable(written);
  const nodes = root.children as Node[];
  const blocks = new Blocks(bookmarksOf(nodes));
  const [front, ...rest] = nodes;
  const small = { color: COLOUR.soft, size: 17 };
  const header = new Header({ children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: PAGE.text }], children: [new TextRun({ ...small, text: title.length > 80 ? `${title.slice(0, 79)}…` : title }), new TextRun({ ...small, children: [new Tab(), status] })] })] });
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ ...small, children: [`${texts('report.page')} `, PageNumber.CURRENT, ` ${texts('report.page.of')} `, PageNumber.TOTAL_PAGES] })] })] });
  const document = new Document({
    title, styles: stylesIn(texts.language), numbering: numbering(startsOf(nodes)), features: { updateFields: true },
    sections: [{
      properties: { titlePage: true, page: { size: { width: PAGE.width, height: PAGE.height }, margin: { top: 1300, bottom: 1200, left: PAGE.margin, right: PAGE.margin, header: 600, footer: 560 } } },
      headers: { default: header, first: new Header({ children: [new Paragraph({})] }) }, footers: { default: footer, first: footer },
      children: [
        ...blocks.of(front ? [front] : []),
        new Paragraph({ style: STYLE.contents, children: [new TextRun(texts('report.contents.all'))] }),
        new TableOfContents(texts('report.contents.all'), { hyperlink: true, headingStyleRange: '1-2' }),
        new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20 } }),
        ...blocks.of(rest),
      ],
    }],
  });
  return stable(new Uint8Array(await Packer.toArrayBuffer(document)));
}
