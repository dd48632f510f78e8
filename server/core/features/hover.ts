import type { Analysis } from '../analysis.ts';
import { locate, resolve, type Location } from '../assessment/paths.ts';
import { risksOf, scoreOf, type RiskScore } from '../assessment/risk.ts';
import { articlesOf, lawOf, pageUri, sectionsOf } from '../sources/references.ts';
import { termAt } from '../sources/terms.ts';
import { supportOfRule } from '../sources/usage.ts';
import { touches, type Range } from '../syntax/nodes.ts';
import type { Hover } from './model.ts';
import { linkHover } from './hover-link.ts';
import { questionHover, shortHover, title } from './hover-question.ts';
import { referenceAt } from './references-at.ts';
import { escaped, quoted, ruleLink } from './words.ts';
import { bestExcerpt, excerptQuote, lawBlocks, lawNotes, termLine } from './words-sources.ts';
import { valueInside } from '../texts/values.ts';

/** More articles than this in a span («art. 12–22») are named, not quoted. */
const MOST_QUOTED = 2;

export interface HoverOptions {
  /** Explain the glossary's words also in running text (the setting `vurdert.ordliste.iTekst`). */
  termsInText?: boolean;
}

/**
 * What is known about the place at an offset, as Markdown; undefined where nothing is. Works from the tree, so a
 * comment has no hover.
 */
export function hover(analysis: Analysis, offset: number, { termsInText = false }: HoverOptions = {}): Hover | undefined {
  const location = locate(analysis.assessment, offset);
  if (!location) return undefined;
  return referenceHover(analysis, location, offset)
    ?? linkHover(analysis, offset)
    ?? specialHover(analysis, location, offset)
    ?? (termsInText ? termHover(analysis, location, offset) : undefined)
    ?? placeHover(analysis, location);
}

/** On a reference in somebody's text: what the article says, or what the act is about. */
function referenceHover(analysis: Analysis, location: Location, offset: number): Hover | undefined {
  const found = referenceAt(analysis, location.node, offset);
  if (!found) return undefined;
  if (found.kind === 'law') {
    const markdown = lawMarkdown(analysis, found.reference);
    return markdown === undefined ? undefined : { range: found.range, markdown };
  }
  const articles = articlesOf(analysis.context.library, found.reference);
  if (!articles.length) return undefined;
  if (articles.length > MOST_QUOTED) {
    return { range: found.range, markdown: [`**${escaped(found.reference)}**`, articles.map((article) => `- ${escaped(article.reference)} ${escaped(article.title)}`).join('\n')].join('\n\n') };
  }
  const blocks = articles.flatMap((article) => [`**${escaped(article.reference)} ${escaped(article.title)}**`, quoted(analysis.context, article, 420).join('\n'), escaped(article.explanation)]);
  return { range: found.range, markdown: blocks.join('\n\n') };
}

function lawMarkdown({ context }: Analysis, reference: string): string | undefined {
  const { library, texts } = context;
  const law = lawOf(library, reference);
  if (!law) return undefined;
  const sections = sectionsOf(library, reference);
  const shown = sections.length ? sections.slice(0, MOST_QUOTED) : [undefined];
  const blocks = shown.flatMap((section) => lawBlocks(context, law, section, reference));
  if (sections.length > shown.length) blocks.push(texts('hover.more', { antall: sections.length - shown.length }));
  blocks.push(`[${escaped(texts('hover.law-page', { sted: reference }))}](${pageUri('lov', reference)}) · ${lawNotes(context, law)}`);
  return blocks.join('\n\n');
}

/** On a word of the glossary in running text. */
function termHover({ text, context }: Analysis, { node, part }: Location, offset: number): Hover | undefined {
  if (part !== 'value' || node.kind !== 'scalar' || typeof node.value !== 'string' || !touches(node.range, offset)) return undefined;
  const found = termAt(context.library.terms, text, node.range, offset);
  return found && { range: found.range, markdown: termLine(found.term) };
}

/** The values that mean something by number or code: levels, criteria, rule codes. */
function specialHover(analysis: Analysis, location: Location, offset: number): Hover | undefined {
  const { node, question, path } = location;
  if (location.part !== 'value' || node.kind !== 'scalar' || !touches(node.range, offset)) return undefined;
  const { assessment, context } = analysis;
  const { texts } = context;
  if (question?.kind.type === 'level') {
    const step = assessment.template.risk.scales[question.kind.scale]?.find((each) => each.value === node.value);
    const score = riskAt(analysis, path);
    const blocks = [title(question), ...(step ? [`${step.value}: ${escaped(step.text)}`] : []), ...(score ? [texts(score.after ? 'hover.risk-after' : 'hover.risk-before', { tall: score.score, nivå: escaped(valueInside(score.level, texts)), s: score.likelihood, k: score.consequence })] : [])];
    return { range: node.range, markdown: blocks.join('\n\n') };
  }
  if (path.startsWith('kriterier/')) {
    const criterion = assessment.template.criteria.find((each) => each.number === node.value);
    return criterion && { range: node.range, markdown: `**${texts('hover.criterion', { nr: criterion.number })}**\n\n${escaped(criterion.text)}` };
  }
  if (/^undertrykk\/\d+\/funn$/.test(path)) {
    const rule = context.library.rules.find((each) => each.code === node.value);
    const excerpt = rule && bestExcerpt(context.library, supportOfRule(context.library, rule.code).excerpts);
    return rule && { range: node.range, markdown: [`**${ruleLink(rule)}**`, escaped(rule.why), `**${texts('hover.todo')}:** ${escaped(rule.todo)}`, ...(excerpt ? [excerptQuote(context, excerpt)] : [])].join('\n\n') };
  }
  return undefined;
}

/** The risk that a level is part of: `risikoer/0/konsekvens`, `risikoer/0/restrisiko/konsekvens`. */
function riskAt(analysis: Analysis, path: string): (RiskScore & { after: boolean }) | undefined {
  const { assessment } = analysis;
  const row = /^risikoer\/(\d+)\/(restrisiko\/)?/.exec(path);
  const after = Boolean(row?.[2]);
  let score: RiskScore | undefined;
  if (row) {
    const scored = risksOf(assessment.template.risk, assessment.facts)[Number(row[1])];
    score = after ? scored?.after : scored?.before;
  } else {
    const parent = resolve(assessment, path.split('/').slice(0, -1).join('/')).node;
    const number = (key: string): number | undefined => {
      const value = parent?.kind === 'map' ? parent.entries.find((entry) => entry.key === key)?.value : undefined;
      return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
    };
    score = scoreOf(assessment.template.risk, number('sannsynlighet'), number('konsekvens'));
  }
  return score && { ...score, after };
}

/** On a key: everything about the question. On its answer: the question in short. */
function placeHover(analysis: Analysis, location: Location): Hover | undefined {
  const { question, entry, part, node, path, wrapperKey } = location;
  if (!question || !entry) return undefined;
  if (part === 'key') {
    // On «forklaring» the author wants to know when one is asked for, which the short form says.
    return { range: entry.keyRange, markdown: wrapperKey ? shortHover(analysis, question) : questionHover(analysis, question, path) };
  }
  if (node.kind !== 'scalar' || node.range.end === node.range.start) return undefined;
  const range: Range = node.range;
  return { range, markdown: shortHover(analysis, question, path) };
}
