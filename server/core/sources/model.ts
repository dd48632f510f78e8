/** The source library as the product holds it: articles, Norwegian law, guides, quotations and terms (schemas/sources/). */

/** S0 … S4 for the guides, GDPR for the regulation. */
export type SourceId = 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'GDPR';

export interface Source {
  id: SourceId;
  title: string;
  publisher: string;
  /** The date or version that the source gives itself: YYYY, YYYY-MM or YYYY-MM-DD. */
  dated?: string;
  /** What the source says about its own date, where that needs words. */
  dating?: string;
  /** The day its text was last checked, YYYY-MM-DD. */
  checked: string;
  /** From this day on its age is worth showing (see sources/age.ts), YYYY-MM-DD. */
  reviewBy: string;
  links: { [name: string]: string };
}

export interface Article {
  /** In canonical form: «art. 35 nr. 3 bokstav a». */
  reference: string;
  title: string;
  /** Word for word from the source. */
  quotation: string;
  /** In our own words. */
  explanation: string;
  related: string[];
}

/** A Norwegian act. The product holds no words of it: an explanation in our own words, and a link. */
export interface Law {
  /** The short name that references are written with: «barnevernsloven», «barnevernloven av 1992». */
  name: string;
  /** The act's full title. */
  title: string;
  /** Lovdata's name of it: «LOV-2021-06-18-97». */
  id?: string;
  /** Other names that people write («barnevernslova», «lov om barnevern»), in lower case; none stands for two acts. */
  aliases: string[];
  /** YYYY-MM-DD. */
  inForce?: string;
  /** The act at Lovdata. */
  link?: string;
  explanation: string;
  repealed?: Repeal;
  /** The act that it replaced, by short name. */
  replaces?: string;
  /** What we could not confirm of the act itself, in words for the reader. */
  uncertain?: string;
  checked: string;
  reviewBy: string;
}

export interface Repeal {
  /** The first day that it was no longer in force, YYYY-MM-DD. */
  on?: string;
  /** What came instead: short names of acts, or sections («barnevernsloven § 6-2»), the most precise that is known. */
  replacedBy: string[];
  /** What the reader has to know about the change. */
  note?: string;
}

/** A section of an act, or (without a number) the act as a whole. */
export interface LawSection {
  /** In canonical form: «barnevernsloven § 13-2». */
  reference: string;
  /** The act's short name: the key of Library.laws. */
  law: string;
  /** «13-2». */
  section: string;
  title: string;
  /** In our own words. */
  explanation: string;
  repealed?: Repeal;
  /** What we could not confirm, in words for the reader. */
  uncertain?: string;
  /** Articles and sections worth reading together with it. */
  related: string[];
  questions: QuestionReference[];
  /** Codes. */
  rules: string[];
}

/** A question of a template that a source bears on. */
export interface QuestionReference {
  template: string;
  question: string;
}

/** A short quotation from a guide, and what it carries. */
export interface Excerpt {
  id: string;
  source: SourceId;
  /** Word for word; in correct Norwegian where the guide was read by OCR (S1). */
  text: string;
  /** Keywords: «plattform», «overføring» … */
  topics: string[];
  questions: QuestionReference[];
  /** Codes. */
  rules: string[];
  /** Articles and sections that it bears on. */
  references: string[];
}

/** A word that means something particular in this field. */
export interface Term {
  word: string;
  /** Inflected forms and abbreviations to match, in lower case, without the word itself; none stands for two terms. */
  forms: string[];
  /** One sentence in our own words. */
  definition: string;
  /** Where the regulation defines or rules it. */
  article?: string;
}

/** A fact that changes over time (schemas/sources/fakta.yaml): what is claimed, its value, and how sure that is. */
export interface DatedFact {
  /** ASCII, kebab-case: «usa-data-privacy-framework». */
  id: string;
  /** In our own words. */
  claim: string;
  value: FactValue;
  /** What the claim holds for, where it does not hold for everything. */
  scope?: string;
  /** What came before, and what goes on. */
  background?: string;
  source: { title: string; publisher: string; link: string };
  /** Why we could not confirm it; a confirmed fact has none. */
  uncertain?: string;
  /** What the doubt rests on, where that is another source than the claim's. */
  doubtSource?: DatedFact['source'];
  /** The date of the source, or of what it tells: YYYY, YYYY-MM or YYYY-MM-DD. */
  dated?: string;
  checked: string;
  /** After this day the fact is itself a finding where something rests on it. */
  reviewBy: string;
  /** Canonical references. */
  articles: string[];
}

export interface Country {
  name: string;
  /** Other spellings, in lower case. */
  aliases: string[];
}

export type FactValue =
  | { kind: 'eea'; countries: Country[] }
  /** A decision after art. 45: for all recipients, some kinds of organisation, or those on a list only; and its last day. */
  | { kind: 'adequacy'; country: Country; covers: 'all' | 'some' | 'certified'; until?: string }
  /** Countries that are neither in the EEA nor on the list: held so that they are recognised in text. */
  | { kind: 'no-decision'; countries: Country[] }
  | { kind: 'consent-age'; age: number; proposed?: number }
  /** Without an age: none is known. */
  | { kind: 'age-limit'; platform: string; aliases: string[]; age?: number };
