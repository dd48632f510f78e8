import { harmless } from '../terminal.ts';
import { fails, type CheckedFile, type Result, type Results } from './model.ts';

/**
 * JUnit XML (the schema that Jenkins and GitLab read): a suite for each file, a case for each finding. A finding that
 * fails the run is a failure, one below that a case that passes and says so, a suppressed one is skipped.
 */
export function junit(results: Results): string {
  const suites = [...results.files.map((file) => suiteOf(file, results)), ...problemsOf(results)];
  const sum = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((all, suite) => all + suite[key], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Vurdert" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

interface Suite {
  xml: string;
  tests: number;
  failures: number;
  errors: number;
}

function suiteOf(file: CheckedFile, results: Results): Suite {
  const { texts } = results;
  const cases = file.results.map((finding) => {
    const words = wordsOf(file, finding, results);
    const inside = fails(results, finding.severity) ? `      <failure type="${attribute(finding.code)}" message="${attribute(finding.message)}">${content(words)}</failure>\n` : `      <system-out>${content(words)}</system-out>\n`;
    return caseOf(file.path, nameOf(finding), inside);
  });
  const skipped = file.suppressed.map((finding) => caseOf(file.path, nameOf(finding), `      <skipped>${content(texts('cli.junit.suppressed', { begrunnelse: finding.reason }))}</skipped>\n`));
  if (!cases.length && !skipped.length) cases.push(caseOf(file.path, texts('cli.junit.clean'), ''));
  const tests = cases.length + skipped.length;
  const failures = file.results.filter(({ severity }) => fails(results, severity)).length;
  return { tests, failures, errors: 0, xml: `  <testsuite name="${attribute(file.path)}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped.length}">\n${[...cases, ...skipped].join('')}  </testsuite>\n` };
}

/** What could not be read is an error of its own suite. */
function problemsOf({ problems, texts }: Results): Suite[] {
  return problems.map(({ file, reason, message }) => ({
    tests: 1, failures: 0, errors: 1,
    xml: `  <testsuite name="${attribute(file.path)}" tests="1" failures="0" errors="1" skipped="0">\n${caseOf(file.path, texts('cli.junit.problem'), `      <error type="${attribute(reason)}" message="${attribute(message)}"/>\n`)}  </testsuite>\n`,
  }));
}

function caseOf(file: string, name: string, inside: string): string {
  const open = `    <testcase classname="${attribute(file)}" name="${attribute(name)}"`;
  return inside ? `${open}>\n${inside}    </testcase>\n` : `${open}/>\n`;
}

/** The code and the place, so that the name stays the same when words are mended. */
const nameOf = ({ code, at }: Result): string => (at ? `${code} (${at})` : code);

function wordsOf({ path }: CheckedFile, { severity, message, code, start }: Result, { texts, ruleOf }: Results): string {
  const todo = ruleOf(code)?.todo;
  return [`${path}:${start.line}:${start.column}`, `${texts(`severity.${severity}`)}: ${message}`, ...(todo ? [texts('cli.todo', { gjør: todo })] : [])].join('\n');
}

/** XML 1.0 has no place for control characters and the two last of the plane. */
const content = (text: string): string => harmless(text.replaceAll('\r\n', '\n')).replace(/[\uFFFE\uFFFF]/g, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (text: string): string => content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
