import type { Analysis } from '../analysis.ts';
import { locate, resolve, type Location } from '../assessment/paths.ts';
import { risksOf, scoreOf, type RiskScore } from '../assessment/risk.ts';
import { articlesOf } from '../sources/references.ts';
import { touches, type Range } from '../syntax/nodes.ts';
import type { Hover } from './model.ts';
import { questionHover, shortHover, title } from './hover-question.ts';
import { articleAt } from './references-at.ts';
import { escaped, quoted, ruleLink } from './words.ts';

/** More articles than this in a span («art. 12–22») are named, not quoted. */
const MOST_QUOTED = 2;

/**
 * What is known about the place at an offset, as Markdown; undefined where nothing is. Works from the tree, so a
 * comment has no hover.
 */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const location = locate(analysis.assessment, offset);
  if (!location) return undefined;
  return articleHover(analysis, location, offset) ?? specialHover(analysis, location, offset) ?? placeHover(analysis, location);
}

/** On a reference in somebody's text: what the article says. */
function articleHover(analysis: Analysis, location: Location, offset: number): Hover | undefined {
  const found = articleAt(analysis.text, location.node, offset);
  if (!found) return undefined;
  const articles = articlesOf(analysis.context.library, found.reference);
  if (!articles.length) return undefined;
  if (articles.length > MOST_QUOTED) {
    return { range: found.range, markdown: [`**${escaped(found.reference)}**`, articles.map((article) => `- ${escaped(article.reference)} ${escaped(article.title)}`).join('\n')].join('\n\n') };
  }
  const blocks = articles.flatMap((article) => [`**${escaped(article.reference)} ${escaped(article.title)}**`, quoted(analysis.context, article, 420).join('\n'), escaped(article.explanation)]);
  return { range: found.range, markdown: blocks.join('\n\n') };
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
    const blocks = [title(question), ...(step ? [`${step.value}: ${escaped(step.text)}`] : []), ...(score ? [texts(score.after ? 'hover.risk-after' : 'hover.risk-before', { tall: score.score, nivå: escaped(score.level), s: score.likelihood, k: score.consequence })] : [])];
    return { range: node.range, markdown: blocks.join('\n\n') };
  }
  if (path.startsWith('kriterier/')) {
    const criterion = assessment.template.criteria.find((each) => each.number === node.value);
    return criterion && { range: node.range, markdown: `**${texts('hover.criterion', { nr: criterion.number })}**\n\n${escaped(criterion.text)}` };
  }
  if (/^undertrykk\/\d+\/funn$/.test(path)) {
    const rule = context.library.rules.find((each) => each.code === node.value);
    return rule && { range: node.range, markdown: `**${ruleLink(rule)}**\n\n${escaped(rule.why)}\n\n**${texts('hover.todo')}:** ${escaped(rule.todo)}` };
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
  return { range, markdown: shortHover(analysis, question) };
}
