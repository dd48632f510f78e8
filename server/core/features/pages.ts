/** The pages that the product brings along, as Markdown: one for each rule, article and question. */
import type { Context } from '../library.ts';
import { CONFIG_CODES } from '../config/check.ts';
import { isSuppressibleRule, severityAt, type Rule } from '../rules/model.ts';
import { articlesOf } from '../sources/references.ts';
import { describeCondition } from '../templates/conditions.ts';
import { OWN_CODES } from '../templates/problems.ts';
import { fullText, indexOf, originOf, questionsNamed, STATUSES, type PlacedQuestion, type Template } from '../templates/model.ts';
import { supportOfQuestion, supportOfRule } from '../sources/usage.ts';
import type { CitingFile } from './citations.ts';
import type { Page } from './model.ts';
export { factPage } from './pages-facts.ts';
export { articlePage, excerptPage, lawPage, termPage } from './pages-sources.ts';
import { factPage } from './pages-facts.ts';
import { articlePage, excerptPage, lawPage, supportBlocks, termPage } from './pages-sources.ts';
import { answerLine, dayOf, escaped, questionLink, quoted, ruleLink, rulesAbout } from './words.ts';

/** A whole quotation, however long. */
const WHOLE = 10_000;

/** The page that an address means; with `citing`, an article's or act's page lists the places that refer to it. */
export function pageText(context: Context, { kind, name }: Page, citing?: readonly CitingFile[]): string | undefined {
  switch (kind) {
    case 'regel': return rulePage(context, name);
    case 'artikkel': return articlePage(context, name, citing);
    case 'lov': return lawPage(context, name, citing);
    case 'sporsmal': return questionPage(context, name);
    case 'utdrag': return excerptPage(context, name);
    case 'ord': return termPage(context, name);
    case 'fakta': return factPage(context, name);
  }
}

/** A rule's page by its code; undefined when there is no such rule. */
export function rulePage(context: Context, code: string): string | undefined {
  const { library, texts } = context;
  const rule = library.rules.find((candidate) => candidate.code === code);
  if (!rule) return declaredPage(context, code);
  const blocks = [`# ${escaped(rule.title)}`, `${texts('page.code')}: \`${rule.code}\``];
  blocks.push(`## ${texts('page.says')}`, messagesOf(rule));
  blocks.push(`## ${texts('page.why')}`, escaped(rule.why), `## ${texts('page.todo')}`, escaped(rule.todo));
  const source = rule.quotation && library.sources.find((each) => each.id === rule.quotation!.source);
  if (rule.quotation) blocks.push(`## ${texts('page.quotation')}`, [`> ${escaped(rule.quotation.text)}`, ...(source ? ['>', `> ${escaped(texts('page.source', { tittel: source.title, utgiver: source.publisher, dato: dayOf(source.checked, texts) }))}`] : [])].join('\n'));
  const articles = [...new Set(rule.articles.flatMap((reference) => articlesOf(library, reference)))];
  if (articles.length) blocks.push(`## ${texts('page.articles')}`, ...articles.map((article) => `**${escaped(article.title)}**\n\n${quoted(context, article, WHOLE).join('\n')}`));
  blocks.push(...supportBlocks(context, supportOfRule(library, rule.code)));
  blocks.push(`## ${texts('page.severity')}`, severities(context, rule));
  if (rule.rows.length) blocks.push(`## ${texts('page.catalogue')}`, rule.rows.join(', '));
  blocks.push(`## ${texts('page.suppress')}`);
  if (isSuppressibleRule(rule)) blocks.push(texts('page.suppress-how'), suppression(context, rule));
  else blocks.push(texts('page.not-suppressible'));
  return `${blocks.join('\n\n')}\n`;
}

/** What a finding in vurdert.config.yaml, or in a municipality's own template or rule, means; undefined for any other code. */
function declaredPage({ texts }: Context, code: string): string | undefined {
  const [config, own] = [CONFIG_CODES.find((each) => each === code), OWN_CODES.find((each) => each === code)];
  const words = config ? ([`config.finding.${config}`, `config.finding.${config}.why`, 'config.about'] as const) : own && ([`own.finding.${own}`, `own.finding.${own}.why`, 'own.about'] as const);
  if (!words) return undefined;
  const [title, why, about] = words;
  return `${[`# ${escaped(texts(title))}`, `${texts('page.code')}: \`${code}\``, `## ${texts('page.why')}`, escaped(texts(why)), escaped(texts(about)), `## ${texts('page.suppress')}`, texts('page.not-suppressible')].join('\n\n')}\n`;
}

/** What the rule says, with «…» where the file's own words go. */
function messagesOf(rule: Rule): string {
  const messages = Object.values(rule.messages).map((message) => escaped(message.replace(/\{[^{}]*\}/g, '…')));
  return messages.length === 1 ? messages[0]! : messages.map((message) => `- ${message}`).join('\n');
}

function severities({ texts }: Context, rule: Rule): string {
  if (rule.always) return `- ${texts('page.always', { alvorlighet: texts(`severity.${rule.severity}`).toLowerCase() })}`;
  return STATUSES.map((status) => `- ${texts('page.severity-line', { status: texts(`page.status-${status}`), alvorlighet: texts(`severity.${severityAt(rule, status)}`).toLowerCase() })}`).join('\n');
}

function suppression({ texts }: Context, rule: Rule): string {
  return ['```yaml', 'undertrykk:', `  - funn: ${rule.code}`, ...(rule.at ? [`    på: ${rule.at}`] : []), `    begrunnelse: ${texts('page.suppress-reason')}`, '```'].join('\n');
}

/** A question's page by its id, `plattform-2026/A.1` where several templates have it; by such an id alone, a list of them. */
export function questionPage(context: Context, name: string): string | undefined {
  const { library, texts } = context;
  const named = questionsNamed(library.templates, name);
  const [only] = named;
  if (!only) return undefined;
  if (named.length === 1) return questionText(context, only.template, indexOf(only.template).questions.get(only.question.id)!);
  const lines = named.map(({ template, question }) => `- ${questionLink(library, template, question.id)} ${escaped(fullText(question))} (${escaped(template.title)})`);
  return `# ${escaped(name)}\n\n${texts('page.several', { id: escaped(name) })}\n\n${lines.join('\n')}\n`;
}

function questionText(context: Context, template: Template, { question, part, section }: PlacedQuestion): string {
  const { texts, library } = context;
  const blocks = [`# ${escaped(question.id)} ${escaped(fullText(question))}`, `${escaped(template.title)}, ${escaped(texts('hover.part', { del: part.id, tittel: section.title }))}`, answerLine(texts, question, template)];
  if (question.condition) {
    const words = describeCondition(question.condition, texts);
    blocks.push(words ? texts('hover.applies-when', { vilkår: escaped(words) }) : texts('hover.applies-some'));
  }
  if (question.answeredIn) blocks.push(texts('hover.answered-in', { nøkkel: question.answeredIn.replaceAll('.', ' → ') }));
  if (question.guidance) blocks.push(escaped(question.guidance));
  if (question.points.length) blocks.push(question.points.map((point) => `- ${escaped(point)}`).join('\n'));
  if (question.examples.length) blocks.push(`${texts('hover.examples')}\n\n${question.examples.map((example) => `- ${escaped(example)}`).join('\n')}`);
  const articles = [...new Set(question.articles.flatMap((reference) => articlesOf(library, reference)))];
  if (articles.length) blocks.push(`## ${texts('page.question-articles')}`, ...articles.map((article) => `**${escaped(article.title)}**\n\n${quoted(context, article, WHOLE).join('\n')}`));
  blocks.push(...supportBlocks(context, supportOfQuestion(library, { template: originOf(template), question: question.id })));
  const rules = rulesAbout(library, template, question.id);
  if (rules.length) blocks.push(`## ${texts('page.rules')}`, rules.map((rule) => `- ${ruleLink(rule)} (\`${rule.code}\`)`).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}
