/** What vurdert.config.yaml is built of: its keys as an outline, and the files and folders that it names as links. */
import { CONFIG_NAME, type ConfigFile, type PathKind } from '../config/model.ts';
import { isOutside } from '../config/globs.ts';
import { textOf } from '../config/read.ts';
import { entryOf, type Entry, type SyntaxNode } from '../syntax/nodes.ts';
import type { Texts } from '../texts/texts.ts';
import type { Link, OutlineNode } from './model.ts';
import { shortened } from './words.ts';

/** The file → its keys → those below. */
export function configOutline({ tree, text }: ConfigFile): OutlineNode[] {
  const { root } = tree;
  return [{ name: CONFIG_NAME, detail: textOf(entryOf(entryOf(root, 'virksomhet')?.value, 'navn')?.value) ?? '', kind: 'file', range: { start: 0, end: text.length }, selection: { start: 0, end: 0 }, children: below(root) }];
}

const below = (node: SyntaxNode | undefined): OutlineNode[] => (node?.kind === 'map' ? node.entries.map(nodeOf) : []);

function nodeOf({ key, keyRange, value }: Entry): OutlineNode {
  const range = { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) };
  const words = value.kind === 'sequence' ? value.items.flatMap((item) => textOf(item) ?? []).join(', ') : (textOf(value) ?? '');
  // What is written elsewhere and referred to here has its place there.
  return { name: key || '–', detail: shortened(words, 60), kind: 'field', range, selection: keyRange, children: below(value).filter((child) => child.range.start >= range.start && child.range.end <= range.end) };
}

/** What `maler` and `regelfiler` lead to, where it is there. */
export function configLinks({ tree }: ConfigFile, kindOf: (path: string) => PathKind | undefined, texts: Texts): Link[] {
  return ['maler', 'regelfiler'].flatMap((key) => {
    const value = entryOf(tree.root, key)?.value;
    return (value?.kind === 'sequence' ? value.items : value ? [value] : []).flatMap((item): Link[] => {
      const path = textOf(item);
      const kind = path === undefined || isOutside(path) ? undefined : kindOf(path);
      return kind === 'file' || kind === 'folder' ? [{ range: item.range, target: { file: path! }, tooltip: texts('link.file', { fil: path! }) }] : [];
    });
  });
}
