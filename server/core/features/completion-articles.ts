import type { Analysis } from '../analysis.ts';
import { lawCompletions } from './completion-laws.ts';
import type { Completion } from './model.ts';

/** A reference being written at the end of a line: what introduces it, and what of it is there. */
const TYPED = /(?:^|[^\p{L}\d])((?:(?:GDPR|personvernforordningen)[\s,]*)?(?:art(?:ikkel|ikke|ikk|ik|i|\.)?\s*)?)((?:\d[\d.()]*)?(?:\s+(?:nr?\.?\d*|b\p{L}*|[a-j]|\d+))*\s*)$/iu;

/**
 * The articles of the library, where a reference is being written («art. 6 nr. 1 b»). With `always`, for answers
 * that are a reference, also before the first letter. `before` is the line up to the cursor.
 */
export function articleCompletions(analysis: Analysis, offset: number, before: string, always = false): Completion[] {
  const match = TYPED.exec(before.slice(-80));
  const head = match?.[1] ?? '';
  const rest = match?.[2] ?? '';
  const laws = lawCompletions(analysis, offset, before);
  if (laws.length) return laws;
  if (!/\p{L}/u.test(head) && !always) return [];
  const typed = head + rest;
  const number = /^\d+/.exec(rest)?.[0];
  const items: Completion[] = [];
  for (const article of analysis.context.library.articles.values()) {
    const own = article.reference.slice('art. '.length);
    if (number && !own.startsWith(number)) continue;
    items.push({
      label: article.reference,
      kind: 'article',
      detail: article.title,
      documentation: article.explanation,
      insert: article.reference,
      snippet: false,
      range: { start: offset - typed.length, end: offset },
      order: items.length,
      // Matched as the author writes it: «GDPR art.6» finds what the label calls «art. 6».
      filter: typed.trim() === '' ? article.reference : head + own,
    });
  }
  return items;
}
