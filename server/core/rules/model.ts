/** What a rule is: data (rule.yaml), a check where a condition is not enough (check.ts), and what it reports. */
import type { Json, Range } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Library, SchemaError } from '../library.ts';
import type { Params, Texts } from '../texts/texts.ts';
import type { Assessment } from '../assessment/model.ts';
import type { AssessmentKind, Condition, Status } from '../templates/model.ts';
import type { FixHint } from '../findings.ts';
import type { AcrossCheck } from '../across/model.ts';
import type { Source } from '../sources/model.ts';

export type Severity = 'error' | 'warning' | 'information';
export type RuleGroup = 'form' | 'mangel' | 'behov' | 'port' | 'motsigelse' | 'kvalitet';

export interface Rule {
  code: string;
  title: string;
  /** Rows of the catalogue (docs/regler.md) that the rule answers for. */
  rows: number[];
  group: RuleGroup;
  /** When the assessment is decided; see severityAt. */
  severity: Severity;
  /** A gate, or a ja that calls for a DPIA: never less than a warning. */
  gate: boolean;
  /** The same whatever the status: form errors. */
  always: boolean;
  /** Keeps quiet where another rule has a finding at the same place: that one says more. */
  yields?: boolean;
  /** Runs after the others, and leaves out the questions that one of them speaks for (RuleContext.spokenFor). */
  last?: boolean;
  /** The templates it applies to; empty means all. */
  templates: string[];
  /** The kinds of assessment it applies to; empty means all. */
  kinds: AssessmentKind[];
  articles: string[];
  quotation?: { source: Source['id']; text: string };
  when?: Condition;
  /** Where the finding stands: a question id, a head key, or a path below one (`beslutning/dato`); '' is the file. */
  at?: string;
  related: string[];
  /** The questions and keys that check.ts reads besides, for those who look at a question and ask what its answer means. */
  reads: string[];
  /** The messages by variant; a rule with one message has only `''`. */
  messages: { [variant: string]: string };
  why: string;
  todo: string;
  /** A municipality's own, out of its repository. */
  own?: boolean;
  check?: RuleCheck;
  /** Instead of a check: what the file and those it is linked with say together. */
  across?: AcrossCheck;
}

export interface RuleContext {
  assessment: Assessment;
  /** The file as text and as tree, for the rules of form. */
  text: string;
  tree: SyntaxTree;
  /** What the template's schema says of the file. */
  schemaErrors: SchemaError[];
  library: Library;
  texts: Texts;
  /** Normalised answers by question id and head key. */
  facts: Facts;
  /** YYYY-MM-DD. */
  today: string;
  /** The roles that the organisation asks for before a decision; none without a configuration. */
  roles: readonly string[];
  /** What the findings of the rules before speak for besides their own place; empty but for rules that run last. */
  spokenFor: ReadonlySet<string>;
  /** The text of an answer: its explanation, or itself where it is prose; '' when there is none. */
  prose(id: string): string;
}

/** Normalised answers: verdicts and prose by question id, head values by key, explanations under `forklaringer`. */
export type Facts = { [name: string]: Json };

export interface RuleHit {
  at: string;
  /** Where the place is not a path of the assessment: a syntax error, an unknown key. */
  range?: Range;
  related?: string[];
  /** Other places that the finding is about too: rules that yield are silent there. */
  speaksFor?: string[];
  /** It only stands there and is about something else (a gap behind an answer): rules that yield speak all the same. */
  aside?: boolean;
  /** Which of the rule's messages, where it has several. */
  variant?: string;
  params?: Params;
  fixes?: FixHint[];
}
export type RuleCheck = (context: RuleContext) => RuleHit[];

/**
 * How serious a rule's finding is at a status: the catalogue's letter when decided, at most a warning under review,
 * information in a draft; a gate is never less than a warning.
 */
export function severityAt(rule: Pick<Rule, 'severity' | 'gate' | 'always'>, status: Status): Severity {
  if (rule.always || status === 'besluttet') return rule.severity;
  const floor: Severity = rule.gate ? 'warning' : 'information';
  if (status === 'utkast') return floor;
  return rule.severity === 'error' ? 'warning' : rule.gate ? 'warning' : rule.severity;
}

/** Form errors cannot be silenced: nothing can be said of a file that cannot be read. */
export function isSuppressibleRule(rule: Pick<Rule, 'group'>): boolean {
  return rule.group !== 'form';
}
