/** What is wider than a narrow window scrolls by itself; with the keyboard too, it can be come to and moved. */
import type { Element, ElementContent, Root, RootContent } from 'hast';

const SCROLLS = ['v-scroll', 'v-figure'];

/** The tree with everything that scrolls within the keyboard's reach. */
export function reachable(root: Root): Root {
  return { ...root, children: root.children.map(visited) as RootContent[] };
}

function visited<T extends RootContent | ElementContent>(node: T): T {
  if (node.type !== 'element') return node;
  const { className } = node.properties;
  const scrolls = Array.isArray(className) && SCROLLS.some((name) => className.includes(name));
  return { ...node, properties: scrolls ? { ...node.properties, tabIndex: 0 } : node.properties, children: (node as Element).children.map(visited) };
}
