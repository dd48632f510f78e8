/** Verdicts as people write them, and text left standing that is no answer. */
import { NOT_RELEVANT } from '../templates/model.ts';

const SPELLINGS: Record<string, string[]> = {
  ja: ['ja', 'yes', 'true', 'y', 'j', 'sann', 'jepp'],
  nei: ['nei', 'no', 'false', 'n', 'usann', 'ikkje'],
  delvis: ['delvis', 'partly', 'partially', 'til dels', 'tildels'],
  [NOT_RELEVANT]: [NOT_RELEVANT, 'ikke-relevant', 'ikke aktuelt', 'ikke aktuell', 'ikkje relevant', 'n/a', 'na', 'not relevant', 'not applicable', 'irrelevant'],
};
const CANONICAL = new Map(Object.entries(SPELLINGS).flatMap(([canonical, spellings]) => spellings.map((spelling) => [spelling, canonical] as const)));

/** The verdict that a value means, `ja` for «JA», «Ja.», «yes» and true; undefined when it means none. */
export function verdictOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  if (typeof value !== 'string') return undefined;
  return CANONICAL.get(value.trim().toLowerCase().replace(/[.!]+$/, ''));
}

/** «Ja. Kartlegger …» → verdict and explanation; undefined where the text does not begin with a verdict. */
export function splitVerdict(value: unknown): { verdict: string; explanation: string } | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^\s*(ja|nei|delvis|ikke relevant)\s*(?:[.,:;–-]\s*|\n)(\S[\s\S]*)$/i.exec(value) ?? /^\s*(ja|nei|delvis)\s+(\S[\s\S]*)$/i.exec(value);
  return match ? { verdict: match[1]!.toLowerCase(), explanation: match[2]!.trim() } : undefined;
}

/** What the product writes where the author has to: never an answer. */
export const PLACEHOLDER = '«fyll ut»';
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^(«fyll ut[^»]*»|todo|tbd|xxx+|\.\.\.|…|\?+)$/i.test(value.trim());
}

/** Text without what does not matter when two texts are compared: case, white space, punctuation. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-zA-ZÀ-ɏ\d]+/g, ' ').trim();
}

/** `path/to/field` one level up or down. */
export function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}/${key}`;
}
