/** Words: the phrasing of the report's tree as runs and links. */
import { ExternalHyperlink, InternalHyperlink, Tab, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { runOf } from './look.ts';

export type Node = { type: string; value?: string; url?: string; depth?: number; ordered?: boolean | null; start?: number | null; children?: Node[]; data?: { hName?: string; hProperties?: { [name: string]: unknown } } };

export const classesOf = (node: Node): string[] => (Array.isArray(node.data?.hProperties?.['className']) ? (node.data.hProperties['className'] as string[]) : []);
export const hasClass = (node: Node, ...names: string[]): boolean => names.some((name) => classesOf(node).includes(name));
export const idOf = (node: Node): string | undefined => (typeof node.data?.hProperties?.['id'] === 'string' ? node.data.hProperties['id'] : undefined);

/** Where a link within the report leads: a bookmark's name by the id in the tree. */
export type Bookmarks = ReadonlyMap<string, string>;

/** Characters that XML cannot hold, which a file may hold all the same. */
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
export const readable = (text: string): string => text.replace(UNREADABLE, '\uFFFD');

/** @param look what the words inherit: bold, colour … */
export function runs(nodes: readonly Node[], bookmarks: Bookmarks, look: IRunOptions = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    const inner = (more: IRunOptions): ParagraphChild[] => runs(node.children ?? [], bookmarks, { ...look, ...more });
    switch (node.type) {
      case 'text': return node.value ? [new TextRun({ ...look, text: readable(node.value.replace(/\s*\r?\n\s*/g, ' ')) })] : [];
      case 'strong': return inner({ bold: true });
      case 'emphasis': return inner({ italics: true });
      case 'delete': return inner({ strike: true });
      case 'inlineCode': return [new TextRun({ ...look, font: 'Consolas', text: readable(node.value ?? '') })];
      case 'break': return [new TextRun({ ...look, break: 1 })];
      case 'tab': return [new TextRun({ ...look, children: [new Tab()] })];
      case 'link': return linked(node, bookmarks, look);
      default: return node.children ? inner(runOf(classesOf(node))) : [];
    }
  });
}

/** To the web, to an e-mail address or within the report; of anything else only the words. */
function linked(node: Node, bookmarks: Bookmarks, look: IRunOptions): ParagraphChild[] {
  const url = node.url ?? '';
  const inner = (more: IRunOptions): ParagraphChild[] => runs(node.children ?? [], bookmarks, { ...look, ...more });
  if (/^(https?:\/\/|mailto:)/i.test(url) && URL.canParse(url)) return [new ExternalHyperlink({ link: new URL(url).href, children: inner({ style: 'Hyperlink' }) })];
  const anchor = url.startsWith('#') ? bookmarks.get(decoded(url.slice(1))) : undefined;
  return anchor === undefined ? inner({}) : [new InternalHyperlink({ anchor, children: inner({}) })];
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The plain words of a node. */
export const wordsOf = (node: Node): string => node.value ?? (node.children ?? []).map(wordsOf).join('');

/** The first node with a class, wherever it stands inside. */
export function find(node: Node, name: string): Node | undefined {
  if (hasClass(node, name)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}
