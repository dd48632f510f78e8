import type { Severity } from '../../core/rules/model.ts';
import { countsOf, SEVERITIES, summary, type CheckedFile, type Result, type Results } from './model.ts';
import { oneLine } from './words.ts';

/** GitHub takes comments of 65 536 characters; the rest is for what others put around it. */
const MOST = 65_000;
const MARK: Record<Severity, string> = { error: '🔴', warning: '🟡', information: '🔵' };

/**
 * A summary for a job's page or a comment on a pull request. The files with the gravest findings come first, and what
 * there is no room for is counted.
 */
export function markdown(results: Results): string {
  const { texts, problems } = results;
  const counts = countsOf(results);
  const head = [`## ${texts('cli.markdown.title')}`, '', summary(results), ''];
  for (const { message } of problems) head.push(`> ${escaped(message)}`, '');
  if (SEVERITIES.some((severity) => counts[severity])) head.push(...table(results), '');
  let out = head.join('\n');
  const blocks = [...results.files].filter((file) => file.results.length).sort((a, b) => gravity(a) - gravity(b)).map((file) => blockOf(file, results));
  const all = blocks.reduce((sum, { lines }) => sum + lines.length, 0);
  const last = (left: number): string => `\n${texts(left === 1 ? 'cli.markdown.cut.one' : 'cli.markdown.cut', { n: left })}\n`;
  const room = MOST - last(all).length;
  let shown = 0;
  for (const { title, lines } of blocks) {
    if (out.length + title.length + (lines[0]?.length ?? 0) > room) break;
    out += title;
    const before = shown;
    for (const line of lines) {
      if (out.length + line.length > room) break;
      out += line;
      shown++;
    }
    if (shown - before < lines.length) break;
  }
  return shown < all ? out + last(all - shown) : out;
}

function table({ files, texts }: Results): string[] {
  const found = files.filter((file) => file.results.length).sort((a, b) => gravity(a) - gravity(b)).slice(0, ROWS);
  const cell = (file: CheckedFile, severity: Severity): number => file.results.filter((each) => each.severity === severity).length;
  return [
    `| ${[texts('cli.markdown.assessment'), texts('cli.markdown.status'), ...SEVERITIES.map((severity) => texts(`severity.${severity}`))].join(' | ')} |`, '| --- | --- | ---: | ---: | ---: |',
    ...found.map((file) => `| ${[escaped(file.title || file.path), escaped(file.status), ...SEVERITIES.map((severity) => cell(file, severity))].join(' | ')} |`),
  ];
}
/** The table is an overview: no longer than this. */
const ROWS = 50;

function blockOf({ path, results: found }: CheckedFile, { texts }: Results): { title: string; lines: string[] } {
  const line = ({ severity, start, message, code }: Result): string => `- ${MARK[severity]} **${texts(`severity.${severity}`)}**, ${texts('cli.markdown.line', { linje: start.line })}: ${escaped(message)} \`${code}\`\n`;
  const bySeverity = [...found].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return { title: `\n### ${escaped(path)}\n\n`, lines: bySeverity.map(line) };
}

/** By the gravest finding; in the files' own order among equals. */
const gravity = ({ results: found }: CheckedFile): number => Math.min(...found.map(({ severity }) => SEVERITIES.indexOf(severity)));

/** Text that is shown as it stands: no markup, no HTML, nobody named and no issue linked to. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#!<>~|$&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`)).replaceAll('@', '@\u200B').replace(/(https?|ftp|www)(?=:|\.)/gi, '$1\u200B');
}
