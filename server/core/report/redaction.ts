/** The marks of what is kept from the public, in the tree: black in the public edition, shown in the internal one. */
import type { PhrasingContent, RootContent } from 'mdast';
import { PASSAGE, REDACTED } from '../assessment/redaction.ts';
import type { Texts } from '../texts/texts.ts';
import { span, text } from './nodes.ts';

type Node = { type: string; value?: string; children?: Node[] };

/** The tree with every mark in its words made visible, wherever it stands. */
export function withRedactions<T extends { children: RootContent[] }>(tree: T, texts: Texts): T {
  return { ...tree, children: marked(tree.children as Node[], texts) as RootContent[] };
}

function marked(nodes: readonly Node[], texts: Texts): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'text' && node.value !== undefined && /\[\[|«sladdet/.test(node.value)) return split(node.value, texts) as Node[];
    return [node.children ? { ...node, children: marked(node.children, texts) } : node];
  });
}

/** A text with its marks as spans. */
function split(value: string, texts: Texts): PhrasingContent[] {
  const found = [
    ...[...value.matchAll(PASSAGE)].map((match) => ({ match, node: span({ class: 'v-to-redact', title: texts('report.to-redact', { hjemmel: match[2]!.trim() }) }, [text(match[1]!), span({ class: 'v-ground' }, ` (${texts('report.to-redact', { hjemmel: match[2]!.trim() })})`)]) })),
    ...[...value.matchAll(REDACTED)].map((match) => ({ match, node: span({ class: 'v-redacted' }, texts('report.redacted', { hjemmel: match[1]! })) })),
  ].sort((a, b) => a.match.index - b.match.index);
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const { match, node } of found) {
    if (match.index > at) parts.push(text(value.slice(at, match.index)));
    parts.push(node);
    at = match.index + match[0].length;
  }
  if (at < value.length) parts.push(text(value.slice(at)));
  return parts;
}
