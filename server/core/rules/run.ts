import { entryOf, isBlank, toJson, type Json, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { isRoom, rangeOf, resolve } from '../assessment/paths.ts';
import type { Assessment } from '../assessment/model.ts';
import type { Finding } from '../findings.ts';
import type { Context } from '../library.ts';
import { fill } from '../texts/texts.ts';
import { fullText, type AssessmentKind } from '../templates/model.ts';
import { isPartlyUnread } from './support/broken.ts';
import { isSuppressibleRule, severityAt, type Rule, type RuleContext, type RuleHit } from './model.ts';

export interface RuleInput {
  text: string;
  tree: SyntaxTree;
  assessment: Assessment;
  context: Context;
}

/** Runs every rule that applies, takes out what the file suppresses, and puts the rest in the file's order. */
export function runRules(input: RuleInput): { findings: Finding[]; suppressed: Finding[] } {
  const { assessment, context } = input;
  const ruleContext = contextFor(input);
  const all: Finding[] = [];
  const yielding: Finding[] = [];
  const spoken = new Set<string>();
  // What lacks may stand in the part that YAML could not read: gates wait until it can.
  const unread = isPartlyUnread(input.tree);
  for (const rule of context.library.rules) {
    if (!appliesTo(rule, assessment)) continue;
    if (unread && (rule.group === 'behov' || rule.group === 'port')) continue;
    for (const hit of hitsOf(rule, ruleContext)) {
      (rule.yields ? yielding : all).push(findingOf(rule, hit, ruleContext));
      if (!rule.yields && !hit.aside) for (const path of [hit.at, ...(hit.speaksFor ?? [])]) spoken.add(path);
    }
  }
  all.push(...yielding.filter((finding) => !spoken.has(finding.path)));
  const suppressions = readSuppressions(assessment);
  const findings: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of all) {
    const by = suppressions.find((each) => each.code === finding.code && covers(each.path, finding.path, assessment));
    const silenced = by !== undefined && isSuppressible(context, finding.code);
    if (silenced) by.used = true;
    (silenced ? suppressed : findings).push(finding);
  }
  const unused = context.library.rules.find((rule) => rule.code === 'ubrukt-undertrykkelse');
  for (const each of suppressions) {
    // A code that no rule has is a mistake of its own (undertrykk-ukjent-kode).
    if (each.used || unread || !unused || !context.library.rules.some((rule) => rule.code === each.code)) continue;
    const variant = isSuppressible(context, each.code) ? 'ubrukt' : 'kan-ikke';
    findings.push(findingOf(unused, { at: each.at, variant, params: { kode: each.code }, fixes: [{ kind: 'remove', range: each.range, what: 'undertrykkelsen' }] }, ruleContext));
  }
  findings.sort((a, b) => a.range.start - b.range.start || byCode(a.code, b.code) || byCode(a.path, b.path));
  return { findings, suppressed };
}

/** By code unit: the same order on every machine, and without a collator, which takes long to start. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the rule is for files of this template and kind. */
export function appliesTo(rule: Pick<Rule, 'templates' | 'kinds'>, { template, kind }: { template: { id: string }; kind: AssessmentKind }): boolean {
  return (!rule.templates.length || rule.templates.includes(template.id)) && (!rule.kinds.length || rule.kinds.includes(kind));
}

function contextFor({ text, tree, assessment, context }: RuleInput): RuleContext {
  const explanations = assessment.facts['forklaringer'] as { [id: string]: Json };
  return {
    assessment, text, tree, facts: assessment.facts, today: context.today, library: context.library, texts: context.texts,
    schemaErrors: assessment.root ? context.library.validate(assessment.template.id, toJson(assessment.root)) : [],
    prose(id) {
      const words = explanations[id] ?? assessment.facts[id];
      return typeof words === 'string' ? words : Array.isArray(words) ? words.filter((line) => typeof line === 'string').join('\n') : '';
    },
  };
}

function hitsOf(rule: Rule, context: RuleContext): RuleHit[] {
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
    message: fill(message, hit.params),
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
  const rule = context.library.rules.find((candidate) => candidate.code === code);
  return rule !== undefined && isSuppressibleRule(rule);
}

interface Suppression {
  code: string;
  path: string;
  at: string;
  range: Range;
  used: boolean;
}

/** The suppressions that count: those that give a reason. */
function readSuppressions(assessment: Assessment): Suppression[] {
  const node = assessment.head.get('undertrykk')?.value;
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item, i) => {
    if (item.kind !== 'map' || isBlank(entryOf(item, 'begrunnelse')?.value) || isBlank(entryOf(item, 'funn')?.value)) return [];
    return [{ code: scalarText(entryOf(item, 'funn')?.value), path: scalarText(entryOf(item, 'på')?.value), at: `undertrykk/${i}/funn`, range: item.range, used: false }];
  });
}

const scalarText = (node: SyntaxNode | undefined): string => (node?.kind === 'scalar' && node.value !== null ? String(node.value).trim() : '');

/** A suppression without a place covers the whole file; with one, that answer or section and what lies below it. */
function covers(suppressed: string, path: string, assessment: Assessment): boolean {
  return suppressed === '' || path === suppressed || path.startsWith(`${suppressed}/`) || (path.startsWith(`${suppressed}.`) && isRoom(assessment, suppressed));
}
