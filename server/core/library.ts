/** Everything that is known before a file is opened; the build compiles it (server/generated/), tests make their own. */
import type { Json } from './syntax/nodes.ts';
import type { SharedHead } from './templates/load.ts';
import type { AssessmentKind, Condition, Template } from './templates/model.ts';
import type { Facts, Rule } from './rules/model.ts';
import type { Article, DatedFact, Excerpt, Law, LawSection, Source, Term } from './sources/model.ts';
import type { Structure } from './sources/references/structure.ts';
import type { Configuration } from './config/model.ts';
import type { Surroundings } from './across/model.ts';
import type { Language } from './texts/language.ts';
import type { Texts } from './texts/texts.ts';

/** One error of a validator, as Ajv reports it. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

export interface Library {
  /** The language of its words; bokmål where it does not say. */
  language?: Language;
  /** The same in another language, made when somebody first asks; what has no translation is bokmål. Left out: there is only this one. */
  in?(language: Language): Library;
  /** The first template of a kind is the one for new files. */
  templates: Template[];
  /** The head that templates share, and the lists of options: municipalities' own are loaded with them (own/). */
  head: SharedHead;
  /** Earlier versions of municipalities' own templates: what an older file was answered under. */
  earlier?: Template[];
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
  /** Checks a file's plain value against its template's schema; an empty list is a clean file. `version`: of a template that has earlier ones. */
  validate(templateId: string, value: Json, version?: string): SchemaError[];
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
  /** The language that a file is read in, whatever it says of its own. */
  readIn?: Language;
  /** What the repository's configuration and the user's settings say together; left out where neither says anything. */
  configuration?: Configuration;
  /** The other assessments, where the face knows them: rules over several files need them. */
  surroundings?: Surroundings;
}

/** The library in a language, as far as it knows it. */
export function libraryIn(library: Library, language: Language): Library {
  return language === (library.language ?? 'nb') ? library : (library.in?.(language) ?? library);
}

/** The same context in another language: library and texts. */
export function contextIn(context: Context, language: Language): Context {
  return { ...context, library: libraryIn(context.library, language), texts: context.texts.in(language) };
}
/** The language of a file that does not say: its configuration's, or bokmål. */
export const languageOfNew = ({ configuration }: Pick<Context, 'configuration'>): Language => configuration?.language ?? 'nb';

/**
 * A library made of another, alike in every language: `change` is asked once for each that somebody wants. It gives a
 * new object, or the one that it was given where nothing is to be changed.
 */
export function derived(base: Library, change: (of: Library) => Library): Library {
  const made = new Map<Language, Library>();
  const spoken = (language: Language): Library => {
    const known = made.get(language);
    if (known) return known;
    const own = libraryIn(base, language);
    const changed = change(own);
    const result = changed === own ? own : Object.assign(changed, { in: spoken });
    made.set(language, result);
    return result;
  };
  return spoken(base.language ?? 'nb');
}

/** The template that a file names, in the version that it names where that is kept; the kind's first where there is none. */
export function templateFor(library: Library, kind: AssessmentKind, id: string | undefined, version?: string): Template | undefined {
  const earlier = version === undefined ? undefined : library.earlier?.find((template) => template.id === id && template.kind === kind && template.version === version);
  return earlier ?? library.templates.find((template) => template.id === id && template.kind === kind) ?? library.templates.find((template) => template.kind === kind);
}
