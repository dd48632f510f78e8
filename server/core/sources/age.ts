/** How old a source is: one past its review date shows its age, for a guide may have been overtaken by the law. */
import { dateOf } from '../dates.ts';
import type { Law, Source } from './model.ts';

/** A source counts as old this many years after its own date, unless it has a review date of its own. */
const OLD_AFTER_YEARS = 5;

/** Whether a source is due for review, so that its age should be shown. `today` is YYYY-MM-DD. */
export function isPastReview(source: Pick<Source | Law, 'reviewBy'>, today: string): boolean {
  return today > source.reviewBy;
}

/** The last day that a source counts as fresh: «2019-01-11» → «2024-01-11», «2018» → «2023-12-31». Undefined where it is no date. */
export function reviewDateOf(dated: string): string | undefined {
  const day = lastDayOf(dated);
  return day && `${Number(day.slice(0, 4)) + OLD_AFTER_YEARS}${day.slice(4)}`;
}

/** Whole years since a source's own date; undefined where it gives none. */
export function yearsOld(source: Pick<Source, 'dated'>, today: string): number | undefined {
  const day = lastDayOf(source.dated ?? '');
  if (!day) return undefined;
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return Math.max(0, today.slice(4) >= day.slice(4) ? years : years - 1);
}

/** A year or month stands for its last day; the months' lengths do not matter, for days are only compared. */
function lastDayOf(dated: string): string | undefined {
  if (/^\d{4}$/.test(dated)) return `${dated}-12-31`;
  if (/^\d{4}-\d{2}$/.test(dated)) return `${dated}-31`;
  return dateOf(dated);
}
