// What `import … from 'vurdert'` gives and takes. Published word for word (scripts/declarations.mjs), so it imports nothing.

/** What an assessment is: the file's `vurdering`. */
export type AssessmentKind = 'dpia' | 'ip' | 'plm' | 'plattform' | 'behandlingsoversikt';
/** The file's `status`. A finding weighs less in a draft. */
export type Status = 'utkast' | 'til-vurdering' | 'besluttet';
export type Severity = 'error' | 'warning' | 'information';
export type Language = 'nb' | 'nn' | 'en';
/** `public`: without what the file marks as not for the public (`sladd`). */
export type Edition = 'internal' | 'public';

/** An assessment: its YAML, or a file on the disk. */
export type Source = string | { path: string };
/** Texts by path, with `/` between folders: `{ 'skole/visma.ip.yaml': '…' }`. */
export type Files = { readonly [path: string]: string };

export interface Options {
  /** The language of messages; bokmål when left out. A report is in the language of its file. */
  language?: Language;
  /** The day that dates are compared with, as YYYY-MM-DD; today when left out. With it, the same input gives the same output. */
  today?: string;
}

export interface SourceOptions extends Options {
  /** For a text: what its file is called (`skole/visma.ip.yaml`). The name tells the kind where `vurdering` lacks. */
  fileName?: string;
  /** For a text: the files around it, by path. What it links to is found here, and so are own templates and rules. */
  files?: Files;
  /** For a text: the text of a vurdert.config.yaml that holds for it. */
  configuration?: string;
  /** For a file: a folder that nothing outside of is read, links followed. Left out: the file's repository is read. */
  within?: string;
}

/** Both from 1; columns in UTF-16 code units, as editors count. */
export interface Place {
  line: number;
  column: number;
}

export interface Finding {
  /** The rule's stable code (`ja-utloser-dpia`); look it up with `lookUp`. */
  code: string;
  severity: Severity;
  /** What is wrong and what to do. */
  message: string;
  /** The question, head key or path that it is about; '' is the file. */
  at: string;
  start: Place;
  end: Place;
  /** Other places that it is about; `file` where that is another file. */
  related: { file?: string; at: string; message: string; start: Place }[];
}

export interface FileResult {
  file: string;
  kind: AssessmentKind;
  /** The template's id: `e-helse-2018`. */
  template: string;
  status: Status;
  /** '' for one without. */
  title: string;
  /** In the file's order. None of them says whether a processing is lawful, and neither does their absence. */
  findings: Finding[];
  /** What the file suppresses, with its reason. */
  suppressed: (Finding & { reason: string })[];
}

/** A vurdert.config.yaml, or a template or rule of your own. */
export interface DeclarationResult {
  file: string;
  kind: 'konfigurasjon' | 'mal' | 'regel';
  findings: Finding[];
}

export interface CheckResult {
  /** The assessments among the files; others are passed over. */
  files: FileResult[];
  /** The configurations, own templates and own rules that something is wrong in; those in order are left out. */
  declarations: DeclarationResult[];
  /** What could not be read, and why. */
  problems: { file: string; reason: string; message: string }[];
}

export type RenderFormat = 'html' | 'markdown' | 'json' | 'docx';

export interface RenderOptions extends SourceOptions {
  /** html when left out: a document of its own that loads nothing. */
  format?: RenderFormat;
  /** internal when left out. */
  edition?: Edition;
}

export interface DiffOptions extends SourceOptions {
  /** markdown when left out. */
  format?: 'html' | 'markdown' | 'json';
  /** internal when left out. */
  edition?: Edition;
  /** What the two versions are called in the text. */
  labels?: { before: string; after: string };
}

export interface Difference {
  text: string;
  /** The two read the same. */
  same: boolean;
}

/** missing: there is no key. blank, placeholder («fyll ut»), template-text: the key is there, without an answer. */
export type MissingState = 'missing' | 'blank' | 'placeholder' | 'template-text';

export interface Missing {
  file: string;
  /** Of the questions that the template asks this file. */
  progress: { asked: number; answered: number };
  /** In the template's order; '' is the file's head. */
  sections: { id: string; title: string; questions: { id: string; text: string; state: MissingState; answeredIn?: string }[] }[];
}

/** What is known of a code, reference, question or term; or the names that come nearest. */
export type LookedUp = { markdown: string } | { near: string[] };
