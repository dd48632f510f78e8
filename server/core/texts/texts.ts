/** The catalogue of user texts, in the language that a reader has chosen. */
import type { Language } from './language.ts';
import { nb, type TextKey } from './nb.ts';
import { readTexts as en } from './en.ts';
import { readTexts as nn } from './nn.ts';

/** The catalogue of one language. Rules and templates bring their own texts; everything else stands in nb.ts. */
export interface Texts {
  /** The text of a key, its {holes} filled. */
  (key: TextKey, params?: Params): string;
  readonly language: Language;
  /** The same catalogue in another language. */
  in(language: Language): Texts;
  /** «a», «a og b», «a, b og c». */
  and(items: readonly string[]): string;
  /** «a», «a eller b», «a, b eller c». */
  or(items: readonly string[]): string;
}
export type { TextKey };
/** A catalogue file in another language: the keys of bokmål's, every one. */
export type Translated<Source> = { readonly [key in keyof Source]: string };

/** What goes into a hole: words, or several that are listed as the language lists them: «a, b og c», or with «eller». */
export type Param = string | number | readonly string[] | Several;
/** Several words: to choose among, as `or` says, or each in quotation marks. */
export type Several = { or: readonly string[] } | { quoted: readonly string[]; or?: boolean };
export type Params = { [hole: string]: Param };

/** What goes into the holes, in words. */
export function worded(params: Params | undefined, texts: Texts): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params ?? {}).map(([hole, param]) => [hole, typeof param === 'string' || typeof param === 'number' ? param : severalIn(param, texts)]));
}

function severalIn(param: readonly string[] | Several, texts: Texts): string {
  if (isList(param)) return texts.and(param);
  if (!('quoted' in param)) return texts.or(param.or);
  const quoted = param.quoted.map((each) => texts('list.quoted', { ord: each }));
  return param.or ? texts.or(quoted) : texts.and(quoted);
}
const isList = (param: readonly string[] | Several): param is readonly string[] => Array.isArray(param);

export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(/\{([^{}]+)\}/g, (hole, name: string) => (name in params ? String(params[name]) : hole));
}

/** The texts of a language: of what it lacks, bokmål's. The catalogue is read when the first text is asked for. */
export function textsIn(language: Language): Texts {
  return made[language];
}

function textsOf(language: Language, read: () => { readonly [key in TextKey]?: string }): Texts {
  let catalogue: ReturnType<typeof read> | undefined;
  const say = (key: TextKey, params?: Params): string => fill((catalogue ??= read())[key] ?? nb[key], params && worded(params, texts));
  const texts: Texts = Object.assign(say, {
    language, in: textsIn,
    and: (items: readonly string[]): string => listed(items, say('list.and')),
    or: (items: readonly string[]): string => listed(items, say('list.or')),
  });
  return texts;
}

const made: { readonly [language in Language]: Texts } = { nb: textsOf('nb', () => nb), nn: textsOf('nn', nn), en: textsOf('en', en) };

export const bokmål: Texts = made.nb;

function listed(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
