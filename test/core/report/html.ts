/** The report's HTML as a tree. Enough of a parser for well-formed output (rehype-stringify's), and strict about it. */
import type { Element, ElementContent, Nodes, Root } from 'hast';

const VOID = new Set(['meta', 'br', 'hr', 'input', 'img', 'link']);
const ENTITIES: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string => text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
  hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name!] ?? whole));
const camel = (name: string): string => (name === 'class' ? 'className' : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));

/** Throws on anything that a browser would have to guess at. */
export function parseHtml(html: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  const token = /<!doctype html>|<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d]*)((?:\s+[a-z][a-z\d-]*(?:="[^"]*"|='[^']*'|=[^\s"'>]+)?)*)\s*>|[^<]+|</gi;
  for (let match = token.exec(html); match; match = token.exec(html)) {
    const [whole, closing, name, attributes = ''] = match;
    const top = open.at(-1)!;
    if (whole.startsWith('<!--')) throw new Error('a comment in the output');
    if (whole === '<') throw new Error(`a stray < at ${match.index}: ${html.slice(match.index, match.index + 60)}`);
    if (/^<!doctype/i.test(whole)) continue;
    if (name === undefined) top.children.push({ type: 'text', value: decode(whole) });
    else if (closing) {
      if (top.type !== 'element' || top.tagName !== name) throw new Error(`</${name}> closes ${top.type === 'element' ? top.tagName : 'nothing'}`);
      open.pop();
    } else {
      const properties: Element['properties'] = {};
      for (const [, key, a, b, c] of attributes.matchAll(/([a-z][a-z\d-]*)(?:="([^"]*)"|='([^']*)'|=([^\s"'>]+))?/gi)) {
        const value = decode(a ?? b ?? c ?? '');
        properties[camel(key!)] = key === 'class' ? value.split(' ') : value;
      }
      const element: Element = { type: 'element', tagName: name, properties, children: [] };
      top.children.push(element as ElementContent);
      if (!VOID.has(name)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('an element is not closed');
  return root;
}

/** All elements, or those of the given names, in order. */
export function elements(tree: Nodes, ...names: string[]): Element[] {
  const own = tree.type === 'element' && (!names.length || names.includes(tree.tagName)) ? [tree] : [];
  return [...own, ...('children' in tree ? tree.children.flatMap((child) => elements(child as Nodes, ...names)) : [])];
}
export const classed = (tree: Nodes, name: string): Element[] => elements(tree).filter((element) => (element.properties['className'] as string[] | undefined)?.includes(name));

export function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}
