import type { Texts } from './texts.ts';

/** «2026-03-01» → «1. mars 2026», as the language writes it; anything else as it stands. */
export function formatDate(texts: Texts, value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const month = match && texts('report.months').split(' ')[Number(match[2]) - 1];
  return match && month ? texts('report.date', { dag: Number(match[3]), måned: month, år: match[1]! }) : value;
}
