import { harmless } from '../terminal.ts';

/** A text on one line, without what steers a terminal. */
export function oneLine(text: string): string {
  return harmless(text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' '));
}
