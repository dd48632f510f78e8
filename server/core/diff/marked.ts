/** Two versions of an author's Markdown with the words marked that only one of them has. */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { item, list, paragraph, span, strong, text } from '../report/nodes.ts';
import { prose } from '../report/prose.ts';
import { aligned, tokens, type Token } from './words.ts';
import { unwrapped } from './values.ts';

type Leaf = { type: 'text' | 'inlineCode'; value: string };
const isLeaf = (node: Nodes): node is Nodes & Leaf => node.type === 'text' || node.type === 'inlineCode';

export const gone = (content: string | PhrasingContent[]): PhrasingContent => span({ class: 'v-del' }, content, 'del');
export const added = (content: string | PhrasingContent[]): PhrasingContent => span({ class: 'v-ins' }, content, 'ins');

/** As blocks of HTML, for two columns. The Markdown stays what it was: a word in a list or a link is marked there. */
export function markedBlocks(before: string, after: string): { before: RootContent[]; after: RootContent[] } {
  const [a, b] = [prose(before), prose(after)];
  const [leavesBefore, leavesAfter] = [leavesOf(a), leavesOf(b)];
  const [x, y] = [leavesBefore, leavesAfter].map((leaves) => leaves.flatMap((leaf) => tokens(leaf.value))) as [Token[], Token[]];
  const [onlyBefore, onlyAfter] = [new Set<number>(), new Set<number>()];
  for (const { same, from, to, fromAfter, toAfter } of aligned(x, y)) {
    if (same) continue;
    for (let i = from; i < to; i++) onlyBefore.add(i);
    for (let i = fromAfter; i < toAfter; i++) onlyAfter.add(i);
  }
  return { before: rebuilt(a, leavesBefore, onlyBefore, gone), after: rebuilt(b, leavesAfter, onlyAfter, added) };
}

function leavesOf(nodes: readonly Nodes[]): (Nodes & Leaf)[] {
  return nodes.flatMap((node) => (isLeaf(node) ? [node] : 'children' in node ? leavesOf(node.children as Nodes[]) : []));
}

function rebuilt(nodes: RootContent[], leaves: readonly Nodes[], marked: ReadonlySet<number>, mark: (content: string | PhrasingContent[]) => PhrasingContent): RootContent[] {
  const replaced = new Map<Nodes, Nodes[]>();
  let at = 0;
  for (const leaf of leaves as (Nodes & Leaf)[]) {
    const own = tokens(leaf.value);
    const first = at;
    at += own.length;
    if (!own.some((_, i) => marked.has(first + i))) continue;
    if (leaf.type === 'inlineCode') {
      replaced.set(leaf, [mark([leaf as PhrasingContent])]);
      continue;
    }
    const lead = /^\s*/.exec(leaf.value)![0];
    const pieces: Nodes[] = lead ? [text(lead)] : [];
    for (let i = 0; i < own.length; ) {
      const isMarked = marked.has(first + i);
      let words = '';
      let space = '';
      for (; i < own.length && marked.has(first + i) === isMarked; i++) {
        words += space + own[i]!.word;
        space = own[i]!.space;
      }
      pieces.push(isMarked ? mark(words) : text(words + space));
      if (isMarked && space) pieces.push(text(space));
    }
    replaced.set(leaf, pieces);
  }
  const visit = (node: Nodes): Nodes[] => replaced.get(node) ?? ['children' in node ? ({ ...node, children: (node.children as Nodes[]).flatMap(visit) } as Nodes) : node];
  return nodes.flatMap((node) => visit(node)) as RootContent[];
}

type Start = 'item' | 'paragraph' | undefined;

/** As one text for a pull request: ~~what is gone~~ and **what is new** where it stands. Emphasis and the like are their signs. */
export function markedText(before: string, after: string): RootContent[] {
  const [x, y] = [linesOf(before), linesOf(after)];
  const chunks: { start: Start; content: PhrasingContent[] }[] = [];
  const write = (list: readonly (Token & { start: Start })[], as: (words: string) => PhrasingContent, instead: boolean): void => {
    let words = '';
    const flush = (): void => {
      if (words) chunks.at(-1)!.content.push(...(chunks.at(-1)!.content.length ? [text(' ')] : []), as(words));
      words = '';
    };
    list.forEach(({ word, start }, i) => {
      // What stands instead of the first words of an item is in that item, not in one of its own.
      const isOpen = instead && i === 0 && chunks.at(-1)?.content.every(({ type }) => type === 'delete');
      if (chunks.length === 0 || (start && !isOpen)) {
        flush();
        chunks.push({ start, content: [] });
      }
      words += (words ? ' ' : '') + word;
    });
    flush();
  };
  for (const { same, from, to, fromAfter, toAfter } of aligned(x, y)) {
    if (same) write(y.slice(fromAfter, toAfter), text, false);
    else {
      write(x.slice(from, to), (words) => ({ type: 'delete', children: [text(words)] }), false);
      write(y.slice(fromAfter, toAfter), strong, to > from);
    }
  }
  return chunks.reduce<RootContent[]>((blocks, { start, content }) => {
    const last = blocks.at(-1);
    if (start !== 'item') return [...blocks, paragraph(content)];
    if (last?.type !== 'list') return [...blocks, list([item(content)])];
    last.children.push(item(content));
    return blocks;
  }, []);
}

/** The words, each first one of a paragraph or list item with that; the items' own signs are left out. */
function linesOf(source: string): (Token & { start: Start })[] {
  return unwrapped(source).split('\n').flatMap((line) => {
    const marker = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(line)?.[0] ?? '';
    return tokens(line.slice(marker.length)).map((token, i) => ({ ...token, start: i > 0 ? undefined : marker ? 'item' as const : 'paragraph' as const }));
  });
}
