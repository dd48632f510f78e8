/**
 * Reads the source library (schemas/sources/) and checks it. Reading comes before the templates and rules, which name
 * articles; the checks come after, for the library names questions and rules.
 */
import { indexOf, type Template } from '../../server/core/templates/model.ts';
import { reviewDateOf } from '../../server/core/sources/age.ts';
import type { Article, DatedFact, Excerpt, Law, LawSection, QuestionReference, Repeal, Source, SourceId, Term } from '../../server/core/sources/model.ts';
import { readFacts } from './facts.ts';
import type { Language } from '../../server/core/texts/language.ts';
import type { Written } from './read.ts';
import { readIn } from './translations.ts';

export interface SourceLibrary {
  articles: Article[];
  laws: Law[];
  sections: LawSection[];
  sources: Source[];
  excerpts: Excerpt[];
  terms: Term[];
  datedFacts: DatedFact[];
  /** Why an article or section that nothing refers to is held all the same, by reference. */
  unusedBecause: Map<string, string>;
}

/** Reads the library. What is missing is reported by sourceProblems, or here where nothing could be made of it. */
export function readSources(problems: string[], language: Language = 'nb'): SourceLibrary {
  const read = (name: string): Written => readIn(`schemas/sources/${name}.yaml`, language);
  const [regulation, guides, acts] = [read('personvernforordningen'), read('veiledere'), read('lover')];
  const unusedBecause = new Map<string, string>();
  const held = (reference: string, written: Written): void => {
    if (written['ubrukt-fordi']) unusedBecause.set(reference, text(written['ubrukt-fordi']));
  };
  const articles = list(regulation['artikler']).map((written): Article => {
    held(written['ref'], written);
    return { reference: written['ref'], title: written['tittel'], quotation: text(written['sitat']), explanation: text(written['forklaring']), related: written['beslektet'] ?? [] };
  });
  const laws = list(acts['lover']).map((written) => readLaw(written, acts));
  const sections = list(acts['lover']).flatMap((act) => list(act['paragrafer']).map((written): LawSection => {
    const reference = `${act['lov']} § ${written['nr']}`;
    held(reference, written);
    return {
      reference, law: act['lov'], section: String(written['nr']), title: text(written['tittel']), explanation: text(written['forklaring']),
      ...optional('repealed', readRepeal(written['opphevet'])), ...optional('uncertain', text(written['usikker'])),
      related: written['beslektet'] ?? [], questions: questionsOf(written), rules: written['regler'] ?? [],
    };
  }));
  const excerpts = list(guides['utdrag']).map((written): Excerpt => ({
    id: written['id'], source: written['kilde'], text: text(written['sitat']), topics: written['tema'] ?? [],
    questions: questionsOf(written), rules: written['regler'] ?? [], references: written['henviser-til'] ?? [],
  }));
  const terms = list(read('ordliste')['ord']).map((written): Term => ({
    word: written['ord'], forms: written['former'] ?? [], definition: text(written['definisjon']), ...optional('article', written['artikkel'] as string | undefined),
  }));
  const sources = [regulation, ...list(guides['kilder'])].map((written) => readSource(written, problems));
  const datedFacts = readFacts(read('fakta'), problems);
  return { articles, laws, sections, sources, excerpts, terms, datedFacts, unusedBecause };
}

function readSource(written: Written, problems: string[]): Source {
  const dated = written['datert'] as string | undefined;
  const reviewBy = written['gjennomgås'] ?? (dated && reviewDateOf(dated));
  if (!reviewBy) problems.push(`schemas/sources, kilde ${written['kilde']}: skriv gjennomgås, eller datert som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD`);
  return {
    id: written['kilde'] as SourceId, title: written['tittel'], publisher: written['utgiver'], ...optional('dated', dated), ...optional('dating', text(written['datering'])),
    checked: written['sist-kontrollert'], reviewBy: reviewBy ?? '', links: written['lenker'] ?? {},
  };
}

function readLaw(written: Written, file: Written): Law {
  return {
    name: written['lov'], title: written['tittel'], ...optional('id', written['id'] as string | undefined), aliases: written['kalles'] ?? [],
    ...optional('inForce', written['i-kraft'] as string | undefined), ...optional('link', written['lenke'] as string | undefined), explanation: text(written['forklaring']),
    ...optional('repealed', readRepeal(written['opphevet'])), ...optional('replaces', written['erstatter'] as string | undefined), ...optional('uncertain', text(written['usikker'])),
    checked: written['sist-kontrollert'] ?? file['sist-kontrollert'], reviewBy: written['gjennomgås'] ?? file['gjennomgås'],
  };
}

function readRepeal(written: Written | undefined): Repeal | undefined {
  return written && { ...optional('on', written['dato'] as string | undefined), replacedBy: written['erstattet-av'] ?? [], ...optional('note', text(written['merknad'])) };
}

/** «IV.2.1» or «plattform/1.2»; the template of a bare id is found by resolveQuestions. */
function questionsOf(written: Written): QuestionReference[] {
  return list(written['sporsmal']).map((id) => {
    const [template, question] = String(id).includes('/') ? String(id).split('/') : ['', String(id)];
    return { template: template!, question: question! };
  });
}

/** Fills in which template each question belongs to; problems where none has it, or more than one. */
export function resolveQuestions(library: SourceLibrary, templates: Template[], problems: string[]): void {
  for (const { name, questions } of [...library.excerpts.map((each) => ({ name: each.id, questions: each.questions })), ...library.sections.map((each) => ({ name: each.reference, questions: each.questions }))]) {
    for (const reference of questions) {
      const holders = templates.filter((template) => (!reference.template || template.id === reference.template) && indexOf(template).questions.has(reference.question));
      if (!holders.length) problems.push(`schemas/sources, ${name}: spørsmålet «${reference.question}» finnes ikke i ${reference.template || 'noen mal'}`);
      else if (holders.length > 1) problems.push(`schemas/sources, ${name}: spørsmålet «${reference.question}» finnes i flere maler; skriv «mal/${reference.question}»`);
      else reference.template = holders[0]!.id;
    }
  }
}

const list = (value: unknown): Written[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [name in Key]?: Value } {
  return (value ? { [key]: value } : {}) as { [name in Key]?: Value };
}
