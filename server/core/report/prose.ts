/**
 * What people write in their answers, as Markdown. It becomes part of our tree only as what it says: raw HTML is
 * text, images are their description, headings are bold lines (they must not break the report's outline), and a link
 * leads to the web, to an e-mail address or within the report. The sanitiser behind this checks it once more.
 */
import type { Definition, Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { paragraph, strong, text } from './nodes.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** More than anyone writes, and less than what makes a tree too deep to walk. */
const MAX_DEPTH = 40;
/** Markers in one line that could nest that deep. */
const TOO_MANY_MARKERS = new RegExp(`^(?:[ \\t]*(?:>|[-+*]|\\d{1,9}[.)])){${MAX_DEPTH},}|[*_~\\[!]{200,}`, 'm');
/** The parser's time grows with the square of these. */
const MAX_BRACKETS = 1000;

/** An answer's Markdown as blocks. Never throws; text that nests beyond reason is shown as it is written. */
export function prose(markdown: string): RootContent[] {
  const source = markdown.trim();
  if (!source) return [];
  if (isPlain(source)) return [paragraph(source)];
  if (TOO_MANY_MARKERS.test(source) || source.split('[').length > MAX_BRACKETS) return [paragraph(source)];
  const tree = parser.parse(source);
  if (depthOf(tree) > MAX_DEPTH) return [paragraph(source)];
  const definitions = new Map<string, Definition>();
  for (const child of tree.children) if (child.type === 'definition' && !definitions.has(child.identifier)) definitions.set(child.identifier, child);
  return tree.children.flatMap((child) => tamed(child, definitions, true)) as RootContent[];
}

/** One line of words without a sign that Markdown could mean something by; most answers are. */
function isPlain(source: string): boolean {
  return /^[\p{L}\p{M}\p{N} ,.;()«»"'’?§%/–…]+$/u.test(source) && !/^\d+[.)](\s|$)|www\./i.test(source);
}

const HOLDS_BLOCKS = ['blockquote', 'list', 'listItem', 'footnoteDefinition'];

function tamed(node: Nodes, definitions: Map<string, Definition>, amongBlocks: boolean): Nodes[] {
  const holdsBlocks = HOLDS_BLOCKS.includes(node.type);
  const children = (): PhrasingContent[] => ('children' in node ? (node.children as Nodes[]).flatMap((child) => tamed(child, definitions, holdsBlocks)) : []) as PhrasingContent[];
  switch (node.type) {
    case 'html':
      return [amongBlocks ? paragraph(node.value) : text(node.value)];
    case 'image':
    case 'imageReference':
      return [text(node.alt ?? '')];
    case 'heading':
      return [paragraph(strong(children()))];
    case 'code':
      return [{ type: 'code', value: node.value }];
    case 'definition':
      return [];
    case 'footnoteReference':
      return [text(`[${node.label ?? node.identifier}]`)];
    case 'footnoteDefinition':
      return [paragraph(`[${node.label ?? node.identifier}]`), ...(children() as Nodes[])];
    case 'link':
    case 'linkReference': {
      const url = node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? '');
      return isAllowedLink(url) ? [{ type: 'link', url, children: children() as never }] : children();
    }
    case 'listItem': {
      const mark = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : '';
      const kept = children() as Nodes[];
      const first = kept[0];
      if (mark && first?.type === 'paragraph') first.children.unshift(text(mark));
      return [{ type: 'listItem', spread: node.spread ?? false, children: kept as never }];
    }
    default:
      return 'children' in node ? [{ ...(node as Parent), children: children() } as Nodes] : [node];
  }
}

export function isAllowedLink(url: string): boolean {
  return /^(https?:\/\/|mailto:|#)/i.test(url);
}

/** How deep a tree goes, worked out without recursion. */
function depthOf(root: Nodes): number {
  let depth = 0;
  for (let level: Nodes[] = [root]; level.length && depth <= MAX_DEPTH; depth++) level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
  return depth;
}
