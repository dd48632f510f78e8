/**
 * The report as a tree: plain mdast, with two containers of our own. A `block` holds blocks and a `span` holds words;
 * in HTML they become the element that they name, in Markdown only what they hold. What belongs to one of the two
 * formats says so in `data.only`.
 */
import type { BlockContent, Data, Heading, Link, List, ListItem, Paragraph, Parent, PhrasingContent, RootContent, Strong, Table, TableCell, Text } from 'mdast';
import type {} from 'mdast-util-to-hast';

export type Medium = 'html' | 'markdown';

export interface Block extends Parent {
  type: 'block';
  children: RootContent[];
}
export interface Span extends Parent {
  type: 'span';
  children: PhrasingContent[];
}
/** A block that need not be made while one made of the same stands: for the preview's tree alone (fragment.ts). */
export interface KeptBlock {
  type: 'kept';
  /** All that it is made of, lines counted from its own. */
  key: string;
  /** The line of the file that it stands on, from 0. */
  line: number;
  make(this: void): RootContent;
  data?: Data;
}
declare module 'mdast' {
  interface Data {
    only?: Medium | undefined;
  }
  interface BlockContentMap {
    block: Block;
  }
  interface PhrasingContentMap {
    span: Span;
  }
  interface RootContentMap {
    block: Block;
    span: Span;
    kept: KeptBlock;
  }
}

/** What an element carries beside its content. Class names begin with `v-`: the sanitiser lets no others through. */
export interface Attributes {
  class?: string | undefined;
  id?: string | undefined;
  /** The place in the file that the element shows: a path as findings have it, and the line it stands on (from 0). */
  path?: string | undefined;
  line?: number | undefined;
  title?: string | undefined;
  label?: string | undefined;
  hidden?: boolean | undefined;
  open?: boolean | undefined;
  scope?: 'row' | 'col' | undefined;
}

function dataOf(attributes: Attributes, element?: string): Data {
  const properties: Record<string, string | number | boolean | string[]> = {};
  if (attributes.class) properties['className'] = attributes.class.split(' ');
  if (attributes.id) properties['id'] = attributes.id;
  if (attributes.path !== undefined) properties['dataPath'] = attributes.path;
  if (attributes.line !== undefined) properties['dataLine'] = String(attributes.line);
  if (attributes.title) properties['title'] = attributes.title;
  if (attributes.label) properties['ariaLabel'] = attributes.label;
  if (attributes.hidden) properties['ariaHidden'] = 'true';
  if (attributes.open) properties['open'] = true;
  if (attributes.scope) properties['scope'] = attributes.scope;
  return { ...(element ? { hName: element } : {}), ...(Object.keys(properties).length ? { hProperties: properties } : {}) };
}

export type Words = string | PhrasingContent | readonly (string | PhrasingContent)[];

/** Words from strings and nodes; never Markdown. */
export function words(content: Words): PhrasingContent[] {
  const list = typeof content === 'string' || 'type' in content ? [content] : content;
  return list.map((part) => (typeof part === 'string' ? text(part) : part));
}

export const text = (value: string): Text => ({ type: 'text', value });
export const strong = (content: Words): Strong => ({ type: 'strong', children: words(content) });
export const link = (url: string, content: Words, attributes: Attributes = {}): Link => ({ type: 'link', url, children: words(content), data: dataOf(attributes) });
export const span = (attributes: Attributes, content: Words, element = 'span'): Span => ({ type: 'span', children: words(content), data: dataOf(attributes, element) });
export const paragraph = (content: Words, attributes: Attributes = {}): Paragraph => ({ type: 'paragraph', children: words(content), data: dataOf(attributes) });
export const heading = (depth: Heading['depth'], content: Words, attributes: Attributes = {}): Heading => ({ type: 'heading', depth, children: words(content), data: dataOf(attributes) });
export const block = (attributes: Attributes, children: readonly (RootContent | undefined)[], element = 'div'): Block => ({
  type: 'block', children: children.filter((child): child is RootContent => child !== undefined), data: dataOf(attributes, element),
});

export const list = (items: readonly ListItem[], attributes: Attributes = {}): List => ({ type: 'list', ordered: false, spread: false, children: [...items], data: dataOf(attributes) });
export const item = (content: Words | readonly BlockContent[], attributes: Attributes = {}): ListItem => ({
  type: 'listItem', spread: false, children: isBlocks(content) ? [...content] : [paragraph(content as Words)], data: dataOf(attributes),
});
const isBlocks = (content: Words | readonly BlockContent[]): content is readonly BlockContent[] =>
  Array.isArray(content) && content.length > 0 && typeof content[0] === 'object' && ['paragraph', 'block', 'list'].includes((content[0] as { type: string }).type);

export const cell = (content: Words, attributes: Attributes = {}, element?: 'th' | 'td'): TableCell => ({ type: 'tableCell', children: words(content), data: dataOf(attributes, element) });
export const table = (head: readonly Words[], rows: readonly (readonly TableCell[])[], attributes: Attributes = {}): Table => ({
  type: 'table', data: dataOf(attributes),
  children: [{ type: 'tableRow', children: head.map((each) => cell(each, { scope: 'col' })) }, ...rows.map((cells) => ({ type: 'tableRow' as const, children: [...cells] }))],
});

/** Only in one of the formats. */
export function only<T extends RootContent>(medium: Medium, node: T): T {
  return { ...node, data: { ...node.data, only: medium } };
}

/** Takes out what belongs to the other format, and the blocks that nothing is left of. */
export function keepFor<T extends Parent>(medium: Medium, tree: T): T {
  const children = tree.children
    .filter((child) => child.data?.only === undefined || child.data.only === medium)
    .map((child) => ('children' in child ? keepFor(medium, child as Parent) : child))
    .filter((child) => child.type !== 'block' || (child as Block).children.length > 0 || child.data?.hChildren !== undefined);
  return { ...tree, children } as T;
}
