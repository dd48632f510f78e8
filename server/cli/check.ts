import type { Digest } from '../core/across/model.ts';
import type { Finding } from '../core/findings.ts';
import { library } from '../core/product.ts';
import type { Severity } from '../core/rules/model.ts';
import { bokmål } from '../core/texts/texts.ts';
import { today } from '../lsp/today.ts';
import { VERSION } from '../workspace/version.ts';
import { readArguments } from './arguments.ts';
import { describeProblem } from './problems.ts';
import { readAll, type Checked, type ReadResult } from './read.ts';
import { EXIT, harmless, Refusal, styled, wrapped, type Style, type Terminal } from './terminal.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];
const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', information: 'blue' };
/** A run that is over sooner shows no progress: it would only flicker. Milliseconds. */
const LONG_RUN = 500;
/** How often progress is written. Milliseconds. */
const BETWEEN = 100;

/** `vurdert check [STI …]`: the findings of the files and of everything below the folders. */
export async function check(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', among: ['pretty', 'json'] },
    'fail-on': { type: 'string', among: SEVERITIES },
  });
  const paths = positionals.length ? positionals : ['.'];
  const { progress, done } = watch(terminal);
  const read = await readAll(paths, { library, texts: bokmål, today: today() }, progress);
  const { checked, problems } = read;
  done();
  if (!checked.length && !problems.length) throw new Refusal('cli.no-assessments', { stier: paths.join(', ') });

  const findings = checked.flatMap((each) => each.findings);
  const counts = { error: 0, warning: 0, information: 0, suppressed: checked.reduce((sum, { suppressed }) => sum + suppressed, 0) };
  for (const { severity } of findings) counts[severity]++;
  if (values.format === 'json') terminal.out(`${JSON.stringify({ version: VERSION, files: checked.map((each) => asJson(each, read)), problems: problems.map((problem) => ({ file: problem.path, reason: problem.reason, message: describeProblem(problem) })), summary: { files: checked.length, ...counts } }, undefined, 2)}\n`);
  else {
    for (const each of checked) list(each, terminal);
    if (checked.length) terminal.out(`${summary(checked.length, counts)}\n`);
  }
  for (const problem of problems) terminal.error(`${describeProblem(problem)}\n`);
  if (problems.length) return EXIT.failed;
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf((values['fail-on'] ?? 'error') as Severity) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? EXIT.findings : EXIT.clean;
}

/** Says now and then how far it has come, where somebody is watching. */
function watch(terminal: Terminal): { progress: (files: number, assessments: number) => void; done: () => void } {
  const start = performance.now();
  let shown = 0;
  return {
    progress(files, assessments) {
      const now = performance.now();
      if (!terminal.watched || now - start < LONG_RUN || now - shown < BETWEEN) return;
      shown = now;
      terminal.error(`\r\u001B[K${bokmål('cli.progress', { antall: files, vurderinger: assessments })}`);
    },
    done() {
      if (shown) terminal.error('\r\u001B[K');
    },
  };
}

function list({ path, digest, findings }: Checked, terminal: Terminal): void {
  if (!findings.length) return;
  terminal.out(`${styled(terminal, 'underline', harmless(path))}\n`);
  const places = findings.map((finding) => placeOf(digest, finding));
  const column = Math.max(...places.map((place) => place.length));
  const names = Object.fromEntries(SEVERITIES.map((severity) => [severity, bokmål(`severity.${severity}`)]));
  const nameWidth = Math.max(...Object.values(names).map((name) => name.length));
  const indent = ' '.repeat(2 + column + 2 + nameWidth + 2);
  const told = new Set<string>();
  findings.forEach((finding, i) => {
    const severity = styled(terminal, STYLE[finding.severity], names[finding.severity]!.padEnd(nameWidth));
    const words = wrapped(harmless(`${finding.message} (${finding.code})`), terminal.width, indent);
    terminal.out(`  ${places[i]!.padStart(column)}  ${severity}  ${words}\n`);
    // What to do is the rule's, the same each time: once a file is enough.
    const todo = library.rules.find((rule) => rule.code === finding.code)?.todo;
    if (todo && !told.has(finding.code)) terminal.out(`${indent}${styled(terminal, 'dim', wrapped(harmless(`→ ${todo}`), terminal.width, `${indent}  `))}\n`);
    told.add(finding.code);
  });
  terminal.out('\n');
}

/** As people and editors count: from 1. */
function placeOf({ lines }: Pick<Digest, 'lines'>, { range }: Finding): string {
  const { line, character } = lines.position(range.start);
  return `${line + 1}:${character + 1}`;
}

function asJson({ path, digest, findings }: Checked, { pathOf, digestAt }: Pick<ReadResult, 'pathOf' | 'digestAt'>): unknown {
  const place = ({ lines }: Pick<Digest, 'lines'>, offset: number): { line: number; column: number } => {
    const { line, character } = lines.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return {
    file: path,
    kind: digest.kind,
    template: digest.template,
    status: digest.status,
    findings: findings.map(({ code, severity, message, path: at, range, related }) => ({
      code, severity, message, path: at, start: place(digest, range.start), end: place(digest, range.end),
      related: related.map((each) => (each.address === undefined
        ? { path: each.path, message: each.message, start: place(digest, each.range.start) }
        : { file: pathOf(each.address), path: each.path, message: each.message, start: place(digestAt(each.address) ?? digest, each.range.start) })),
    })),
  };
}

function summary(files: number, counts: Record<Severity | 'suppressed', number>): string {
  const number = (key: 'error' | 'warning' | 'information' | 'suppressed' | 'files', count: number): string => bokmål(count === 1 ? `cli.one.${key}` : `cli.many.${key}`, { antall: count });
  const found = SEVERITIES.filter((severity) => counts[severity]).map((severity) => number(severity, counts[severity]));
  const silenced = counts.suppressed ? ` ${bokmål('cli.summary.suppressed', { antall: number('suppressed', counts.suppressed) })}` : '';
  return bokmål(found.length ? 'cli.summary.findings' : 'cli.summary.clean', { filer: number('files', files), funn: found.join(', ') }) + silenced;
}
