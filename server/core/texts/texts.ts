import { nb, type TextKey } from './nb.ts';

/** The catalogue of one language. Rules and templates bring their own texts; everything else stands in nb.ts. */
export interface Texts {
  /** The text of a key, its {holes} filled. */
  (key: TextKey, params?: Record<string, string | number>): string;
}
export type { TextKey };

export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(/\{([^{}]+)\}/g, (hole, name: string) => (name in params ? String(params[name]) : hole));
}

export const bokmål: Texts = (key, params) => fill(nb[key], params);

/** «a», «a og b», «a, b og c». */
export function listed(items: readonly string[], word = 'og'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
