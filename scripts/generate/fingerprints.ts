/** A fingerprint of each quotation that was checked against its source, so that nobody changes one unnoticed. */
import { createHash } from 'node:crypto';
import type { Declared } from './compile.ts';
import { quotationsOf } from './source-problems.ts';

/** One line a quotation: «id <tab> source and text as 16 hex digits», in the order they are printed. */
export function fingerprints(declared: Pick<Declared, 'articles' | 'excerpts' | 'templates' | 'rules'>): string {
  return quotationsOf(declared, declared).map(({ id, source, text }) => `${id}\t${createHash('sha256').update(`${source}\n${text}`).digest('hex').slice(0, 16)}\n`).join('');
}
