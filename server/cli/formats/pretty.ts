import type { Severity } from '../../core/rules/model.ts';
import { harmless, styled, wrapped, type Style, type Terminal } from '../terminal.ts';
import { SEVERITIES, summary, type CheckedFile, type Results } from './model.ts';

const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', information: 'blue' };

/** A list to read, by file, with what to do. `terminal` says how wide it is and whether it has colours. */
export function pretty(results: Results, terminal: Pick<Terminal, 'colour' | 'width'>): string {
  const lists = results.files.map((file) => list(file, results, terminal)).join('');
  return results.files.length || !results.problems.length ? `${lists}${summary(results)}\n` : lists;
}

function list({ path, results: found }: CheckedFile, { texts, ruleOf }: Results, terminal: Pick<Terminal, 'colour' | 'width'>): string {
  if (!found.length) return '';
  let out = `${styled(terminal, 'underline', harmless(path))}\n`;
  const places = found.map(({ start }) => `${start.line}:${start.column}`);
  const column = Math.max(...places.map((place) => place.length));
  const names = Object.fromEntries(SEVERITIES.map((severity) => [severity, texts(`severity.${severity}`)]));
  const nameWidth = Math.max(...Object.values(names).map((name) => name.length));
  const indent = ' '.repeat(2 + column + 2 + nameWidth + 2);
  const told = new Set<string>();
  found.forEach((finding, i) => {
    const severity = styled(terminal, STYLE[finding.severity], names[finding.severity]!.padEnd(nameWidth));
    const words = wrapped(harmless(`${finding.message} (${finding.code})`), terminal.width, indent);
    out += `  ${places[i]!.padStart(column)}  ${severity}  ${words}\n`;
    // What to do is the rule's, the same each time: once a file is enough.
    const todo = ruleOf(finding.code)?.todo;
    if (todo && !told.has(finding.code)) out += `${indent}${styled(terminal, 'dim', wrapped(harmless(`→ ${todo}`), terminal.width, `${indent}  `))}\n`;
    told.add(finding.code);
  });
  return `${out}\n`;
}
