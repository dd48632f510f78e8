/** The words that a reader sees for the values of the files, which are the same in all languages: «ja», «høy». */
import type { TextKey, Texts } from './texts.ts';

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

/** What is to be typed, with its meaning where the language has another word: «ja (yes)». */
export function glossed(value: string, texts: Texts): string {
  const meaning = valueInside(value, texts);
  return meaning === value ? value : `${value} (${meaning})`;
}

/** How a decision is told of: its value in the file, and the key of what a reader sees. */
export const OUTCOMES = { godkjent: 'report.outcome.approved', betinget: 'report.outcome.conditional', 'ikke godkjent': 'report.outcome.rejected' } as const satisfies { [outcome: string]: TextKey };

/** «betinget» → «betinget godkjent», «approved on conditions», inside a sentence; what is no decision stands as it is written. */
export function outcomeInside(outcome: string, texts: Texts): string {
  return Object.hasOwn(OUTCOMES, outcome) ? texts(OUTCOMES[outcome as keyof typeof OUTCOMES]).toLocaleLowerCase('nb') : outcome;
}
