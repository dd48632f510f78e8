/** The languages that the product speaks. The keys and values of the files are the same in all of them. */
export type Language = 'nb' | 'nn' | 'en';
export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en'];

/** The language that a setting, an option or a file's `språk` names; undefined for anything else. */
export function languageNamed(value: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}

/**
 * The language of what we say: the one that is chosen; for `auto` the program's own where that is Norwegian, then the
 * repository's (`configured`), then bokmål. A program in English does not mean a reader of English (most Norwegians have
 * one): English is chosen, never guessed.
 */
export function languageOfMessages(chosen: unknown, locale: string | undefined, configured?: Language): Language {
  const [, program] = /^(nn|nb|no)(?:[-_.@]|$)/i.exec(locale ?? '') ?? [];
  return languageNamed(chosen) ?? (program ? (program.toLowerCase() === 'nn' ? 'nn' : 'nb') : (configured ?? 'nb'));
}
