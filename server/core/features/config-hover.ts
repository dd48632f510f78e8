/** Hover in vurdert.config.yaml: what a key is, what a rule says and how it is taken without the file, what a level means. */
import { fieldAt, LEVEL_SHAPE, type Field } from '../config/keys.ts';
import type { ConfigFile } from '../config/model.ts';
import type { Context } from '../library.ts';
import { severityAt } from '../rules/model.ts';
import { lowestOf } from '../rules/severity.ts';
import { touches, type Entry, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import { STATUSES } from '../templates/model.ts';
import { valuesOf } from './config-completion.ts';
import type { Hover } from './model.ts';
import { escaped, ruleLink } from './words.ts';

/** What is known about the place at an offset, as Markdown; undefined where nothing is. */
export function configHover(file: ConfigFile, context: Context, offset: number): Hover | undefined {
  const place = placeAt(file.tree.root, offset, []);
  if (!place) return undefined;
  const { path, range, value } = place;
  if (path[0] === 'regler' && path.length === 2 && value === undefined) return ruleHover(path[1]!, range, context);
  const field = path[0] === 'regler' && path.length === 2 ? ({ shape: LEVEL_SHAPE } as Field) : fieldAt(path);
  if (!field) return undefined;
  if (value !== undefined) return field.shape.type === 'choice' && field.shape.values.includes(value) ? { range, markdown: `**${escaped(value)}**: ${escaped(context.texts(field.shape.words(value)))}` } : undefined;
  const values = valuesOf(field.shape);
  const blocks = [`**${escaped(field.key)}**`, escaped(context.texts(field.words)), ...(values.length ? [context.texts('config.hover.values', { verdier: values.map((each) => `\`${each}\``).join(', ') })] : []), `\`\`\`yaml\n${field.example}\n\`\`\``];
  return { range, markdown: blocks.join('\n\n') };
}

function ruleHover(code: string, range: Range, { library, texts }: Context): Hover | undefined {
  const rule = library.rules.find((each) => each.code === code);
  if (!rule) return undefined;
  const levels = STATUSES.map((status) => `${texts(`page.status-${status}`)}: ${texts(`severity.${severityAt(rule, status)}`).toLowerCase()}`).join(', ');
  const lowest = lowestOf(rule);
  const blocks = [`**${escaped(rule.title)}**`, escaped(rule.why), escaped(texts('config.hover.default', { nivåer: levels })), ...(lowest === 'av' ? [] : [escaped(texts('config.hover.lowest', { nivå: lowest }))]), ruleLink(rule)];
  return { range, markdown: blocks.join('\n\n') };
}

interface Place {
  /** The keys down to the place. */
  path: string[];
  range: Range;
  /** The word that stands there, where it is a value and not the key. */
  value?: string;
}

function placeAt(node: SyntaxNode | undefined, offset: number, path: string[]): Place | undefined {
  if (!node) return undefined;
  if (node.kind === 'scalar') return path.length && touches(node.range, offset) && node.value !== null ? { path, range: node.range, value: String(node.value) } : undefined;
  if (node.kind === 'sequence') return node.items.map((item) => placeAt(item, offset, path)).find((found) => found);
  for (const { key, keyRange, value } of node.entries as Entry[]) {
    if (touches(keyRange, offset)) return { path: [...path, key], range: keyRange };
    const below = placeAt(value, offset, [...path, key]);
    if (below) return below;
  }
  return undefined;
}
