/**
 * What rests on a source: derived from what the templates, rules, excerpts, law sections and terms say themselves,
 * so that it is typed in one place only. The index is a pure function of the library, remembered as long as that lives.
 */
import type { Library } from '../library.ts';
import type { Rule } from '../rules/model.ts';
import { articlesOf, indexOf, type PlacedQuestion, type Template } from '../templates/model.ts';
import type { Excerpt, LawSection, QuestionReference, Term } from './model.ts';
import { spread } from './references/lookup.ts';
import { canonical, parseCanonical } from './references/print.ts';

export interface QuestionUse extends PlacedQuestion {
  template: Template;
}

export interface Usage {
  questions: QuestionUse[];
  rules: Rule[];
  excerpts: Excerpt[];
  sections: LawSection[];
  terms: Term[];
  /** Canonical references of the articles and sections that name this one as related. */
  related: string[];
}

/** What bears on one question or rule, apart from the articles that it names itself. */
export interface Support {
  excerpts: Excerpt[];
  sections: LawSection[];
}

interface Index {
  /** By exact reference; a span («art. 12–22») stands under each whole article in it. */
  exact: Map<string, Usage>;
  merged: Map<string, Usage>;
  questions: Map<string, Support>;
  rules: Map<string, Support>;
}

const indexes = new WeakMap<Library, Index>();

/**
 * What rests on an article or a section by its canonical reference, or on anything below it: what names
 * «art. 35 nr. 1» rests on «art. 35» too. What names the reference itself comes first. A span («art. 12–22») is all of
 * its articles together. Empty lists where nothing does.
 */
export function usageOf(library: Library, reference: string): Usage {
  const { exact, merged } = indexFor(library);
  const known = merged.get(reference);
  if (known) return known;
  const usage = emptyUsage();
  const wanted = withoutSpan(reference);
  for (const one of wanted) if (exact.has(one)) add(usage, exact.get(one)!);
  for (const one of wanted) for (const [other, below] of exact) if (isBelow(other, one)) add(usage, below);
  usage.related = usage.related.filter((other) => !wanted.some((one) => other === one || isBelow(other, one)));
  merged.set(reference, usage);
  return usage;
}

/** The guides' words and the law sections that bear on a question of a template. */
export function supportOfQuestion(library: Library, { template, question }: QuestionReference): Support {
  return indexFor(library).questions.get(`${template}/${question}`) ?? { excerpts: [], sections: [] };
}

/** The guides' words and the law sections that bear on a rule. */
export function supportOfRule(library: Library, code: string): Support {
  return indexFor(library).rules.get(code) ?? { excerpts: [], sections: [] };
}

/** «art. 12–22» → «art. 12» … «art. 22»; anything else is itself. */
export function withoutSpan(reference: string): string[] {
  const parts = parseCanonical(reference);
  return parts ? spread(parts).map(canonical) : [reference];
}

/** «art. 35 nr. 1» is below «art. 35», and «kommuneloven § 13-1» below «kommuneloven»; «forvaltningsloven § 13 b» is not below «§ 13». */
export function isBelow(reference: string, above: string): boolean {
  return reference.startsWith(`${above} `) && /^(?:§|nr\.|bokstav|\S+ ledd)/.test(reference.slice(above.length + 1));
}

function indexFor(library: Library): Index {
  const known = indexes.get(library);
  if (known) return known;
  const index: Index = { exact: new Map(), merged: new Map(), questions: new Map(), rules: new Map() };
  const at = (reference: string): Usage[] => withoutSpan(reference).map((one) => valueOf(index.exact, one, emptyUsage));
  for (const template of library.templates) {
    for (const placed of indexOf(template).questions.values()) {
      for (const usage of new Set(articlesOf(placed.question).flatMap(at))) usage.questions.push({ template, ...placed });
    }
  }
  for (const rule of library.rules) for (const usage of new Set(rule.articles.flatMap(at))) usage.rules.push(rule);
  for (const excerpt of library.excerpts) {
    for (const usage of new Set(excerpt.references.flatMap(at))) usage.excerpts.push(excerpt);
    for (const support of supported(index, excerpt)) support.excerpts.push(excerpt);
  }
  for (const section of library.sections.values()) {
    for (const usage of new Set(section.related.flatMap(at))) usage.sections.push(section);
    for (const support of supported(index, section)) support.sections.push(section);
    // A section names its questions and rules itself, where an article is named by them.
    const own = at(section.reference)[0]!;
    for (const { template: id, question } of section.questions) {
      const template = library.templates.find((each) => each.id === id);
      const placed = template && indexOf(template).questions.get(question);
      if (template && placed) own.questions.push({ template, ...placed });
    }
    own.rules.push(...library.rules.filter((rule) => section.rules.includes(rule.code)));
  }
  for (const term of library.terms) if (term.article) for (const usage of at(term.article)) usage.terms.push(term);
  for (const entry of [...library.articles.values(), ...library.sections.values()]) {
    for (const other of entry.related) for (const usage of at(other)) usage.related.push(entry.reference);
  }
  indexes.set(library, index);
  return index;
}

function supported(index: Index, source: Pick<Excerpt, 'questions' | 'rules'>): Support[] {
  const empty = (): Support => ({ excerpts: [], sections: [] });
  return [
    ...source.questions.map(({ template, question }) => valueOf(index.questions, `${template}/${question}`, empty)),
    ...source.rules.map((code) => valueOf(index.rules, code, empty)),
  ];
}

function valueOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (!value) map.set(key, (value = make()));
  return value;
}

function emptyUsage(): Usage {
  return { questions: [], rules: [], excerpts: [], sections: [], terms: [], related: [] };
}

/** Adds what is not there yet. A question is the same when its template and id are. */
function add(target: Usage, more: Usage): void {
  for (const use of more.questions) if (!target.questions.some((each) => each.question === use.question)) target.questions.push(use);
  const lists = ['rules', 'excerpts', 'sections', 'terms', 'related'] as const;
  for (const list of lists) for (const each of more[list]) if (!(target[list] as unknown[]).includes(each)) (target[list] as unknown[]).push(each);
}
