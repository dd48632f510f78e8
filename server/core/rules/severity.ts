/**
 * How serious a finding is where it stands: the rule's own severity by status (severityAt), unless the repository's
 * configuration or the user's settings say another. The one place where that is decided.
 */
import type { Configuration, Level } from '../config/model.ts';
import type { Finding } from '../findings.ts';
import type { Context } from '../library.ts';
import type { Status } from '../templates/model.ts';
import { severityAt, type Rule, type Severity } from './model.ts';

/**
 * The lowest level that a rule may be set to: a gate, or a ja that calls for a DPIA, is never less than a warning, and
 * a rule of form cannot be turned off, for nothing can be said of a file that cannot be read.
 */
export function lowestOf(rule: Pick<Rule, 'gate' | 'group'>): Level {
  return rule.gate ? 'advarsel' : rule.group === 'form' ? 'informasjon' : 'av';
}

const ORDER: readonly Level[] = ['av', 'informasjon', 'advarsel', 'feil'];
const SEVERITY: { readonly [level in Exclude<Level, 'av'>]: Severity } = { informasjon: 'information', advarsel: 'warning', feil: 'error' };

export function isTooLow(rule: Pick<Rule, 'gate' | 'group'>, level: Level): boolean {
  return ORDER.indexOf(level) < ORDER.indexOf(lowestOf(rule));
}

/** The severity of a rule's findings at a status; undefined where the rule is turned off. A level that is too low has no effect. */
export function severityIn(rule: Pick<Rule, 'code' | 'severity' | 'gate' | 'always' | 'group'>, status: Status, configuration: Configuration | undefined): Severity | undefined {
  const level = configuration?.rules.get(rule.code)?.[status];
  if (level === undefined || isTooLow(rule, level)) return severityAt(rule, status);
  return level === 'av' ? undefined : SEVERITY[level];
}

/** The findings of a file of this status as they are to be shown: graded, and without those of rules that are turned off. */
export function graded(findings: readonly Finding[], status: Status, { configuration, library }: Pick<Context, 'configuration' | 'library'>): Finding[] {
  if (!configuration?.rules.size) return [...findings];
  return findings.flatMap((finding) => {
    const rule = configuration.rules.has(finding.code) ? library.rules.find(({ code }) => code === finding.code) : undefined;
    if (!rule) return [finding];
    const severity = severityIn(rule, status, configuration);
    return severity === undefined ? [] : [severity === finding.severity ? finding : { ...finding, severity }];
  });
}
