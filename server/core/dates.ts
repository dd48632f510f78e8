/** Dates as the files write them, YYYY-MM-DD. They compare as text. */

/** Whether a date that is written right is a day of the calendar. */
export function isRealDate(date: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** The date that «1.3.2026», «01/03/2026» or «2026-3-1» means (day before month); undefined for anything else. */
export function dateFrom(written: string): string | undefined {
  const norwegian = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(written.trim());
  const reversed = /^(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})/.exec(written.trim());
  const [year, month, day] = norwegian ? [norwegian[3]!, norwegian[2]!, norwegian[1]!] : reversed ? [reversed[1]!, reversed[2]!, reversed[3]!] : [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(date) ? date : undefined;
}

/** A date out of the facts; undefined while there is none, or none that exists. */
export function dateOf(value: unknown): string | undefined {
  return typeof value === 'string' && isRealDate(value) ? value : undefined;
}
