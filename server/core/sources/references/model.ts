/** What a reference to law is, taken apart; and what the parser finds. */
import type { Range } from '../../syntax/nodes.ts';

/** «art. 35 nr. 3 bokstav a», «barnevernsloven § 13-2 første ledd»: one place, or a span of places at its last level. */
export interface Reference {
  /** The act's short name; undefined for the regulation. */
  act?: string | undefined;
  /** Article or section: «35», «13-2», «13 a»; '' for an act as a whole. */
  number: string;
  /** «nr. 3». */
  paragraph?: number | undefined;
  /** «første», «annet» … ledd. */
  sub?: string | undefined;
  letter?: string | undefined;
  /** The span's end at its last level: «22» of «art. 12–22», «f» of «bokstav a–f». */
  upTo?: string | undefined;
}

export interface FoundReference {
  /** In the text that was searched; the first of a list takes «GDPR art.» with it, or the act's name. */
  range: Range;
  /** Where the reference itself begins, behind «GDPR». */
  start: number;
  kind: 'gdpr' | 'law';
  /** Canonical: «art. 35 nr. 3 bokstav a», «art. 12–22». Whether the library has it is another question. */
  reference: string;
  parts: Reference;
  /** The ends of a span, canonical. */
  span?: { from: string; to: string };
  /** Stands in a list behind another: «og 14», «og j». The words that introduce it are the first one's. */
  continued: boolean;
}

/** An act as references name it: what the parser has to know of one (Library.laws has more). */
export interface LawName {
  /** The short name that references are written with: «barnevernsloven», «arkivlova av 1992». */
  name: string;
  /** Other names that people write, in lower case; none stands for two acts. */
  aliases: readonly string[];
  /** «4-24» (chapter and number) or «13»; undefined where we do not know. */
  numbering?: 'chapters' | 'through' | undefined;
  /** No longer in force. */
  repealed?: unknown;
}

/** The regulation's last article. */
export const LAST_ARTICLE = 99;
