/**
 * From a rule as written (YAML read to JSON, checked against schemas/regel.schema.json) to the model, and what a schema
 * cannot see of it. The build loads the product's own rules so, the program a municipality's.
 */
import { conditionProblems, type KnownFacts } from '../templates/conditions.ts';
import type { Known } from '../templates/check.ts';
import { strings, text, type Written } from '../templates/load.ts';
import type { AssessmentKind, Condition } from '../templates/model.ts';
import type { Problem } from '../templates/problems.ts';
import type { Source } from '../sources/model.ts';
import type { Rule, RuleGroup, Severity } from './model.ts';

export const SEVERITIES: { readonly [written: string]: Severity } = { feil: 'error', advarsel: 'warning', informasjon: 'information' };

/** A rule without what is code in it. */
export type DeclaredRule = Omit<Rule, 'check' | 'across'>;

export function loadRule(written: Written): DeclaredRule {
  const message = written['melding'];
  const messages: { [variant: string]: string } = message !== null && typeof message === 'object' && !Array.isArray(message) ? Object.fromEntries(Object.entries(message).map(([variant, words]) => [variant, text(words)])) : { '': text(message) };
  const quotation = written['sitat'] as Written | undefined;
  return {
    code: text(written['kode']),
    title: text(written['tittel']),
    rows: (written['rader'] as number[] | undefined) ?? [],
    group: text(written['gruppe']) as RuleGroup,
    severity: SEVERITIES[text(written['alvorlighet'])] ?? 'warning',
    gate: written['port'] === true,
    always: written['alltid'] === true,
    ...(written['viker'] === true ? { yields: true } : {}),
    ...(written['sist'] === true ? { last: true } : {}),
    templates: strings(written['maler']),
    kinds: strings(written['slag']) as AssessmentKind[],
    articles: strings(written['artikler']),
    ...(quotation ? { quotation: { source: quotation['kilde'] as Source['id'], text: quotation['tekst'] as string } } : {}),
    ...(written['når'] ? { when: written['når'] as Condition } : {}),
    ...(written['på'] === undefined ? {} : { at: String(written['på']) }),
    related: strings(written['relatert']),
    reads: strings(written['leser']),
    messages,
    why: text(written['hvorfor']),
    todo: text(written['gjør']),
  };
}

/** The condition, the articles and the places of a rule: what they name has to be there. `hasCheck`: code decides, or where. */
export function ruleProblems(written: Written, hasCheck: boolean, facts: KnownFacts, known: Known): Problem[] {
  const problems: Problem[] = [];
  if (!written['når'] && !hasCheck) problems.push({ code: 'egen-form', at: [], text: 'own.rule.when' });
  if (written['når'] && !hasCheck && written['på'] === undefined) problems.push({ code: 'egen-form', at: [], text: 'own.rule.at' });
  if (written['når']) problems.push(...conditionProblems(written['når'], facts, ['når']));
  strings(written['artikler']).forEach((reference, i) => {
    if (!known.isArticle(reference)) problems.push({ code: 'egen-henvisning', at: ['artikler', i], text: 'own.article.unknown', params: { henvisning: reference }, written: reference, candidates: () => known.articles(), minor: true });
  });
  const place = (value: unknown, at: Problem['at']): void => {
    const id = typeof value === 'string' ? value.split('/')[0]! : '';
    if (id && !facts.has(id)) problems.push({ code: 'egen-vilkar', at, text: 'own.condition.fact', params: { navn: id }, written: id, candidates: () => facts.names() });
  };
  place(written['på'], ['på']);
  for (const key of ['relatert', 'leser']) strings(written[key]).forEach((each, i) => place(each, [key, i]));
  return problems;
}
