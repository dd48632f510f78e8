import type { Severity } from '../../core/rules/model.ts';
import { harmless } from '../terminal.ts';
import { summary, type Result, type Results } from './model.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice' };

/**
 * Workflow commands of GitHub Actions: an annotation on the line of each finding. GitHub shows ten of each kind a step;
 * the rest stand in the log.
 */
export function github(results: Results): string {
  const lines = results.files.flatMap((file) => file.results.map((finding) => annotation(file.fromRoot, finding, results)));
  for (const { file, message } of results.problems) lines.push(`::error file=${property(file.fromRoot)}::${data(message)}`);
  // A line of ours must not be read as a command, whatever a file holds.
  return [...lines, `Vurdert: ${data(summary(results))}`, ''].join('\n');
}

function annotation(file: string, { code, severity, message, start, end }: Result, { ruleOf, texts }: Results): string {
  // GitHub takes columns only where the finding is on one line.
  const columns = start.line === end.line ? [['col', String(start.column)], ['endColumn', String(end.column)]] : [];
  const rule = ruleOf(code);
  const properties = [['file', file], ['line', String(start.line)], ['endLine', String(end.line)], ...columns, ['title', rule ? `${rule.title} (${code})` : code]];
  const words = rule?.todo ? `${message}\n${texts('cli.todo', { gjør: rule.todo })}` : message;
  return `::${COMMANDS[severity]} ${properties.map(([name, value]) => `${name}=${property(value!)}`).join(',')}::${data(words)}`;
}

/** As the runner reads them back: % first, then what ends a command or a property. */
const data = (text: string): string => harmless(text.replaceAll('\r', '')).replaceAll('%', '%25').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
