/** A template file: parts → sections → questions, as they are written. A rule file: its keys. */
import type { OwnRead } from '../../own/load.ts';
import { entryOf, type Range, type SyntaxNode } from '../../syntax/nodes.ts';
import type { OutlineNode } from '../model.ts';

export function ownOutline({ kind, tree, text }: OwnRead): OutlineNode[] {
  const whole: Range = { start: 0, end: text.length };
  const { root } = tree;
  const name = said(root, kind === 'template' ? 'mal' : 'kode');
  const entries = root?.kind === 'map' ? root.entries : [];
  const children = kind === 'rule' ? entries.map(({ key, keyRange, value }): OutlineNode => node(key, short(value), 'field', spanning(keyRange, value.range), keyRange, []))
    : entries.flatMap(({ key, keyRange, value }) => {
      const inner = key === 'deler' ? items(value, partNode) : key === 'legg-til' ? (value.kind === 'sequence' ? value.items.flatMap((item) => [...items(at(item, 'spørsmål'), questionNode), ...items(at(item, 'seksjoner'), sectionNode), ...items(at(item, 'deler'), partNode)]) : []) : undefined;
      return inner ? [node(key, '', 'field', spanning(keyRange, value.range), keyRange, inner)] : [];
    });
  return [node(name || (kind === 'template' ? 'mal' : 'regel'), said(root, 'tittel'), 'file', whole, { start: 0, end: 0 }, children)];
}

const partNode = (written: SyntaxNode): OutlineNode => of(written, 'part', items(at(written, 'seksjoner'), sectionNode));
const sectionNode = (written: SyntaxNode): OutlineNode => of(written, 'section', [...items(at(written, 'spørsmål'), questionNode), ...items(at(written, 'seksjoner'), sectionNode)]);
const questionNode = (written: SyntaxNode): OutlineNode => of(written, 'question', items(at(written, 'felter'), (field) => of(field, 'field', [])));

function of(written: SyntaxNode, kind: OutlineNode['kind'], children: OutlineNode[]): OutlineNode {
  const id = written.kind === 'map' ? entryOf(written, 'id') : undefined;
  return node(said(written, 'id') || '…', said(written, 'tittel') || said(written, 'tekst'), kind, written.range, id ? within(id.value.range, written.range) : { start: written.range.start, end: written.range.start }, children);
}

function node(name: string, detail: string, kind: OutlineNode['kind'], range: Range, selection: Range, children: OutlineNode[]): OutlineNode {
  // Values that are written elsewhere and referred to here have their place there: a node holds all that is below it.
  return { name, detail, kind, range: { start: Math.min(range.start, selection.start), end: Math.max(range.end, selection.end) }, selection, children: children.filter((child) => child.range.start >= range.start && child.range.end <= range.end) };
}

const at = (written: SyntaxNode, key: string): SyntaxNode | undefined => entryOf(written, key)?.value;
const items = (written: SyntaxNode | undefined, make: (item: SyntaxNode) => OutlineNode): OutlineNode[] => (written?.kind === 'sequence' ? written.items.filter((item) => item.kind === 'map').map(make) : []);
const spanning = (one: Range, other: Range): Range => ({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) });
const within = (range: Range, outer: Range): Range => (range.start >= outer.start && range.end <= outer.end ? range : { start: outer.start, end: outer.start });

function said(written: SyntaxNode | undefined, key: string): string {
  const value = entryOf(written, key)?.value;
  return value ? short(value) : '';
}

function short(value: SyntaxNode): string {
  const words = value.kind === 'scalar' && value.value !== null ? String(value.value).replace(/\s+/g, ' ').trim() : '';
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
