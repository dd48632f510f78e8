/** The pages on articles, acts, excerpts and terms, as Markdown. */
import type { Context } from '../library.ts';
import { articlesOf, lawOf, lookup, sectionsOf } from '../sources/references.ts';
import { termOf } from '../sources/terms.ts';
import { usageOf, type Support } from '../sources/usage.ts';
import type { Article } from '../sources/model.ts';
import { fullText } from '../templates/model.ts';
import type { CitingFile } from './citations.ts';
import { citationsIn } from './find-references.ts';
import { excerptQuote, lawBlocks, lawNotes, sourceLink, termLine } from './words-sources.ts';
import { dayOf, escaped, questionLink, quoted, ruleLink, shortened } from './words.ts';

/** A whole quotation, however long. */
const WHOLE = 10_000;
/** More places than this are for the editor's own list of references. */
const MOST_PLACES = 50;

/** An article's page by its canonical reference («art. 12–22» too); the nearest less specific where it is not held. */
export function articlePage(context: Context, reference: string, citing?: readonly CitingFile[]): string | undefined {
  const articles = articlesOf(context.library, reference.trim());
  if (!articles.length) return undefined;
  return `${articles.map((article) => articleText(context, article, citing)).join('\n\n')}\n`;
}

function articleText(context: Context, article: Article, citing: readonly CitingFile[] | undefined): string {
  const blocks = [`# ${escaped(article.reference)} ${escaped(article.title)}`, quoted(context, article, WHOLE).join('\n'), escaped(article.explanation)];
  const law = context.library.sources.find((source) => source.id === 'GDPR');
  const links = Object.entries(law?.links ?? {}).map(([name, link]) => `- [${escaped(LINK_NAMES[name] ?? name)}](${link})`);
  if (links.length) blocks.push(`## ${context.texts('page.links')}`, links.join('\n'));
  return [...blocks, ...usageBlocks(context, article.reference, article.related), ...placeBlocks(context, article.reference, citing)].join('\n\n');
}

const LINK_NAMES: { [name: string]: string } = { lovdata: 'Lovdata', 'eur-lex': 'EUR-Lex' };

/** The page of an act («barnevernsloven») or of its sections («barnevernsloven § 13-2», «folkehelseloven §§ 4–5»). */
export function lawPage(context: Context, reference: string, citing?: readonly CitingFile[]): string | undefined {
  const { library, texts } = context;
  const name = reference.trim();
  const law = lawOf(library, name);
  if (!law) return undefined;
  const sections = name === law.name ? [] : sectionsOf(library, name);
  if (sections.length) {
    return `${sections.map((section) => {
      const blocks = lawBlocks(context, law, section, name).slice(1);
      return [`# ${escaped(section.reference)} ${escaped(section.title)}`, ...blocks, `${sourceLink(law.name)} · ${lawNotes(context, law)}`, ...usageBlocks(context, section.reference, section.related), ...placeBlocks(context, section.reference, citing)].join('\n\n');
    }).join('\n\n')}\n`;
  }
  const blocks = [`# ${escaped(name)}`, texts('page.law-name', { tittel: escaped(law.title) }), ...lawBlocks(context, law, undefined, name).slice(1)];
  if (law.inForce && !law.repealed) blocks.push(texts('page.in-force', { dato: dayOf(law.inForce, texts) }));
  blocks.push(lawNotes(context, law));
  const own = [...library.sections.values()].filter((section) => section.law === law.name && section.section);
  if (own.length) blocks.push(`## ${texts('page.law-sections')}`, own.map((section) => `- ${sourceLink(section.reference)} ${escaped(section.title)}`).join('\n'));
  return `${[...blocks, ...usageBlocks(context, name, []), ...placeBlocks(context, name, citing)].join('\n\n')}\n`;
}

/** What rests on a source: related articles and sections, questions, rules, terms, and what the guides say. */
function usageBlocks(context: Context, reference: string, related: readonly string[]): string[] {
  const { library, texts } = context;
  const usage = usageOf(library, reference);
  const blocks: string[] = [];
  const others = [...new Set([...related, ...usage.sections.map((section) => section.reference), ...usage.related])].filter((other) => other !== reference);
  if (others.length) blocks.push(`## ${texts('page.related')}`, others.map((other) => `- ${sourceLink(other)} ${escaped(lookup(library, other)?.title ?? library.sections.get(other)?.title ?? '')}`.trimEnd()).join('\n'));
  const users = [...new Set([...usage.questions.map(({ template, question }) => `${questionLink(library, template, question.id)} ${escaped(fullText(question))}`), ...usage.rules.map(ruleLink)])];
  if (users.length) blocks.push(`## ${texts('page.used-by')}`, users.map((user) => `- ${user}`).join('\n'));
  if (usage.terms.length) blocks.push(`## ${texts('page.terms')}`, usage.terms.map((term) => `- ${termLine(term)}`).join('\n'));
  if (usage.excerpts.length) blocks.push(`## ${texts('page.excerpts')}`, ...usage.excerpts.map((excerpt) => excerptQuote(context, excerpt, WHOLE)));
  return blocks;
}

/** What the guides and the law say on a question or a rule. */
export function supportBlocks(context: Context, { excerpts, sections }: Support): string[] {
  const { texts } = context;
  const blocks: string[] = [];
  if (excerpts.length) blocks.push(`## ${texts('page.excerpts')}`, ...excerpts.map((excerpt) => excerptQuote(context, excerpt, WHOLE)));
  if (sections.length) blocks.push(`## ${texts('page.law')}`, sections.map((section) => `- ${sourceLink(section.reference)} ${escaped(section.title)}`).join('\n'));
  return blocks;
}

/**
 * Every place in the workspace that refers to a source, in words: VS Code's Markdown preview follows no link to a file
 * by its address. Find all references goes to them. Nothing where no editor asks.
 */
function placeBlocks({ library, texts }: Context, reference: string, citing: readonly CitingFile[] | undefined): string[] {
  if (!citing) return [];
  const found = citationsIn(library, citing, reference);
  if (!found.length) return [`## ${texts('page.places')}`, texts('page.places-none')];
  const lines = found.slice(0, MOST_PLACES).map(({ file, at, reference: written, range }) => {
    const line = file.lines.lineAt(range.start);
    const words = file.lineText ? shortened(file.lineText(line), 120) : `${at}: ${written}`;
    return `- ${texts('page.place', { fil: escaped(file.name), linje: line + 1, utdrag: escaped(words) })}`;
  });
  if (found.length > MOST_PLACES) lines.push(`- ${texts('hover.more', { antall: found.length - MOST_PLACES })}`);
  return [`## ${texts('page.places')}`, lines.join('\n')];
}

/** The page of a guide's excerpt by its id. */
export function excerptPage(context: Context, id: string): string | undefined {
  const { library, texts } = context;
  const excerpt = library.excerpts.find((each) => each.id === id);
  const source = excerpt && library.sources.find((each) => each.id === excerpt.source);
  if (!excerpt || !source) return undefined;
  const blocks = [`# ${escaped(source.publisher)}: ${escaped(source.title)}`, excerptQuote(context, excerpt, WHOLE), texts('page.topics', { tema: escaped(excerpt.topics.join(', ')) }), texts('page.source', { tittel: escaped(source.title), utgiver: escaped(source.publisher), dato: dayOf(source.checked, texts) })];
  const links = Object.entries(source.links).map(([name, link]) => `- [${escaped(name)}](${link})`);
  if (links.length) blocks.push(`## ${texts('page.links')}`, links.join('\n'));
  if (excerpt.references.length) blocks.push(`## ${texts('page.related')}`, excerpt.references.map((reference) => `- ${sourceLink(reference)}`).join('\n'));
  const users = [...excerpt.questions.flatMap(({ template: id, question }) => {
    const template = library.templates.find((each) => each.id === id);
    return template ? [questionLink(library, template, question)] : [];
  }), ...library.rules.filter((rule) => excerpt.rules.includes(rule.code)).map(ruleLink)];
  if (users.length) blocks.push(`## ${texts('page.used-by')}`, users.map((user) => `- ${user}`).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

/** The page of a term by any of its forms. */
export function termPage(context: Context, word: string): string | undefined {
  const { library, texts } = context;
  const term = termOf(library.terms, word);
  if (!term) return undefined;
  const article = term.article ? lookup(library, term.article) : undefined;
  const blocks = [`# ${escaped(term.word)}`, escaped(term.definition)];
  if (article) blocks.push(`## ${texts('page.articles')}`, `**${escaped(article.title)}**`, quoted(context, article, WHOLE).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}
