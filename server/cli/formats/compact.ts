import type { Severity } from '../../core/rules/model.ts';
import type { Results } from './model.ts';
import { oneLine } from './words.ts';

/** The words that problem matchers know. */
const WORDS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'info' };

/** A line for each finding, `file:line:column: severity: message [code]`: what problem matchers and grep read. */
export function compact({ files }: Results): string {
  return files.flatMap(({ path, results }) => results.map(({ code, severity, message, start }) => `${oneLine(path)}:${start.line}:${start.column}: ${WORDS[severity]}: ${oneLine(message)} [${code}]\n`)).join('');
}
