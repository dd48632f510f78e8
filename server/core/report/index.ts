/** The report: an assessment as a document that leadership and the personvernombud read. */
import type { Element, Root as HtmlRoot } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Analysis } from '../analysis.ts';
import { editionOf, type Edition } from './edition.ts';
import { keepFor, type Block, type Span } from './nodes.ts';
import { schemaFor } from './sanitise.ts';
import { reportStyle } from './style.ts';
import { reportTree } from './tree.ts';

export interface ReportOptions {
  /**
   * html: a document of its own, styled, nothing loaded from elsewhere. fragment: what stands in its body, for the
   * preview: parts that fold, and `data-path` and `data-line` (from 0) on what comes from a place in the file.
   * markdown: GitHub-flavoured, for pull requests.
   */
  format: 'html' | 'fragment' | 'markdown';
  /** Whether findings are shown beside what they are about; true when left out. A public edition shows none. */
  findings?: boolean;
  /** internal when left out. */
  edition?: Edition;
}

/**
 * Renders the report. The same analysis gives the same bytes. Nothing in it comes through unescaped: answers are
 * Markdown without HTML (prose.ts), and the tree is sanitised before it is written.
 */
export function renderReport(analysis: Analysis, { format, findings = true, edition = 'internal' }: ReportOptions): string {
  const shown = editionOf(analysis, edition);
  if (!shown) return '';
  const { root, title } = reportTree(shown, { findings: findings && edition === 'internal', folding: format === 'fragment', edition });
  if (format === 'markdown') {
    return unified()
      .use(remarkGfm)
      .use(remarkStringify, {
        bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one',
        handlers: { block: (node: Block, _parent, state, info) => state.containerFlow(node as never, info), span: (node: Span, _parent, state, info) => state.containerPhrasing(node, info) },
        join: [(left, right) => (isEmpty(left) || isEmpty(right) ? 0 : undefined)],
      })
      .stringify(withoutInnerLinks(keepFor('markdown', root)));
  }
  const html = unified().use(remarkRehype).use(rehypeSanitize, schemaFor(format === 'fragment')).runSync(keepFor('html', root)) as HtmlRoot;
  const writer = unified().use(rehypeStringify);
  return writer.stringify(format === 'fragment' ? html : page(title, html));
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
function page(title: string, body: HtmlRoot): HtmlRoot {
  const element = (tagName: string, properties: Element['properties'], children: Element['children'] = []): Element => ({ type: 'element', tagName, properties, children });
  const text = (value: string): Element['children'][number] => ({ type: 'text', value });
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'nb' }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { httpEquiv: ['Content-Security-Policy'], content: "default-src 'none'; style-src 'unsafe-inline'" }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('meta', { name: 'color-scheme', content: 'light dark' }),
          element('title', {}, [text(title)]),
          element('style', {}, [text(reportStyle)]),
        ]),
        element('body', {}, [element('main', { className: ['v-report'] }, body.children as Element['children'])]),
      ]),
    ],
  };
}
