/**
 * What a version of a file keeps from the public, as places and as words: for what is made of more than that one
 * version (a comparison, the change log), where the same words may stand without a mark.
 */
import { toJson, type Json } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import { rows, textOf } from './facts.ts';
import type { Assessment } from './model.ts';
import { resolve } from './paths.ts';
import { PASSAGE } from './redaction.ts';

export interface Secrets {
  /** Whole values by path (`II.1.p3`, `risikoer/0/kilde`), whether or not this version has them. */
  places: { path: string; ground: string }[];
  words: { text: string; ground: string }[];
}

/** What stands in the place of something kept back; the report shows it in black (report/redaction.ts). */
export const redacted = (ground: string): string => `«sladdet: ${ground.replaceAll(/[«»]/g, '').replaceAll(/\s+/g, ' ').trim()}»`;
export const isRedacted = (value: unknown): boolean => typeof value === 'string' && /^«sladdet: [^»]*»$/.test(value);

/** What the file marks. `text` is the file's own: a passage may stand in a comment, too. */
export function secretsOf(assessment: Assessment, text: string): Secrets {
  const places = rows(assessment.facts['sladd']).flatMap((row) => {
    const path = canonical(assessment, textOf(row['på']));
    return path ? [{ path, ground: textOf(row['hjemmel']) }] : [];
  });
  const whole = places.flatMap(({ path, ground }) => {
    const { node, found, question } = resolve(assessment, path);
    return found && node ? prosesOf(question, toJson(node)).flatMap(sentences).map((each) => ({ text: each, ground })) : [];
  });
  const values = assessment.root ? leaves(toJson(assessment.root)) : [];
  const passages = [text, ...values].flatMap((each) => [...each.matchAll(PASSAGE)].map((match) => ({ text: match[1]!, ground: match[2]! })));
  return { places, words: [...whole, ...passages] };
}

/** A question that is answered in the head lies where its answer does. */
function canonical({ index }: Assessment, path: string): string {
  const [first = '', ...rest] = path.split('/');
  return [index.questions.get(first)?.question.answeredIn?.replaceAll('.', '/') ?? first, ...rest].join('/');
}

/** What somebody wrote in their own words; a verdict or an option says nothing away from its question. */
function prosesOf(question: Question | undefined, value: Json): string[] {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return [];
  const kind = question?.kind;
  if (typeof value === 'string') return kind && ['yes-no', 'one-of', 'some-of', 'date', 'number', 'level'].includes(kind.type) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((each) => prosesOf(question, each));
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === 'forklaring' || key === 'begrunnelse') return leaves(each);
    const field = kind?.type === 'group' ? kind.fields.find(({ id }) => id === key) : undefined;
    return prosesOf(field ?? (kind?.type === 'group' && kind.forEach ? question : key === 'svar' ? question : undefined), each);
  });
}

function leaves(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
}

/** The same words may be wrapped, or stand in another company, elsewhere. */
const sentences = (text: string): string[] => text.replace(PASSAGE, '$1').split(/\r?\n\s*\r?\n|(?<=[.!?:;])\s+/);

/** What parts words: white space, and the signs that Markdown emphasises with. */
const GAP = String.raw`[\s*_~\u0060]+`;

/** A reader of text that shows nothing of these secrets, wherever the words stand and however they are wrapped. */
export function hiding(secrets: readonly Secrets[]): (text: string) => string {
  const grounds = new Map<string, string>();
  for (const { text, ground } of secrets.flatMap(({ words }) => words)) {
    const words = text.split(new RegExp(GAP, 'u')).filter(Boolean);
    const key = words.join(' ').toLocaleLowerCase('nb');
    // A whole answer's single letters would black out half of what is public.
    if (/[\p{L}\p{N}]{2}/u.test(key) && !grounds.has(key)) grounds.set(key, ground);
  }
  const keys = [...grounds.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const patterns = keys.map((key) => {
    const inner = key.split(' ').map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join(GAP);
    return key.length < 4 ? String.raw`(?<![\p{L}\p{N}])${inner}(?![\p{L}\p{N}])` : inner;
  });
  const found = patterns.length ? new RegExp(['«sladdet: [^»]*»', ...patterns].join('|'), 'giu') : undefined;
  return (text) => {
    const unmarked = text.replace(PASSAGE, (_, __, ground: string) => redacted(ground));
    return found ? unmarked.replace(found, (match) => (isRedacted(match) ? match : redacted(grounds.get(match.split(new RegExp(GAP, 'u')).join(' ').toLocaleLowerCase('nb')) ?? ''))) : unmarked;
  };
}
