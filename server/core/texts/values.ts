/** The words that a reader sees for the values of the files, which are the same in all languages: «ja», «høy». */
import type { Texts } from './texts.ts';

const KNOWN = ['ja', 'nei', 'delvis', 'usikker', 'ikke relevant', 'lav', 'middels', 'høy', 'planlagt', 'pågår', 'gjennomført'] as const;

/** «ja» → «Ja», «Yes»; a value that no language has a word for stands as it is written. */
export function valueWord(value: string, texts: Texts): string {
  const known = KNOWN.find((each) => each === value);
  return known ? texts(`value.${known}`) : value.charAt(0).toLocaleUpperCase('nb') + value.slice(1);
}

/** The same inside a sentence: «høy», «high». */
export function valueInside(value: string, texts: Texts): string {
  const known = KNOWN.find((each) => each === value);
  return known ? texts(`value.${known}`).toLocaleLowerCase('nb') : value;
}
