/** The report's HTML for the preview, block by block: those that are as they were at the last keystroke are not made again. */
import type { Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { htmlTree } from './html.ts';
import { Kept, type KeptHtml } from './kept.ts';
import { keepFor, paragraph, type Block } from './nodes.ts';

/**
 * What stands in a page's body, one element each, with the places in the file that its elements come from. The same with
 * `kept` as without.
 * @param finish the last step before a block becomes HTML: it is taken with those alone that are new
 */
export function writeFragment(root: Root, finish: (root: Root) => Root = (tree) => tree, kept = new Kept()): string[] {
  const toHtml = (node: RootContent): string => unified().use(rehypeStringify).stringify(htmlTree(keepFor('html', finish({ type: 'root', children: [node] })), true));

  /** Sections and parts are frames around blocks, made anew each time; what is in them is kept. */
  function written(node: RootContent): string {
    if (node.type === 'kept') return lined(kept.html.of(node.key, () => ({ html: toHtml(node.make()), line: node.line })), node.line);
    if (!isFrame(node)) return keptHtml(node);
    // A part's summary can stand nowhere but in it.
    const lead = node.children.filter(({ data }) => data?.hName === 'summary');
    const content = node.children.filter((child) => !lead.includes(child)).map(written).join('');
    if (!content && !lead.length) return '';
    const frame = toHtml({ ...node, children: [...lead, paragraph('')] });
    const hole = frame.lastIndexOf(HOLE);
    return frame.slice(0, hole) + content + frame.slice(hole + HOLE.length);
  }

  /** By the block as JSON, with lines that count from its first: a line that was put in above changes nothing but the count. */
  function keptHtml(node: RootContent): string {
    let first: number | undefined;
    // In JSON a quotation mark in anybody's words has a backslash before it: this is nothing but the property.
    const key = JSON.stringify(node).replace(/"dataLine":"(\d+)"/g, (_, line: string) => `"dataLine":"${Number(line) - (first ??= Number(line))}"`);
    const line = first ?? 0;
    return lined(kept.html.of(key, () => ({ html: toHtml(node), line })), line);
  }

  return root.children.map(written).filter(Boolean);
}

/** An empty paragraph, where a frame's content comes. */
const HOLE = '<p></p>';

const isFrame = (node: RootContent): node is Block => node.type === 'block' && ['section', 'details'].includes(node.data?.hName ?? '');

/** In HTML as it is written here, `<` begins a tag wherever it stands outside quotation marks, and none of those stands within them. */
const LINE = /(<[a-z][a-z\d]*(?: [a-zA-Z-]+(?:="[^"]*")?)*? data-line=")(\d+)"/g;
const lined = ({ html, line }: KeptHtml, to: number): string => (line === to ? html : html.replace(LINE, (_, before: string, number: string) => `${before}${Number(number) + to - line}"`));
