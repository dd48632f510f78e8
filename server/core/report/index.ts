/** The report: an assessment as a document that leadership and the personvernombud read. */
import type { Element, Root as HtmlRoot } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Analysis } from '../analysis.ts';
import type { Beside } from './beside.ts';
import { editionOf, type Edition } from './edition.ts';
import { writeFragment } from './fragment.ts';
import { historyFor, type History } from './history.ts';
import { htmlTree } from './html.ts';
import type { Kept } from './kept.ts';
import { keepFor, type Block, type Span } from './nodes.ts';
import { runningHeader } from './print.ts';
import { withRedactions } from './redaction.ts';
import type { Language } from '../texts/language.ts';
import { siteTree, type SiteEntry } from './site.ts';
import { reportStyle } from './style.ts';
import { reportTree } from './tree.ts';

export { wayOf, type Beside } from './beside.ts';
export { actionsCsv, risksCsv } from './export/csv.ts';
export { assessmentJson } from './export/json.ts';
export { editionOf, type Edition } from './edition.ts';
export { Kept } from './kept.ts';
export type { SiteEntry } from './site.ts';

export interface ReportOptions {
  /** html: a document of its own, styled, nothing loaded from elsewhere. markdown: GitHub-flavoured, for pull requests. */
  format: 'html' | 'markdown';
  /** Whether findings are shown beside what they are about; true when left out. A public edition shows none. */
  findings?: boolean;
  /** internal when left out. */
  edition?: Edition;
  /** What git knows of the file; left out, the report says nothing of it. */
  history?: History | undefined;
  /** html: the page that each id of the contents on paper stands on, once somebody has counted them (the PDF). */
  pages?: ReadonlyMap<string, number>;
  /** The folder of reports that it is to lie in; left out, it stands alone. */
  beside?: Beside | undefined;
}

/**
 * Renders the report. The same analysis gives the same bytes. Nothing in it comes through unescaped: answers are
 * Markdown without HTML (prose.ts), and the tree is sanitised before it is written.
 */
export function renderReport(analysis: Analysis, { format, findings = true, edition = 'internal', pages, history, beside }: ReportOptions): string {
  const shown = editionOf(analysis, edition);
  if (!shown) return '';
  const { root, title, status } = reportTree(shown, { findings: findings && edition === 'internal', folding: false, edition, pages, beside, origin: analysis, history: historyFor(history, edition, analysis) });
  const { texts } = shown.context;
  const marked = withRedactions(root, texts);
  return format === 'markdown' ? writeMarkdown(marked) : writeDocument(title, marked, runningHeader(title, status, texts), shown.language);
}

/**
 * The report for the preview, as HTML without a document around it: its blocks from the top, one element each. Parts fold,
 * and what comes from a place in the file says so: `data-path` and `data-line` (from 0). As safe as renderReport.
 * @param kept what the last report of the same file left, for this one to be made from; the blocks are the same without it
 */
export function renderPreview(analysis: Analysis, { edition = 'internal', kept }: { edition?: Edition; kept?: Kept } = {}): string[] {
  const shown = editionOf(analysis, edition);
  if (!shown) return [];
  kept?.turn(shown.assessment.template, shown.context.library, shown.context.texts, edition);
  const { root } = reportTree(shown, { findings: edition === 'internal', folding: true, edition, origin: analysis, kept });
  return writeFragment(root, (tree) => withRedactions(tree, shown.context.texts), kept);
}

/** A tree of blocks and spans (nodes.ts) as GitHub-flavoured Markdown. */
export function writeMarkdown(root: MarkdownRoot): string {
  return unified()
    .use(remarkGfm)
    .use(remarkStringify, {
      bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one',
      handlers: { block: (node: Block, _parent, state, info) => state.containerFlow(node as never, info), span: (node: Span, _parent, state, info) => state.containerPhrasing(node, info) },
      join: [(left, right) => (isEmpty(left) || isEmpty(right) ? 0 : undefined)],
    })
    .stringify(withoutInnerLinks(keepFor('markdown', root)));
}

/** A document of its own. `sheet`: styles beside the report's. */
export const writeDocument = (title: string, root: MarkdownRoot, sheet: string, language: Language): string => unified().use(rehypeStringify).stringify(page(title, htmlTree(keepFor('html', root), false), sheet, language));

/** The front page of a folder of reports as a document of its own; '' where there are none. */
export function renderSite(entries: readonly SiteEntry[], edition: Edition): string {
  const site = siteTree(entries, edition);
  return site ? writeDocument(site.title, site.root, runningHeader(site.title, '', site.texts), site.texts.language) : '';
}

/**
 * The report as a Word document (.docx): the same bytes for the same analysis. Undefined where the public edition cannot
 * be made. What makes it is a bundle of its own, loaded here at first use.
 */
export async function renderWord(analysis: Analysis, { findings = true, edition = 'internal', history }: Omit<ReportOptions, 'format'> = {}): Promise<Uint8Array | undefined> {
  const shown = editionOf(analysis, edition);
  if (!shown) return undefined;
  const { root, title, status } = reportTree(shown, { findings: findings && edition === 'internal', folding: false, edition, history: historyFor(history, edition, analysis) });
  const { wordOf } = await import('./word/index.ts');
  const { texts } = shown.context;
  return wordOf(keepFor('markdown', withRedactions(root, texts)), { title, status }, texts);
}

const isEmpty = (node: { type: string; children?: unknown[] }): boolean => node.type === 'block' && node.children?.length === 0;

/** Anchors are HTML's own; in Markdown a link within the report is its words. */
function withoutInnerLinks<T extends { type: string; children?: unknown }>(tree: T): T {
  if (!Array.isArray(tree.children)) return tree;
  const children = (tree.children as { type: string; url?: string; children?: unknown }[]).flatMap((child) =>
    child.type === 'link' && child.url?.startsWith('#') ? (child.children as never[]) : [withoutInnerLinks(child)]);
  return { ...tree, children };
}

/** The document around the report. Its policy lets nothing run and nothing load, should anything ever slip through. */
function page(title: string, body: HtmlRoot, sheet: string, language: Language): HtmlRoot {
  const element = (tagName: string, properties: Element['properties'], children: Element['children'] = []): Element => ({ type: 'element', tagName, properties, children });
  const text = (value: string): Element['children'][number] => ({ type: 'text', value });
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: language }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { httpEquiv: ['Content-Security-Policy'], content: "default-src 'none'; style-src 'unsafe-inline'" }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('meta', { name: 'color-scheme', content: 'light dark' }),
          element('title', {}, [text(title)]),
          element('style', {}, [text(`${reportStyle}\n${sheet}`)]),
        ]),
        element('body', {}, [element('main', { className: ['v-report'] }, body.children as Element['children'])]),
      ]),
    ],
  };
}
