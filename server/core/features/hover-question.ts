/** The hover of a question, a head key or a field: most useful first, never more than a screen. */
import { progressOf } from '../assessment/progress.ts';
import type { Analysis } from '../analysis.ts';
import { bearing } from '../rules/support/dated.ts';
import { describeCondition } from '../templates/conditions.ts';
import { lookup } from '../sources/references.ts';
import { fullText, originOf, type Question } from '../templates/model.ts';
import { termOf } from '../sources/terms.ts';
import { supportOfQuestion } from '../sources/usage.ts';
import { factLine } from './pages-facts.ts';
import { bestExcerpt, excerptQuote, termLine } from './words-sources.ts';
import { answerLine, articleLinks, escaped, isAboutPlace, quoted, ruleLink, rulesAbout } from './words.ts';

/** More points, articles or rules than this are counted, not shown. */
const MOST_POINTS = 6;
const MOST_RULES = 4;
const MOST_QUOTES = 2;
const MOST_FACTS = 2;

/** The question as a bold line: id and text, or the field's text after its key. */
export function title(question: Question): string {
  return `**${escaped(question.id)} ${escaped(fullText(question))}**`;
}

/** All there is to say about a question. `path` is where it stands (`beslutning/dato`), for the rules that look at it. */
export function questionHover(analysis: Analysis, question: Question, path: string): string {
  const { assessment, context } = analysis;
  const { texts, library } = context;
  const { template, index } = assessment;
  const placed = index.questions.get(question.id)?.question === question ? index.questions.get(question.id) : undefined;
  const blocks: string[] = [title(question), answerLine(texts, question, template)];
  // A key that is itself a word of the glossary: «behandlingsansvarlig».
  const term = placed ? undefined : termOf(library.terms, question.id.replaceAll('-', ' '));
  if (term) blocks.push(termLine(term));
  if (question.hidden !== undefined) blocks.push(texts('hidden.hover', { begrunnelse: escaped(question.hidden) }));
  const applies = question.hidden === undefined ? condition(analysis, question) : undefined;
  if (applies) blocks.push(applies);
  blocks.push(...factLines(analysis, path));
  if (question.answeredIn) blocks.push(texts('hover.answered-in', { nøkkel: question.answeredIn.replaceAll('.', ' → ') }));
  if (question.kind.type === 'answers') {
    const { asked, answered } = progressOf(assessment);
    blocks.push(texts('hover.progress', { besvart: answered, antall: asked }));
  }
  if (question.guidance || question.points.length) blocks.push([escaped(question.guidance ?? ''), ...list(analysis, question.points)].filter(Boolean).join('\n'));
  if (question.examples.length) blocks.push([texts('hover.examples'), ...list(analysis, question.examples)].join('\n'));
  const options = question.kind.type === 'one-of' && !question.kind.optionsFrom ? question.kind.options : [];
  if (options.length) blocks.push(list(analysis, options.map((option) => `${option.value}: ${option.text}`)).join('\n'));
  const quotes = question.articles.slice(0, MOST_QUOTES).flatMap((reference) => lookup(library, reference) ?? []);
  for (const article of quotes) blocks.push(`*${escaped(article.title)}*\n${quoted(context, article).join('\n')}`);
  const excerpt = bestExcerpt(library, supportOfQuestion(library, { template: originOf(template), question: question.id }).excerpts.filter((each) => each.source !== 'S4'));
  if (placed && excerpt) blocks.push(excerptQuote(context, excerpt));
  const rest = question.articles.filter((reference) => !quotes.some((article) => article.reference === reference));
  if (rest.length) blocks.push(texts('hover.rests-on', { artikler: articleLinks(rest, texts) }));
  const place = path.replace(/\/\d+/g, '');
  const answered = [...index.questions.values()].filter((each) => each.question.answeredIn?.replaceAll('.', '/') === place);
  const places = [place, ...answered.map((each) => each.question.id)];
  // Rules written as code do not say what they read; the findings that they have here do.
  const codes = new Set(analysis.findings().filter((finding) => [finding.path, ...finding.related.map((each) => each.path)].some((at) => places.includes(at))).map((finding) => finding.code));
  const rules = [...new Set([...library.rules.filter((rule) => isAboutPlace(rule) && codes.has(rule.code)), ...places.flatMap((each) => rulesAbout(library, template, each))])];
  if (rules.length) {
    const links = rules.slice(0, MOST_RULES).map((rule) => `«${ruleLink(rule)}»`);
    blocks.push(texts(rules.length === 1 ? 'hover.triggers-one' : 'hover.triggers', { regler: links.join(', ') + (rules.length > MOST_RULES ? ` ${texts('hover.more', { antall: rules.length - MOST_RULES })}` : '') }));
  }
  const detail = question.detailedIn ? index.sections.get(question.detailedIn)?.section : undefined;
  if (detail) blocks.push(texts('hover.detailed-in', { id: detail.id, tittel: escaped(detail.title) }));
  if (placed) blocks.push(`*${escaped(texts('hover.part', { del: placed.part.id, tittel: placed.section.title }))}*`);
  return blocks.join('\n\n');
}

/** The question in short, for hovering over its answer, with the facts that bear on it. */
export function shortHover(analysis: Analysis, question: Question, path = ''): string {
  return [title(question), answerLine(analysis.context.texts, question, analysis.assessment.template), ...factLines(analysis, path)].join('\n\n');
}

/** The dated facts that bear on an answer, or on a field of it. */
function factLines({ assessment, context }: Analysis, path: string): string[] {
  if (!path) return [];
  const facts = bearing({ assessment, library: context.library, today: context.today }).filter(({ at }) => at === path || at.startsWith(`${path}/`));
  return [...new Set(facts.map(({ fact }) => fact))].slice(0, MOST_FACTS).map((fact) => factLine(context, fact));
}

function condition(analysis: Analysis, question: Question): string | undefined {
  if (!question.condition) return undefined;
  const { texts } = analysis.context;
  const words = describeCondition(question.condition, texts);
  if (analysis.assessment.applies(question)) return words ? texts('hover.applies-when', { vilkår: escaped(words) }) : texts('hover.applies-some');
  return words ? texts('hover.applies-not', { vilkår: escaped(words) }) : texts('hover.applies-not-now');
}

function list(analysis: Analysis, items: readonly string[]): string[] {
  const shown = items.slice(0, MOST_POINTS).map((item) => `- ${escaped(item)}`);
  return items.length > MOST_POINTS ? [...shown, `- ${analysis.context.texts('hover.more', { antall: items.length - MOST_POINTS })}`] : shown;
}
