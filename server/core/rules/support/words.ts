/** Places and values as a message names them. */
import type { Range, SyntaxNode } from '../../syntax/nodes.ts';
import type { Several, Texts } from '../../texts/texts.ts';

const isNumber = (step: string): boolean => /^\d+$/.test(step);
/** Keys and names stand in quotation marks; ids of questions («II.4.2») do not. */
const stepName = (step: string): string => (/^[IVX]+\.|^$/.test(step) ? step : `«${step}»`);

/**
 * A place inside a sentence: ««frist» under rad 2 i «tiltak»», ««forklaring» under II.4.2», «I.1». `isValue` where what
 * stands there is a value: then a last number is «punkt 2» of a list, and not a row with fields.
 */
export function placeName(path: string, texts: Texts, isValue = false): string {
  const steps = path.split('/');
  return steps.slice(1).reduce((outer, step, i) => {
    if (!isNumber(step)) return texts('place.under', { indre: stepName(step), ytre: outer });
    return texts('place.in', { indre: texts(isValue && i === steps.length - 2 ? 'place.item' : 'place.row', { nr: Number(step) + 1 }), ytre: outer });
  }, stepName(steps[0] ?? ''));
}

/** A place that begins a sentence: «Feltet «av» under «beslutning»», «Nøkkelen «oppstart»», «Rad 2 i «risikoer»», «I.1». */
export function placeFirst(path: string, texts: Texts, isValue = false): string {
  const steps = path.split('/');
  const sted = placeName(path, texts, isValue);
  if (!sted.startsWith('«')) return sted.charAt(0).toUpperCase() + sted.slice(1);
  return texts(steps.length > 1 ? 'place.field' : 'place.head', { sted });
}

/** Keys as a message counts them up, each in quotation marks. */
export const keysQuoted = (keys: readonly string[]): Several => ({ quoted: keys });

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
