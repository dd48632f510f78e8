import type { Severity } from '../../core/rules/model.ts';
import type { Results } from './model.ts';
import { oneLine } from './words.ts';

/** GitLab's five levels; critical and blocker are for what breaks in production. */
const SEVERITY: Record<Severity, string> = { error: 'major', warning: 'minor', information: 'info' };

/** A Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlab({ files }: Results): string {
  const issues = files.flatMap(({ fromRoot, results }) => results.map(({ code, severity, message, start, end, fingerprint }) => ({
    description: oneLine(message), check_name: code, fingerprint, severity: SEVERITY[severity],
    location: { path: fromRoot, lines: { begin: start.line, end: end.line } },
  })));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
