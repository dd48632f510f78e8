/** What is wrong with a template or a rule as written: where, in which words, and what was probably meant. */
import type { Json } from '../syntax/nodes.ts';
import type { Params, TextKey, Texts } from '../texts/texts.ts';

/** The way from a file's top to a value in it: keys, and the numbers of rows. */
export type Path = readonly (string | number)[];

/** What a finding in a template or rule file is about; the codes are explained in docs/egne-maler.md. They are no rules: nothing can be set about them. */
export const OWN_CODES = ['egen-form', 'egen-id', 'egen-vilkar', 'egen-henvisning', 'egen-versjon', 'egen-for-stor', 'egen-ubrukt'] as const;
export type OwnCode = (typeof OWN_CODES)[number];

export interface Problem {
  code: OwnCode;
  at: Path;
  /** The key itself is at fault, not what stands behind it. */
  onKey?: boolean;
  text: TextKey;
  params?: Params;
  /** What is written, and what might have been meant: for «Mente du …?» and a fix. */
  written?: string;
  candidates?: () => Iterable<string>;
  /** What a fix writes in its place, where there is no doubt about it. */
  instead?: string;
  /** The file can be used all the same: nothing but this place is lost. */
  minor?: boolean;
  /** Nothing is wrong: it is only good to know. */
  note?: boolean;
}

/** A problem as the build prints it: the place as a path, then the words. */
export function problemLine(problem: Problem, texts: Texts): string {
  return `${problem.at.join('/')}: ${texts(problem.text, problem.params)}`;
}

/** The value at a path of what was read; undefined where there is none. */
export function valueAt(written: Json | undefined, path: Path): Json | undefined {
  let value = written;
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else if (value !== null && typeof value === 'object') value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}
