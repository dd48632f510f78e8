import { analyse, type Analysis } from '../core/analysis.ts';
import type { Finding } from '../core/findings.ts';
import { library } from '../core/product.ts';
import type { Severity } from '../core/rules/model.ts';
import { bokmål } from '../core/texts/texts.ts';
import { today } from '../lsp/today.ts';
import { readAssessmentFile, yamlFiles, type Problem } from '../workspace/assessments.ts';
import { nodeDisk } from '../workspace/node-disk.ts';
import { VERSION } from '../workspace/version.ts';
import { readArguments } from './arguments.ts';
import { describeProblem } from './problems.ts';
import { EXIT, harmless, Refusal, styled, wrapped, type Style, type Terminal } from './terminal.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];
const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', information: 'blue' };
/** A run that is over sooner shows no progress: it would only flicker. Milliseconds. */
const LONG_RUN = 500;

interface Checked {
  path: string;
  analysis: Analysis;
}

/** `vurdert check [STI …]`: the findings of the files and of everything below the folders. */
export async function check(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', among: ['pretty', 'json'] },
    'fail-on': { type: 'string', among: SEVERITIES },
  });
  const paths = positionals.length ? positionals : ['.'];
  const { checked, problems } = await read(paths, terminal);
  if (!checked.length && !problems.length) throw new Refusal('cli.no-assessments', { stier: paths.join(', ') });

  const findings = checked.flatMap(({ analysis }) => analysis.findings());
  const counts = { error: 0, warning: 0, information: 0, suppressed: checked.reduce((sum, { analysis }) => sum + analysis.suppressed().length, 0) };
  for (const { severity } of findings) counts[severity]++;
  if (values.format === 'json') terminal.out(`${JSON.stringify({ version: VERSION, files: checked.map(asJson), problems: problems.map((problem) => ({ file: problem.path, reason: problem.reason, message: describeProblem(problem) })), summary: { files: checked.length, ...counts } }, undefined, 2)}\n`);
  else {
    for (const each of checked) list(each, terminal);
    if (checked.length) terminal.out(`${summary(checked.length, counts)}\n`);
  }
  for (const problem of problems) terminal.error(`${describeProblem(problem)}\n`);
  if (problems.length) return EXIT.failed;
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf((values['fail-on'] ?? 'error') as Severity) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? EXIT.findings : EXIT.clean;
}

/** Reads and checks every file, in order. */
async function read(paths: string[], terminal: Terminal): Promise<{ checked: Checked[]; problems: Problem[] }> {
  const checked: Checked[] = [];
  const problems: Problem[] = [];
  const context = { library, texts: bokmål, today: today() };
  const start = performance.now();
  let files = 0;
  let shown = false;
  for await (const each of yamlFiles(nodeDisk, paths)) {
    if ('problem' in each) {
      problems.push(each.problem);
      continue;
    }
    files++;
    if (terminal.watched && performance.now() - start > LONG_RUN) {
      terminal.error(`\r\u001B[K${bokmål('cli.progress', { antall: files, vurderinger: checked.length })}`);
      shown = true;
    }
    const found = await readAssessmentFile(nodeDisk, each.path, each.named);
    if (!found) continue;
    if ('problem' in found) problems.push(found.problem);
    else {
      const analysis = analyse(found.text, found.path.split(/[\\/]/).at(-1)!, context);
      if (analysis) {
        analysis.findings();
        checked.push({ path: found.path, analysis });
      } else if (each.named) problems.push({ reason: 'not-assessment', path: found.path, detail: '' });
    }
  }
  if (shown) terminal.error('\r\u001B[K');
  return { checked, problems };
}

function list({ path, analysis }: Checked, terminal: Terminal): void {
  const findings = analysis.findings();
  if (!findings.length) return;
  terminal.out(`${styled(terminal, 'underline', harmless(path))}\n`);
  const places = findings.map((finding) => placeOf(analysis, finding));
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
function placeOf({ lines }: Analysis, { range }: Finding): string {
  const { line, character } = lines.position(range.start);
  return `${line + 1}:${character + 1}`;
}

function asJson({ path, analysis }: Checked): unknown {
  const place = (offset: number): { line: number; column: number } => {
    const { line, character } = analysis.lines.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return {
    file: path,
    kind: analysis.assessment.kind,
    template: analysis.assessment.template.id,
    status: analysis.assessment.status,
    findings: analysis.findings().map(({ code, severity, message, path: at, range, related }) => ({
      code, severity, message, path: at, start: place(range.start), end: place(range.end),
      related: related.map((each) => ({ path: each.path, message: each.message, start: place(each.range.start) })),
    })),
  };
}

function summary(files: number, counts: Record<Severity | 'suppressed', number>): string {
  const number = (key: 'error' | 'warning' | 'information' | 'suppressed' | 'files', count: number): string => bokmål(count === 1 ? `cli.one.${key}` : `cli.many.${key}`, { antall: count });
  const found = SEVERITIES.filter((severity) => counts[severity]).map((severity) => number(severity, counts[severity]));
  const silenced = counts.suppressed ? ` ${bokmål('cli.summary.suppressed', { antall: number('suppressed', counts.suppressed) })}` : '';
  return bokmål(found.length ? 'cli.summary.findings' : 'cli.summary.clean', { filer: number('files', files), funn: found.join(', ') }) + silenced;
}
