import { toJson, type Json } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { rangeOf, resolve } from '../assessment/paths.ts';
import type { Assessment } from '../assessment/model.ts';
import type { Finding } from '../findings.ts';
import type { Context } from '../library.ts';
import { fill, worded } from '../texts/texts.ts';
import { fullText, type AssessmentKind } from '../templates/model.ts';
import { isPartlyUnread } from './support/broken.ts';
import { covers, suppressionsOf, type Suppression } from '../assessment/suppressions.ts';
import { isSuppressibleRule, severityAt, type Rule, type RuleContext, type RuleHit } from './model.ts';

export interface RuleInput {
  text: string;
  tree: SyntaxTree;
  assessment: Assessment;
  context: Context;
}

/**
 * Runs every rule that applies, takes out what the file suppresses, and puts the rest in the file's order. Severities are
 * the rules' own: the configuration grades afterwards (rules/severity.ts), so that another grading needs no other run.
 */
export function runRules(input: RuleInput): { findings: Finding[]; suppressed: Finding[] } {
  const { assessment, context } = input;
  const ruleContext = contextFor(input);
  const all: Finding[] = [];
  const yielding: { finding: Finding; speaksFor: string[] }[] = [];
  const spoken = new Set<string>();
  const spokenFor = new Set<string>();
  // What lacks may stand in the part that YAML could not read: gates wait until it can.
  const unread = isPartlyUnread(input.tree);
  const applying = context.library.rules.filter((rule) => appliesTo(rule, assessment) && !(unread && (rule.group === 'behov' || rule.group === 'port')));
  const see = (rule: Rule, seen: RuleContext): void => {
    for (const hit of hitsOf(rule, seen)) {
      if (isNotAsked(hit.at, assessment)) continue;
      const finding = findingOf(rule, hit, seen);
      if (rule.yields) yielding.push({ finding, speaksFor: hit.speaksFor ?? [] });
      else all.push(finding);
      if (!rule.yields && !hit.aside) spoken.add(hit.at);
      if (!rule.yields && !hit.aside) for (const path of hit.speaksFor ?? []) spokenFor.add(path);
    }
  };
  const isSpoken = (path: string): boolean => spoken.has(path) || spokenFor.has(path);
  for (const rule of applying) if (!rule.last) see(rule, ruleContext);
  const settled = new Set(spokenFor);
  for (const { finding, speaksFor } of yielding) if (!isSpoken(finding.path)) for (const path of speaksFor) settled.add(path);
  for (const rule of applying) if (rule.last) see(rule, { ...ruleContext, spokenFor: settled });
  all.push(...yielding.flatMap(({ finding }) => (isSpoken(finding.path) ? [] : [finding])));
  // A code that no rule has is a mistake of its own (undertrykk-ukjent-kode); rules over several files see to theirs.
  const { findings, suppressed, unused } = setAside(all, suppressionsOf(assessment).filter(({ code }) => ruleOf(context, code)?.across === undefined), context);
  const rule = unread ? undefined : ruleOf(context, UNUSED);
  if (rule) for (const each of unused) if (ruleOf(context, each.code)) findings.push(findingOf(rule, hitOfUnused(each, context), ruleContext));
  return { findings: findings.sort(inFileOrder), suppressed };
}

/** The rule on suppressions that silence nothing. */
export const UNUSED = 'ubrukt-undertrykkelse';

export function ruleOf({ library }: Pick<Context, 'library'>, code: string): Rule | undefined {
  return library.rules.find((rule) => rule.code === code);
}

/** Parts the findings into those that stand and those that the file suppresses, and names the suppressions that silence none. */
export function setAside(all: Finding[], suppressions: Suppression[], context: Context): { findings: Finding[]; suppressed: Finding[]; unused: Suppression[] } {
  const findings: Finding[] = [];
  const suppressed: Finding[] = [];
  const used = new Set<Suppression>();
  for (const finding of all) {
    const by = isSuppressible(context, finding.code) ? suppressions.find((each) => covers(each, finding.code, finding.path)) : undefined;
    if (by) used.add(by);
    (by ? suppressed : findings).push(finding);
  }
  return { findings, suppressed, unused: suppressions.filter((each) => !used.has(each)) };
}

/** What is reported on a suppression that silences nothing. */
export function hitOfUnused({ at, code, range }: Suppression, context: Context): RuleHit {
  return { at, variant: isSuppressible(context, code) ? 'ubrukt' : 'kan-ikke', params: { kode: code }, fixes: [{ kind: 'remove', range, what: context.texts('fix.what-suppression') }] };
}

/** By place, then by code and path, by code unit: the same order on every machine, and no collator, which takes long to start. */
export function inFileOrder(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || byCode(a.code, b.code) || byCode(a.path, b.path);
}
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the rule is for files of this template and kind. */
export function appliesTo(rule: Pick<Rule, 'templates' | 'kinds'>, { template, kind }: { template: { id: string }; kind: AssessmentKind }): boolean {
  return (!rule.templates.length || rule.templates.includes(template.id)) && (!rule.kinds.length || rule.kinds.includes(kind));
}

/** Nothing lacks where the template hides a question, and nobody has answered it. */
function isNotAsked(path: string, { index, answers }: Assessment): boolean {
  const id = path.split('/')[0]!;
  return index.questions.get(id)?.question.hidden !== undefined && !answers.has(id);
}

function contextFor({ text, tree, assessment, context }: RuleInput): RuleContext {
  const explanations = assessment.facts['forklaringer'] as { [id: string]: Json };
  return {
    assessment, text, tree, spokenFor: new Set(), facts: assessment.facts, today: context.today, roles: context.configuration?.roles ?? [], library: context.library, texts: context.texts,
    schemaErrors: assessment.root ? context.library.validate(assessment.template.id, toJson(assessment.root), assessment.template.version) : [],
    prose(id) {
      const words = explanations[id] ?? assessment.facts[id];
      return typeof words === 'string' ? words : Array.isArray(words) ? words.filter((line) => typeof line === 'string').join('\n') : '';
    },
  };
}

function hitsOf(rule: Rule, context: RuleContext): RuleHit[] {
  if (rule.across) return [];
  if (rule.when && !context.library.holds(rule.when, context.facts)) return [];
  if (rule.check) return rule.check(context);
  return rule.when ? [{ at: rule.at ?? '' }] : [];
}

function findingOf(rule: Rule, hit: RuleHit, context: RuleContext): Finding {
  const { assessment } = context;
  const message = rule.messages[hit.variant ?? ''] ?? Object.values(rule.messages)[0] ?? rule.title;
  return {
    code: rule.code,
    severity: severityAt(rule, assessment.status),
    message: fill(message, worded(hit.params, context.texts)),
    range: hit.range ?? rangeOf(assessment, hit.at),
    path: hit.at,
    related: (hit.related ?? rule.related).filter((path) => path !== hit.at && resolve(assessment, path).found).map((path) => ({ path, range: rangeOf(assessment, path), message: describe(assessment, path) })),
    fixes: hit.fixes ?? [],
  };
}

/** «II.4.4 Skal opplysningene brukes til å profilere den registrerte? – nei» */
function describe(assessment: Assessment, path: string): string {
  const { question } = resolve(assessment, path);
  const value = assessment.facts[path];
  const words = question ? `${path} ${fullText(question)}` : path;
  return typeof value === 'string' && value.length <= 60 ? `${words} – ${value}` : words;
}

/** Whether a finding of this code may be suppressed in the file. */
export function isSuppressible(context: Context, code: string): boolean {
  const rule = ruleOf(context, code);
  return rule !== undefined && isSuppressibleRule(rule);
}
