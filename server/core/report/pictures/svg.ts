/**
 * Pictures as inline SVG. They are drawn from numbers and words of the file by these few builders, coloured by the
 * report's classes, and stand with a text alternative beside words that say the same.
 */
import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { only } from '../nodes.ts';

export type Shape = Element;
type Numbers = { [attribute: string]: number | string };

const element = (tagName: string, className: string, numbers: Numbers, children: ElementContent[] = []): Shape => ({
  type: 'element', tagName, properties: { ...numbers, ...(className ? { className: className.split(' ') } : {}) }, children,
});

export const rect = (className: string, x: number, y: number, width: number, height: number, rx = 0): Shape => element('rect', className, { x, y, width, height, ...(rx ? { rx } : {}) });
export const circle = (className: string, cx: number, cy: number, r: number): Shape => element('circle', className, { cx, cy, r });
export const line = (className: string, x1: number, y1: number, x2: number, y2: number): Shape => element('line', className, { x1, y1, x2, y2 });
export const path = (className: string, d: string): Shape => element('path', className, { d });
/** `anchor`: which end of the words stands at x. */
export const label = (className: string, x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'middle'): Shape =>
  element('text', className, { x, y, textAnchor: anchor }, [{ type: 'text', value: words }]);
export const group = (shapes: readonly Shape[], words?: string): Shape => element('g', '', {}, [...(words ? [element('title', '', {}, [{ type: 'text', value: words }])] : []), ...shapes]);

/** An arrow from one point to another, its head drawn out so that it needs no marker by reference. */
export function arrow(className: string, x1: number, y1: number, x2: number, y2: number): Shape[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 1) return [];
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * 9, y2 - uy * 9];
  return [line(`v-arrow-line ${className}`, x1, y1, round(bx), round(by)), path(`v-arrow-head ${className}`, `M${round(x2)} ${round(y2)}L${round(bx - uy * 5)} ${round(by + ux * 5)}L${round(bx + uy * 5)} ${round(by - ux * 5)}Z`)];
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Words broken into lines of at most so many characters; a word that is longer stands alone. */
export function lines(words: string, width: number): string[] {
  const found: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < width) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** A picture as a node of the report; in Markdown the words beside it do. `alternative` is read out in its place. */
export function picture(className: string, width: number, height: number, alternative: string, shapes: readonly Shape[]): RootContent {
  const svg = element('svg', `v-picture ${className}`, { viewBox: `0 0 ${width} ${height}`, role: 'img', ariaLabel: alternative }, [...shapes]);
  return only('html', { type: 'block', children: [], data: { hName: 'div', hProperties: { className: ['v-figure'] }, hChildren: [svg] } } as RootContent);
}
