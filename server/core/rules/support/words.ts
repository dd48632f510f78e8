/** Places and values as a message names them. */
import type { Range, SyntaxNode } from '../../syntax/nodes.ts';
import type { Texts } from '../../texts/texts.ts';

/** «frist i rad 2 under tiltak», «forklaring under II.4.2», «I.1». */
export function placeName(path: string, texts: Texts): string {
  const steps = path.split('/');
  return steps.slice(1).reduce((outer, step) => {
    if (/^\d+$/.test(step)) return texts('place.in', { indre: texts('place.row', { nr: Number(step) + 1 }), ytre: outer });
    return texts(/^\d+$/.test(outer) ? 'place.in' : 'place.under', { indre: step, ytre: outer });
  }, steps[0] ?? '');
}

/** What is written at a place, on one line and short enough to be quoted in a message. */
export function quoted(text: string, range: Range, length = 40): string {
  const written = text.slice(range.start, Math.min(range.end, range.start + 4 * length)).replace(/\s+/g, ' ').trim();
  return written.length > length ? `${written.slice(0, length).trimEnd()} …` : written;
}

/** The text of a value: a list of lines is text too. '' for what is no text. */
export function textOf(node: SyntaxNode | undefined): string {
  if (!node) return '';
  if (node.kind === 'scalar') return typeof node.value === 'string' ? node.value : '';
  if (node.kind === 'sequence') return node.items.map(textOf).filter(Boolean).join('\n');
  return '';
}

/** Text on one line, cut between words where it is longer than `length` characters. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length).replace(/\s+\S*$/, '');
  return `${cut || line.slice(0, length)} …`;
}
