/** The formats of `vurdert check`: pure functions from findings to text, with what each reader of them demands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatOf, type FormatName } from '../../server/cli/formats/index.ts';
import type { CheckedFile, Result, Results } from '../../server/cli/formats/model.ts';
import { leftOut, MOST_RESULTS } from '../../server/cli/formats/sarif.ts';
import type { Rule } from '../../server/core/rules/model.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import { root } from '../core/fixtures.ts';

/** As JSON Schema of 2019 wrote it: draft 04, with a pattern that only holds without the u flag. */
const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats(ajv as never);
const isSarif = ajv.compile(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object);

const rule = (code: string, severity: Rule['severity'], title: string): Rule => ({
  code, title, severity, rows: [], group: 'mangel', gate: false, always: false, templates: [], kinds: [], articles: ['art. 35 nr. 1'], related: [], reads: [], messages: { '': '' }, why: `Derfor ${code}.`, todo: `Gjør noe med ${code}: rett, eller begrunn.`,
});
const RULES = [rule('en-feil', 'error', 'En feil: 100 % viktig, sier regelen'), rule('et-rad', 'warning', 'Et råd'), rule('til-orientering', 'information', 'Til orientering')];

const result = (code: string, severity: Result['severity'], line: number, more: Partial<Result> = {}): Result => ({
  code, severity, message: `Meldingen på linje ${line}.`, at: 'II.4.2', start: { line, column: 3 }, end: { line, column: 9 }, related: [], fingerprint: `${code}-${line}`.padEnd(32, '0'), ...more,
});
const file = (name: string, results: Result[], more: Partial<CheckedFile> = {}): CheckedFile => ({
  path: name, fromRoot: `vurderinger/${name}`, kind: 'dpia', template: 'e-helse-2018', status: 'utkast', title: 'Påmelding', results, known: [], suppressed: [], ...more,
});
const results = (files: CheckedFile[], more: Partial<Results> = {}): Results => ({
  version: '1.2.3', texts: bokmål, files, problems: [], hasBaseline: false, failOn: 'error',
  ruleOf: (code) => RULES.find((each) => each.code === code), pageOf: (code) => `# Side om \`${code}\`\n\nMed **fet** skrift.\n`, ...more,
});

/** What files hold that formats must not take for their own. */
const NASTY = 'Linje én\r\nlinje to ::error::x 100 % <b>&amp;</b> | `kode` [lenke](http://eksempel.example) @alle #12 ]]> "sitat" \u001B[31m\u0000 \uD800.';
const SMALL = results([
  file('æ fil #1 100%.dpia.yaml', [
    result('en-feil', 'error', 4, { message: NASTY, at: 'risikoer/0/tiltak', related: [{ at: 'II.4.5', message: 'Se også', start: { line: 6, column: 1 }, end: { line: 6, column: 4 } }, { at: 'ip', message: 'Den andre', start: { line: 2, column: 1 }, end: { line: 2, column: 2 }, file: { path: 'annen.ip.yaml', fromRoot: 'vurderinger/annen.ip.yaml' } }] }),
    result('et-rad', 'warning', 8, { end: { line: 10, column: 2 } }),
    result('ukjent-regel', 'information', 9, { at: '' }),
  ], { suppressed: [{ ...result('et-rad', 'warning', 12), reason: 'Vi har «vurdert» det & <funnet> det greit.' }], known: [result('til-orientering', 'information', 14)] }),
  file('ren.dpia.yaml', []),
], { hasBaseline: true, problems: [{ file: { path: 'latin.dpia.yaml', fromRoot: 'vurderinger/latin.dpia.yaml' }, reason: 'not-utf8', message: '«latin.dpia.yaml» er ikke lagret som UTF-8.' }] });

const printed = (name: FormatName, of: Results): string => FORMATS[name](of, { colour: false, width: undefined });
interface Log {
  runs: {
    results: { ruleId: string; ruleIndex: number; level: string; baselineState?: string; suppressions?: object[]; partialFingerprints: object; locations: { physicalLocation: { artifactLocation: { uri: string; index: number }; region: object } }[]; relatedLocations?: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
    tool: { driver: { rules: { id: string }[] } };
    artifacts: { location: { uri: string } }[];
    invocations: { executionSuccessful: boolean; toolExecutionNotifications?: { level: string }[] }[];
  }[];
}
const sarifOf = (of: Results): Log['runs'][number] => {
  const log = JSON.parse(printed('sarif', of)) as Log;
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  return log.runs[0]!;
};

describe('each format', () => {
  it.each(Object.keys(FORMATS) as FormatName[])('%s is as it was', async (name) => {
    await expect(printed(name, SMALL)).toMatchFileSnapshot(path.join(root, 'test/fixtures/cli', `${name}.txt`));
  });

  it.each(Object.keys(FORMATS) as FormatName[])('%s lets nothing through that steers a terminal or a runner', (name) => {
    const out = printed(name, SMALL);
    expect(out).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/);
    expect(out).not.toMatch(/^::error::x/m);
  });

  it.each([['ut.sarif', 'sarif'], ['ut.XML', 'junit'], ['mappe/ut.json', 'json'], ['ut.md', 'markdown'], ['ut.txt', 'pretty'], [undefined, 'pretty']])('of %s is %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });
});

describe('SARIF', () => {
  it('validates, and its indexes point where they should', () => {
    const { results: found, tool: { driver: { rules } }, artifacts, invocations } = sarifOf(SMALL);
    expect(found).toHaveLength(5);
    for (const each of found) {
      expect(rules[each.ruleIndex]!.id).toBe(each.ruleId);
      const { uri, index } = each.locations[0]!.physicalLocation.artifactLocation;
      expect(artifacts[index]!.location.uri).toBe(uri);
    }
    expect(invocations[0]!.executionSuccessful).toBe(false);
    expect(sarifOf(results([])).results).toEqual([]);
  });
  it('names files by percent-encoded paths from the root', () => {
    const { results: [first] } = sarifOf(SMALL);
    expect(first!.locations[0]!.physicalLocation.artifactLocation.uri).toBe('vurderinger/%C3%A6%20fil%20%231%20100%25.dpia.yaml');
    expect(decodeURIComponent(first!.relatedLocations![1]!.physicalLocation.artifactLocation.uri)).toBe('vurderinger/annen.ip.yaml');
  });
  it('tells what is new, what is old, and what the file suppresses and why', () => {
    const { results: found } = sarifOf(SMALL);
    expect(found.map(({ ruleId, baselineState, suppressions }) => [ruleId, baselineState, suppressions])).toEqual([
      ['en-feil', 'new', undefined], ['et-rad', 'new', undefined], ['ukjent-regel', 'new', undefined], ['til-orientering', 'unchanged', undefined],
      ['et-rad', undefined, [{ kind: 'inSource', status: 'accepted', justification: 'Vi har «vurdert» det & <funnet> det greit.' }]],
    ]);
    expect(sarifOf(results([file('x', [result('en-feil', 'error', 1)])])).results[0]!.baselineState).toBeUndefined();
  });
  it('holds no more results than GitHub takes, leaves out the least grave, and says so', () => {
    const many = results([file('a', [...Array(MOST_RESULTS + 1)].map((_, i) => result(i % 2 ? 'til-orientering' : 'et-rad', i % 2 ? 'information' : 'warning', i + 1))), file('b', [result('en-feil', 'error', 1)])]);
    const { results: found, invocations } = JSON.parse(printed('sarif', many)).runs[0] as Log['runs'][number];
    expect(found).toHaveLength(MOST_RESULTS);
    expect(found.at(-1)!.ruleId).toBe('en-feil');
    expect(found.filter(({ level }) => level === 'warning')).toHaveLength(MOST_RESULTS / 2 + 1);
    expect(invocations[0]!.toolExecutionNotifications).toMatchObject([{ level: 'warning' }]);
    expect(leftOut(many)).toBe(2);
    expect(leftOut(SMALL)).toBe(0);
  });
});

describe('GitHub', () => {
  /** As the runner reads a command back (actions/runner, ActionCommand). */
  const read = (line: string): { command: string; properties: Record<string, string>; message: string } => {
    const [, command = '', given = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line)!;
    const plain = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
    return { command, properties: Object.fromEntries(given.split(',').map((each) => [each.slice(0, each.indexOf('=')), plain(each.slice(each.indexOf('=') + 1))])), message: plain(message) };
  };
  it('reads each command back as it was meant', () => {
    const lines = printed('github', SMALL).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    const [first, second, third, problem] = lines.slice(0, 4).map(read);
    expect(first).toMatchObject({ command: 'error', properties: { file: 'vurderinger/æ fil #1 100%.dpia.yaml', line: '4', endLine: '4', col: '3', endColumn: '9', title: 'En feil: 100 % viktig, sier regelen (en-feil)' } });
    expect(first!.message).toContain('Linje én\nlinje to ::error::x 100 % <b>');
    // Columns are for one line only.
    expect(second!.properties).toEqual({ file: first!.properties['file'], line: '8', endLine: '10', title: 'Et råd (et-rad)' });
    expect([third!.command, problem!.command]).toEqual(['notice', 'error']);
    expect(lines[4]).toMatch(/^Vurdert: 2 vurderinger: 1 feil/);
  });
});

describe('GitLab', () => {
  it('has what Code Quality asks for of each finding', () => {
    const issues = JSON.parse(printed('gitlab', SMALL)) as { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[];
    expect(issues.map(({ check_name, severity, location }) => [check_name, severity, location.path, location.lines.begin])).toEqual([
      ['en-feil', 'major', 'vurderinger/æ fil #1 100%.dpia.yaml', 4], ['et-rad', 'minor', 'vurderinger/æ fil #1 100%.dpia.yaml', 8], ['ukjent-regel', 'info', 'vurderinger/æ fil #1 100%.dpia.yaml', 9],
    ]);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    for (const { description } of issues) expect(description).not.toContain('\n');
  });
});

describe('JUnit', () => {
  /** The Jenkins schema: the attributes of each element, and its children in their order. */
  const SCHEMA: { [element: string]: { attributes: string[]; children: string[] } } = {
    testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'], children: ['testsuite'] },
    testsuite: { attributes: ['name', 'tests', 'failures', 'errors', 'time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package'], children: ['properties', 'testcase', 'system-out', 'system-err'] },
    testcase: { attributes: ['name', 'assertions', 'time', 'classname', 'status'], children: ['skipped', 'error', 'failure', 'system-out', 'system-err'] },
    failure: { attributes: ['type', 'message'], children: ['#text'] }, error: { attributes: ['type', 'message'], children: ['#text'] },
    skipped: { attributes: [], children: ['#text'] }, 'system-out': { attributes: [], children: ['#text'] },
  };
  type Node = { [name: string]: Node[] | Record<string, string> | string };
  const parsed = (xml: string): Node[] => (new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true, trimValues: false }).parse(xml) as Node[]).filter((each) => !isBlank(each));
  const isBlank = (node: Node): boolean => typeof node['#text'] === 'string' && node['#text'].trim() === '';
  const walk = (node: Node, visit: (name: string, attributes: Record<string, string>, children: Node[]) => void): void => {
    const name = Object.keys(node).find((key) => key !== ':@')!;
    if (name === '#text') return;
    const children = (node[name] as Node[]).filter((each) => !isBlank(each));
    visit(name, (node[':@'] as Record<string, string> | undefined) ?? {}, children);
    for (const child of children) walk(child, visit);
  };

  it('is well-formed, keeps to the schema, and counts what it holds', () => {
    const xml = printed('junit', SMALL);
    expect(XMLValidator.validate(xml)).toBe(true);
    const seen: string[] = [];
    for (const top of parsed(xml)) {
      walk(top, (name, attributes, children) => {
        const { attributes: allowed, children: order } = SCHEMA[name]!;
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(attributes)));
        const places = children.map((child) => order.indexOf(Object.keys(child).find((key) => key !== ':@')!));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        if (name === 'testsuite') expect(children).toHaveLength(Number(attributes['tests']));
        seen.push(name);
      });
    }
    const count = (name: string): number => seen.filter((each) => each === name).length;
    expect([count('testsuite'), count('testcase'), count('failure'), count('error'), count('skipped'), count('system-out')]).toEqual([3, 6, 1, 1, 1, 2]);
  });
  it('fails what fails the run', () => {
    const failures = (failOn: Results['failOn']): number => printed('junit', { ...SMALL, failOn }).split('<failure').length - 1;
    expect([failures(undefined), failures('error'), failures('warning'), failures('information')]).toEqual([0, 1, 2, 3]);
  });
});

describe('Markdown', () => {
  it('shows what the file says as it stands: nobody is named, nothing is marked up or linked', () => {
    const out = printed('markdown', SMALL);
    expect(out).not.toMatch(/@alle|<b>|\]\(http|(?<!\\)\| `kode`/);
    expect(out).toContain('&lt;b&gt;&amp;amp;');
  });
  it('is cut where a comment ends, with the gravest first and the rest counted', () => {
    const long = results([file('a', [...Array(3000)].map((_, i) => result('til-orientering', 'information', i + 1))), file('b', [result('en-feil', 'error', 7)])]);
    const out = printed('markdown', long);
    expect(out.length).toBeLessThanOrEqual(65_536);
    expect(out.length).toBeGreaterThan(60_000);
    expect(out.indexOf('### b')).toBeLessThan(out.indexOf('### a'));
    const [, left] = /… og (\d+) funn til/.exec(out)!;
    expect(out.split('\n- ').length - 1 + Number(left)).toBe(3001);
    expect(printed('markdown', SMALL)).not.toContain('funn til');
  });
});
