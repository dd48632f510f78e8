/** Everything that is known before a file is opened; the build compiles it (server/generated/), tests make their own. */
import type { Json } from './syntax/nodes.ts';
import type { AssessmentKind, Condition, Template } from './templates/model.ts';
import type { Facts, Rule } from './rules/model.ts';
import type { Article, DatedFact, Excerpt, Law, LawSection, Source, Term } from './sources/model.ts';
import type { Structure } from './sources/references/structure.ts';
import type { Surroundings } from './across/model.ts';
import type { Texts } from './texts/texts.ts';

/** One error of a validator, as Ajv reports it. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

export interface Library {
  /** The first template of a kind is the one for new files. */
  templates: Template[];
  rules: Rule[];
  /** By canonical reference: «art. 35 nr. 1». */
  articles: Map<string, Article>;
  /** Norwegian acts by short name: «barnevernsloven». */
  laws: Map<string, Law>;
  /** Their sections by canonical reference: «barnevernsloven § 13-2». */
  sections: Map<string, LawSection>;
  /** Which articles, numbers and letters the regulation has. */
  structure: Structure;
  sources: Source[];
  excerpts: Excerpt[];
  terms: Term[];
  /** Facts that change over time: countries, ages. Looked up by sources/facts.ts. */
  datedFacts: DatedFact[];
  /** Checks a file's plain value against its template's schema; an empty list is a clean file. */
  validate(templateId: string, value: Json): SchemaError[];
  /** Whether a condition holds for these facts. */
  holds(condition: Condition, facts: Facts): boolean;
  /** The snippets that completion offers in our files. */
  snippets: Snippet[];
}

export interface Snippet {
  name: string;
  prefix: string;
  description: string;
  body: string;
  /** Where it may be offered: at the top of an empty file, among the head's keys, or among the answers. */
  scope: 'file' | 'head' | 'answers';
  /** The kinds of assessment that it is offered in, which for a file is the one it makes; empty means all. */
  kinds: AssessmentKind[];
}

/** What every feature is given beside the document: never read from outside, so the core stays pure. */
export interface Context {
  library: Library;
  texts: Texts;
  /** YYYY-MM-DD. */
  today: string;
  /** The other assessments, where the face knows them: rules over several files need them. */
  surroundings?: Surroundings;
}

export function templateFor(library: Library, kind: AssessmentKind, id: string | undefined): Template | undefined {
  return library.templates.find((template) => template.id === id && template.kind === kind) ?? library.templates.find((template) => template.kind === kind);
}
