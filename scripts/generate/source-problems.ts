/** What is wrong in the source library, as sentences that name the file and the place; see sources.ts. */
import { articlesOf, indexOf, type Template } from '../../server/core/templates/model.ts';
import type { DeclaredRule } from './compile.ts';
import { withoutSpan } from '../../server/core/sources/usage.ts';
import type { SourceLibrary } from './sources.ts';

/** A quotation is a sentence or two: what is longer is not read. */
export const LONGEST_QUOTATION = 450;

export interface Declarations {
  templates: Template[];
  rules: DeclaredRule[];
}

/** Everything that is quoted, with a name that stays: what the fingerprints and the check against the sources go by. */
export function quotationsOf({ articles, excerpts }: Pick<SourceLibrary, 'articles' | 'excerpts'>, { templates, rules }: Declarations): { id: string; source: string; text: string }[] {
  const found = articles.map((article) => ({ id: article.reference, source: 'GDPR', text: article.quotation }));
  for (const rule of rules) if (rule.quotation) found.push({ id: `regel ${rule.code}`, source: rule.quotation.source, text: rule.quotation.text });
  for (const template of templates) {
    for (const { section } of indexOf(template).sections.values()) if (section.quotation && template.source) found.push({ id: `${template.id} ${section.id}`, source: template.source, text: section.quotation.text });
  }
  return [...found, ...excerpts.map((excerpt) => ({ id: excerpt.id, source: excerpt.source, text: excerpt.text }))];
}

/** Duplicates, dangling references, entries that nothing uses, quotations that are too long, fields that lack. */
export function sourceProblems(library: SourceLibrary, declared: Declarations): string[] {
  return [...missing(library), ...twice(library), ...dangling(library, declared), ...unused(library, declared), ...lengths(library, declared)].map((problem) => `schemas/sources: ${problem}`);
}

function missing({ articles, laws, sections, excerpts, terms }: SourceLibrary): string[] {
  const problems: string[] = [];
  for (const article of articles) if (!article.title || !article.quotation || !article.explanation) problems.push(`«${article.reference}» trenger tittel, sitat og forklaring`);
  for (const law of laws) if (!law.title || !law.explanation || !law.checked || !law.reviewBy) problems.push(`«${law.name}» trenger tittel, forklaring, sist-kontrollert og gjennomgås`);
  for (const section of sections) if (!section.title || !section.explanation) problems.push(`«${section.reference}» trenger tittel og forklaring`);
  for (const excerpt of excerpts) if (!excerpt.id || !excerpt.text || !excerpt.topics.length) problems.push(`utdraget «${excerpt.id}» trenger id, sitat og tema`);
  for (const term of terms) if (!term.word || !term.definition) problems.push(`ordet «${term.word}» trenger definisjon`);
  return problems;
}

function twice({ articles, laws, sections, sources, excerpts, terms }: SourceLibrary): string[] {
  const names: [string, string[]][] = [
    ['henvisningen', [...articles, ...sections].map((entry) => entry.reference)],
    ['lovens navn', laws.flatMap((law) => [law.name.toLowerCase(), ...law.aliases])],
    ['kilden', sources.map((source) => source.id)],
    ['utdraget', excerpts.map((excerpt) => excerpt.id)],
    ['sitatet', excerpts.map((excerpt) => excerpt.text)],
    ['ordet', terms.flatMap((term) => [term.word.toLowerCase(), ...term.forms])],
  ];
  const problems = names.flatMap(([kind, all]) => all.filter((name, i) => all.indexOf(name) !== i).map((name) => `${kind} «${name}» står to ganger`));
  for (const name of [...laws.flatMap((law) => law.aliases), ...terms.flatMap((term) => term.forms)]) if (name !== name.toLowerCase()) problems.push(`«${name}» skal stå med små bokstaver`);
  return problems;
}

function dangling({ articles, laws, sections, sources, excerpts, terms }: SourceLibrary, { rules }: Declarations): string[] {
  const references = new Set([...articles, ...sections].map((entry) => entry.reference));
  const acts = new Set(laws.map((law) => law.name));
  const codes = new Set(rules.map((rule) => rule.code));
  const ids = new Set<string>(sources.map((source) => source.id));
  const problems: string[] = [];
  const check = (name: string, used: readonly string[], known: Set<string>, what: string): void => {
    for (const each of used) if (!known.has(each)) problems.push(`${name}: ${what} «${each}» finnes ikke`);
  };
  for (const entry of [...articles, ...sections]) check(entry.reference, entry.related, references, 'beslektet');
  for (const entry of [...sections, ...laws]) if (entry.repealed) check('reference' in entry ? entry.reference : entry.name, entry.repealed.replacedBy, new Set([...acts, ...references]), 'erstattet-av');
  for (const law of laws) check(law.name, law.replaces ? [law.replaces] : [], acts, 'erstatter');
  for (const section of sections) check(section.reference, section.rules, codes, 'regelen');
  for (const excerpt of excerpts) {
    check(excerpt.id, [excerpt.source], ids, 'kilden');
    check(excerpt.id, excerpt.rules, codes, 'regelen');
    check(excerpt.id, excerpt.references, references, 'henviser-til');
  }
  for (const term of terms) check(term.word, term.article ? [term.article] : [], references, 'artikkelen');
  return problems;
}

/** Every article and section is used by a template, a rule, an excerpt, a term or another entry, or says why not. */
function unused(library: SourceLibrary, { templates, rules }: Declarations): string[] {
  const { articles, laws, sections, excerpts, terms, unusedBecause } = library;
  const used = new Set([
    ...templates.flatMap((template) => [
      ...template.notes.flatMap((note) => note.articles),
      ...template.head.flatMap((field) => field.articles),
      ...[...indexOf(template).questions.values()].flatMap(({ question }) => articlesOf(question)),
      ...[...indexOf(template).sections.values()].flatMap(({ section }) => [...section.notes.flatMap((note) => note.articles), ...(section.quotation ? [section.quotation.place] : [])]),
    ]),
    ...rules.flatMap((rule) => rule.articles),
    ...excerpts.flatMap((excerpt) => excerpt.references),
    ...terms.flatMap((term) => term.article ?? []),
    ...[...sections, ...laws].flatMap((entry) => entry.repealed?.replacedBy ?? []),
    ...[...articles, ...sections].flatMap((entry) => entry.related.filter((other) => other !== entry.reference)),
    ...sections.filter((section) => section.questions.length || section.rules.length).map((section) => section.reference),
  ].flatMap(withoutSpan));
  const problems: string[] = [];
  for (const { reference } of [...articles, ...sections]) {
    if (!used.has(reference) && !unusedBecause.has(reference)) problems.push(`ingenting viser til «${reference}»; bruk den, eller skriv ubrukt-fordi`);
    if (used.has(reference) && unusedBecause.has(reference)) problems.push(`«${reference}» er i bruk; ta bort ubrukt-fordi`);
  }
  return problems;
}

function lengths(library: SourceLibrary, declared: Declarations): string[] {
  return quotationsOf(library, declared).filter(({ text }) => text.length > LONGEST_QUOTATION).map(({ id, text }) => `sitatet i «${id}» er ${text.length} tegn; det skal være høyst ${LONGEST_QUOTATION}`);
}
