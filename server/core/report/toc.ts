/** The contents that stand on paper, with the pages where somebody has counted them. */
import type { ListItem, RootContent } from 'mdast';
import type { Texts } from '../texts/texts.ts';
import { block, item, link, list, only, paragraph, span } from './nodes.ts';

interface Entry {
  id: string;
  words: string;
  depth: number;
}

type Node = { type: string; depth?: number; value?: string; children?: Node[]; data?: { only?: string | undefined; hProperties?: { [name: string]: unknown } } };

/** @param pages the page that each id stands on; without it the contents have no numbers */
export function paperContents(children: readonly RootContent[], texts: Texts, pages?: ReadonlyMap<string, number>): RootContent | undefined {
  const entries = entriesOf(children as readonly Node[]);
  if (!entries.length) return undefined;
  const rows = entries.map(({ id, words, depth }): ListItem => item([link(`#${id}`, [span({}, words), span({ class: 'v-page' }, pages?.has(id) ? String(pages.get(id)) : '')])], { class: depth === 2 ? 'v-toc-part' : 'v-toc-section' }));
  return only('html', block({ class: 'v-toc', label: texts('report.contents.all') }, [paragraph(texts('report.contents.all'), { class: 'v-toc-title' }), { ...list(rows), ordered: true }], 'nav'));
}

/** The sections, and the headings within them that have an id. */
function entriesOf(nodes: readonly Node[], within?: string): Entry[] {
  return nodes.flatMap((node): Entry[] => {
    const own = node.data?.hProperties?.['id'];
    const id = typeof own === 'string' ? own : undefined;
    if (node.type !== 'heading') return entriesOf(node.children ?? [], node.type === 'block' ? (id ?? within) : within);
    const target = node.depth === 2 ? (id ?? within) : id;
    return target !== undefined && (node.depth === 2 || node.depth === 3) ? [{ id: target, words: wordsOf(node).trim(), depth: node.depth }] : [];
  });
}

const wordsOf = (node: Node): string => node.value ?? (node.children ?? []).map(wordsOf).join('');
