/** Fingerprints of findings, the baseline made of them, and what makes `vurdert check` end with 1. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updated, baselineOf, written, type KnownFinding } from '../../server/cli/baseline.ts';
import type { Result } from '../../server/cli/formats/model.ts';
import { readFully } from '../../server/cli/read.ts';
import { madeOf } from '../../server/cli/results.ts';
import { library } from '../../server/core/product.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import { addressOfPath } from '../../server/workspace/node-disk.ts';
import { read, root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

const CONTEXT = { library, texts: bokmål, today: '2026-11-22' };
const VISMA = read('samples/visma-familia.dpia.yaml');

function resultsOf(text: string, name = 'a.dpia.yaml'): Result[] {
  const at = path.join(root, name);
  const { own, digest, rows } = readFully(text, at, addressOfPath(at), CONTEXT)!;
  return madeOf({ path: at, digest, rows, ...own }, { pathOf: () => '', digestAt: () => undefined }, root).file.results;
}
const prints = (text: string, name?: string): string[] => resultsOf(text, name).map(({ fingerprint }) => fingerprint).sort();
const places = (text: string): number[] => resultsOf(text).map(({ start }) => start.line);

describe('a fingerprint', () => {
  it('is 32 hexadecimal digits, and no two findings of a file share one', () => {
    const all = prints(VISMA);
    expect(all.length).toBeGreaterThan(50);
    expect(new Set(all).size).toBe(all.length);
    for (const each of all) expect(each).toMatch(/^[\da-f]{32}$/);
  });

  it.each<[string, (text: string) => string]>([
    ['lines are put in above', (text) => `# en merknad\n\n\n${text}`],
    ['comments are written behind and between the lines', (text) => text.replace(/^(status: \w+)$/m, '$1 # avklart').replace(/^svar:$/m, '# her begynner svarene\nsvar:')],
    ['the lines end otherwise', (text) => text.replaceAll('\n', '\r\n')],
    ['the status, and with it the severity, is another', (text) => text.replace(/^status: .*$/m, 'status: utkast')],
  ])('stays the same when %s', (_, edit) => {
    const edited = edit(VISMA);
    expect(edited).not.toBe(VISMA);
    const before = new Set(prints(VISMA));
    expect(prints(edited).filter((each) => !before.has(each))).toEqual([]);
  });
  it('stands for the same finding though its line is another', () => {
    expect(places(`\n\n${VISMA}`)).toEqual(places(VISMA).map((line) => line + 2));
  });

  const HEAD = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Tvillinger\nbehandlingsansvarlig: Kommunen\nstatus: besluttet\n';
  const risk = (scenario: string): string => `  - {scenario: ${scenario}, kilde: Intern, konsekvens-for-registrerte: Ulempe, sannsynlighet: 4, konsekvens: 4}\n`;
  const ofRisks = (text: string): Result[] => resultsOf(text).filter(({ at }) => at.startsWith('risikoer/'));
  it('follows a row that moves, and tells rows apart', () => {
    const two = ofRisks(`${HEAD}risikoer:\n${risk('Tap av data')}${risk('Innsyn i saker')}`);
    const three = ofRisks(`${HEAD}risikoer:\n${risk('Noe nytt først')}${risk('Tap av data')}${risk('Innsyn i saker')}`);
    expect(two.length).toBeGreaterThan(1);
    expect(new Set(two.map(({ fingerprint }) => fingerprint)).size).toBe(two.length);
    expect(three.map(({ fingerprint }) => fingerprint)).toEqual(expect.arrayContaining(two.map(({ fingerprint }) => fingerprint)));
    expect(three.length).toBe((two.length / 2) * 3);
  });
  it('is another for twins: rows with the same words, and the same words twice in one answer', () => {
    const twins = ofRisks(`${HEAD}risikoer:\n${risk('Tap av data')}${risk('Tap av data')}`);
    expect(twins.length).toBeGreaterThan(1);
    expect(new Set(twins.map(({ fingerprint }) => fingerprint)).size).toBe(twins.length);
    const broken = resultsOf(`${HEAD}svar:\n  I.1: [\n  I.2: {\n  I.3: [\n`);
    expect(new Set(broken.map(({ fingerprint }) => fingerprint)).size).toBe(broken.length);
    expect(broken.filter(({ code }) => code === 'yaml-syntaks').length).toBeGreaterThan(0);
  });
  it('is another in another file', () => {
    const before = new Set(prints(VISMA));
    expect(prints(VISMA, 'b.dpia.yaml').filter((each) => before.has(each))).toEqual([]);
  });
});

describe('a baseline', () => {
  const known = (fil: string, id: string): KnownFinding => ({ fil, kode: 'x', på: 'I.1', id });
  it('is sorted, a line for each finding, and nothing when there is none', () => {
    const { findings } = updated(undefined, [known('b', '2'), known('a', '3'), known('a', '1')], () => true);
    expect(written(findings).split('\n').slice(4, -3)).toEqual(['a 1', 'a 3', 'b 2'].map((each, i) => `    ${JSON.stringify(known(each[0]!, each[2]!))}${i < 2 ? ',' : ''}`));
    expect(JSON.parse(written(findings))).toMatchObject({ vurdert: 'grunnlinje', versjon: 1, funn: findings });
    expect(written([])).toBe('{\n  "vurdert": "grunnlinje",\n  "versjon": 1,\n  "funn": []\n}\n');
  });
  it('loses what is gone from the files that were looked at, and keeps what stood of the others', () => {
    const before = baselineOf([known('sett', '1'), known('sett', '2'), known('ikke-sett', '3'), known('slettet', '4')]);
    expect(updated(before, [known('sett', '2'), known('sett', '5')], (fil) => fil === 'ikke-sett')).toEqual({ findings: [known('ikke-sett', '3'), known('sett', '2'), known('sett', '5')], added: 1, gone: 2 });
  });
});

let folder: string;
const at = (...steps: string[]): string => path.join(folder, ...steps);
const vurdert = (args: string[], cwd = folder): { code: number | null; out: string; error: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...args], { cwd, encoding: 'utf8' });
  return { code: status, out: stdout, error: stderr };
};
const summaryOf = (args: string[], cwd?: string): Record<string, number> => (JSON.parse(vurdert([...args, '--format', 'json'], cwd).out) as { summary: Record<string, number> }).summary;
const DRAFT = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Kort\nbehandlingsansvarlig: Kommunen\nstatus: utkast\nsvar:\n  I.1: ja\n';

beforeAll(() => {
  ensureBuilt();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-grunnlinje-'));
  mkdirSync(at('.git'));
  mkdirSync(at('under'));
  writeFileSync(at('visma.dpia.yaml'), VISMA);
  writeFileSync(at('under/utkast.dpia.yaml'), DRAFT);
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => expect(existsSync(folder)).toBe(false));

describe('vurdert check', () => {
  it('does not count what is in the baseline, and counts what is new', () => {
    expect(vurdert([]).code).toBe(1);
    const first = vurdert(['--baseline', 'grunn.json', '--update-baseline']);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^2 vurderinger, ingen funn\. \d+ i grunnlinjen\.\n$/) as string, error: expect.stringContaining('Skrev grunnlinjen til «grunn.json»') as string });
    const text = readFileSync(at('grunn.json'), 'utf8');
    // From another folder, with the file changed around the findings.
    writeFileSync(at('visma.dpia.yaml'), `# ny linje\n\n${VISMA}`);
    expect(vurdert(['..', '--baseline', '../grunn.json', '--fail-on', 'information'], at('under')).code).toBe(0);
    expect(vurdert(['--baseline', 'grunn.json', '--update-baseline']).error).toContain(' 0 nye og 0 ');
    expect(readFileSync(at('grunn.json'), 'utf8')).toBe(text);
    writeFileSync(at('under/utkast.dpia.yaml'), DRAFT.replace('utkast', 'besluttet').replace('tittel: Kort', 'titel: Kort'));
    expect(vurdert(['--baseline', 'grunn.json'])).toMatchObject({ code: 1, out: expect.stringContaining('ukjent-nokkel') as string });
    expect(summaryOf(['--baseline', 'grunn.json'])['baseline']).toBeGreaterThan(50);
    expect(summaryOf([])).not.toHaveProperty('baseline');
  });
  it('takes what is gone out of the baseline, but not what it did not look at', () => {
    const known = (): string[] => (JSON.parse(readFileSync(at('grunn.json'), 'utf8')) as { funn: KnownFinding[] }).funn.map(({ fil }) => fil);
    vurdert(['--baseline', 'grunn.json', '--update-baseline']);
    const all = known();
    vurdert(['under', '--baseline', 'grunn.json', '--update-baseline']);
    expect(known()).toEqual(all);
    rmSync(at('under/utkast.dpia.yaml'));
    vurdert(['--baseline', 'grunn.json', '--update-baseline']);
    expect(known()).toEqual(all.filter((fil) => fil !== 'under/utkast.dpia.yaml'));
  });
  it('looks only at the statuses that are asked for', () => {
    const files = (...args: string[]): number => summaryOf(args)['files']!;
    expect([files(), files('--status', 'utkast'), files('--status', 'utkast,besluttet,til-vurdering'), files('--status', 'utkast', '--status', 'besluttet', '--status', 'til-vurdering')]).toEqual([2, 1, 2, 2]);
    expect(vurdert(['under', '--status', 'besluttet'])).toEqual({ code: 0, out: '0 vurderinger, ingen funn.\n', error: '' });
  });
  it('ends as --fail-on and --max-warnings say', () => {
    const { warning } = summaryOf(['under']);
    expect(warning).toBe(1);
    const code = (...args: string[]): number | null => vurdert(['under', ...args]).code;
    expect([code(), code('--fail-on', 'warning'), code('--max-warnings', String(warning)), code('--max-warnings', String(warning! - 1)), code('--fail-on', 'warning', '--status', 'besluttet')]).toEqual([0, 1, 0, 1, 0]);
    expect(vurdert(['--fail-on', 'none']).code).toBe(0);
    expect(vurdert(['under', '--max-warnings', '0']).error).toBe('Det er 1 advarsel, og --max-warnings tillater 0.\n');
  });
  it('writes to a file by its name, with paths from the root, and never over an assessment', () => {
    const { code, out, error } = vurdert(['..', '-o', 'funn.sarif'], at('under'));
    expect([code, out, error]).toEqual([1, '', expect.stringMatching(/^2 vurderinger: .*Skrev funnene til «funn\.sarif»\.\n$/) as string]);
    const { runs: [run] } = JSON.parse(readFileSync(at('under/funn.sarif'), 'utf8')) as { runs: { artifacts: { location: { uri: string } }[] }[] };
    expect(run!.artifacts.map(({ location }) => location.uri)).toEqual(['under/utkast.dpia.yaml', 'visma.dpia.yaml']);
    expect(vurdert(['visma.dpia.yaml', '--format', 'github', '--root', 'under', '--fail-on', 'none']).out).toContain('file=../visma.dpia.yaml');
    vurdert(['-o', 'visma.dpia.yaml']);
    expect(readFileSync(at('visma.dpia.yaml'), 'utf8')).toBe(VISMA);
  });

  it.each([
    ['a baseline that is not there', ['--baseline', 'borte.json'], /Grunnlinjen «borte\.json» finnes ikke/],
    ['a baseline that is something else', ['--baseline', 'visma.dpia.yaml', '--update-baseline'], /ikke en grunnlinje/],
    ['an update of no baseline', ['--update-baseline'], /--baseline FIL --update-baseline/],
    ['a number that is none', ['--max-warnings', 'mange'], /heltall fra 0/],
    ['a status that there is none of', ['--status', 'utkast,ferdig'], /«ferdig» kan ikke brukes med «--status»/],
    ['a root that is not there', ['--root', 'borte'], /«borte» er ikke en mappe/],
  ])('tells plainly of %s, and ends with 2', (_, args, message) => {
    const { code, out, error } = vurdert(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(message);
  });
});
