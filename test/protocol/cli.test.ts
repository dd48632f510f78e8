import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

const SAMPLE = 'samples/visma-familia.dpia.yaml';
const COMPLETE = 'samples/paamelding-kulturskole.dpia.yaml';
const { version } = JSON.parse(read('package.json')) as { version: string };

interface Run {
  code: number | null;
  out: string;
  error: string;
}

function vurdert(args: string[], { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}

let folder: string;
const file = (name: string, content: string | Buffer): string => {
  const at = path.join(folder, name);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, content);
  return at;
};

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-'));
  file('a/ren.dpia.yaml', read(COMPLETE));
  file('a/b/feil.dpia.yaml', read(SAMPLE));
  file('a/b/annet.yaml', 'services: {}\n');
  file('a/node_modules/pakke/x.dpia.yaml', read(SAMPLE));
  file('a/.skjult/x.dpia.yaml', read(SAMPLE));
  symlinkSync('..', path.join(folder, 'a/b/ring'));
  file('tom/les.meg', 'ingen her\n');
  file('tom/compose.yaml', 'services: {}\n');
  file('latin/vurdering.yaml', Buffer.from('vurdering: dpia\ntittel: P\xe5melding\n', 'latin1'));
  file('latin/annet.yaml', Buffer.from('navn: P\xe5melding\n', 'latin1'));
  file('utf16/x.dpia.yaml', Buffer.from('\uFEFFvurdering: dpia\n', 'utf16le'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('vurdert check', () => {
  it('lists findings by file with place, severity, message, code and what to do, and ends with 1', async () => {
    const { code, out, error } = await vurdert(['check', SAMPLE]);
    expect(code).toBe(1);
    expect(error).toBe('');
    expect(out.startsWith(`${SAMPLE}\n`)).toBe(true);
    expect(out).toMatch(/^ +\d+:\d+ {2}Feil +\S.* \([a-z0-9-]+\)$/m);
    expect(out).toMatch(/^ +→ \S/m);
    expect(out).toMatch(/\n1 vurdering: \d+ feil, \d+ advars(el|ler)(, \d+ opplysning(er)?)?\.\n$/);
    expect(out).not.toMatch(/\u001B|undefined|[{}]/);
  });

  it('ends with 0 for a clean file, and says so', async () => {
    expect(await vurdert(['check', COMPLETE])).toEqual({ code: 0, out: '1 vurdering, ingen funn.\n', error: '' });
  });

  it('gives the same findings as JSON', async () => {
    const { code, out } = await vurdert(['check', '--format', 'json', SAMPLE]);
    expect(code).toBe(1);
    const { files, summary } = JSON.parse(out) as { files: { file: string; findings: { severity: string; start: { line: number; column: number } }[] }[]; summary: Record<string, number> };
    expect(files.map((each) => each.file)).toEqual([SAMPLE]);
    const { findings } = files[0]!;
    for (const severity of ['error', 'warning', 'information']) expect(findings.filter((finding) => finding.severity === severity)).toHaveLength(summary[severity]!);
    const places = findings.map(({ start }) => start.line * 10_000 + start.column);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(findings[0]!.start.line).toBeGreaterThan(0);
  });

  it('looks below folders, past node_modules, dot folders, other YAML and rings of links, in a certain order', async () => {
    const run = await vurdert(['check', '--format', 'json', 'a'], { cwd: folder });
    expect((JSON.parse(run.out) as { files: { file: string }[] }).files.map((each) => each.file)).toEqual([path.join('a', 'b', 'feil.dpia.yaml'), path.join('a', 'ren.dpia.yaml')]);
    expect(await vurdert(['check', '--format', 'json', 'a'], { cwd: folder })).toEqual(run);
    const here = await vurdert(['check', '--format', 'json'], { cwd: path.join(folder, 'a') });
    expect((JSON.parse(here.out) as { files: { file: string }[] }).files.map((each) => each.file)).toEqual([path.join('b', 'feil.dpia.yaml'), 'ren.dpia.yaml']);
  });

  it('reports what several files say together, with the other end as a relative path', async () => {
    const at = 'bydel/klubb';
    for (const name of ['instagram.plattform.yaml', 'instagram.ip.yaml', 'instagram.plm.yaml']) file(`${at}/${name}`, read(`samples/bydel/fritidsklubben/${name}`));
    file('bydel/behandlingsoversikt.yaml', /^[\s\S]*?ført: \S+\n/.exec(read('samples/bydel/behandlingsoversikt.yaml'))![0].replaceAll('./fritidsklubben/', './klubb/').replace(/overføring: .*/, 'overføring: Nei, ingen opplysninger går ut av EØS.'));
    type Found = { code: string; related: { file?: string; path: string; start: { line: number } }[] };
    const json = async (...args: string[]): Promise<{ file: string; findings: Found[] }[]> => (JSON.parse((await vurdert(['check', '--format', 'json', ...args], { cwd: folder })).out) as { files: { file: string; findings: Found[] }[] }).files;
    const both = (await json('bydel')).filter(({ findings }) => findings.some(({ code }) => code === 'oversikt-avviker'));
    expect(both.map((each) => each.file)).toEqual([path.join('bydel', 'behandlingsoversikt.yaml'), path.join('bydel', 'klubb', 'instagram.plattform.yaml')]);
    expect(both[0]!.findings[0]!.related).toMatchObject([{ file: both[1]!.file, start: { line: expect.any(Number) } }]);
    // Named alone, a file has its links' findings; the files that it links to are read and not reported.
    const alone = await json(path.join(at, 'instagram.plattform.yaml'));
    expect(alone.map((each) => each.file)).toEqual([both[1]!.file]);
    expect(alone[0]!.findings).toEqual(both[1]!.findings);
  });

  it('follows --fail-on', async () => {
    const draft = file('utkast/kort.dpia.yaml', 'vurdering: dpia\nmal: e-helse-2018\ntittel: Kort\nbehandlingsansvarlig: Kommunen\nstatus: utkast\nsvar:\n  I.1: nei\n');
    expect((await vurdert(['check', draft])).code).toBe(0);
    expect((await vurdert(['check', draft, '--fail-on', 'information'])).code).toBe(1);
    expect((await vurdert(['check', '--fail-on=error', SAMPLE])).code).toBe(1);
  });

  it('keeps the characters of a file from steering the terminal', async () => {
    const nasty = file('skurk/x.dpia.yaml', 'vurdering: dpia\nmal: e-helse-2018\n"\\e[31mnøkkel\\e[0m": x\n');
    expect((await vurdert(['check', nasty], { env: { FORCE_COLOR: '1' } })).out).not.toContain('\u001B');
  });

  it.each([
    ['a missing file', ['check', 'finnes-ikke.yaml'], /finnes-ikke\.yaml» finnes ikke/],
    ['a folder without assessments', ['check', 'tom'], /Fant ingen vurderinger i «tom»/],
    ['a file that is not YAML', ['check', 'tom/les.meg'], /ikke en YAML-fil/],
    ['a file that is not an assessment', ['check', 'tom/compose.yaml'], /ikke en vurdering/],
    ['a file that is not UTF-8', ['check', 'latin'], /latin.vurdering\.yaml» er ikke lagret som UTF-8/],
    ['a file in UTF-16', ['check', 'utf16'], /x\.dpia\.yaml» er ikke lagret som UTF-8/],
    ['an unknown option', ['check', '--fasong', 'json'], /Kjenner ikke valget «--fasong»/],
    ['an unknown short option', ['check', '-q'], /Kjenner ikke valget «-q»/],
    ['a value that is not among those allowed', ['check', '--format', 'xml'], /«xml» kan ikke brukes med «--format»/],
    ['fewer warnings than none', ['check', '--max-warnings', '-1', 'a'], /--max-warnings må være et heltall fra 0 og oppover, ikke «-1»/],
    ['an option where the value belongs', ['check', '--max-warnings', '-q'], /«--max-warnings» mangler en verdi/],
    ['an option without its value', ['check', '--fail-on'], /«--fail-on» mangler en verdi/],
    ['an unknown command', ['sjekk'], /Kjenner ikke kommandoen «sjekk»/],
    ['render of a folder without a place to write', ['render', 'a'], /Bruk --output-dir MAPPE/],
    ['render of Word to the terminal', ['render', 'a/ren.dpia.yaml', '--format', 'docx'], /kan ikke vises i terminalen/],
    ['render of a missing file', ['render', 'nei.yaml'], /finnes ikke/],
    ['render to a place that is not there', ['render', 'a/ren.dpia.yaml', '-o', 'ingen/sted/x.html'], /Kunne ikke skrive/],
    ['explain of nothing', ['explain'], /Oppgi hva du vil ha forklart/],
    ['explain of something unknown', ['explain', 'ja-utlser-dpia'], /Mente du «ja-utloser-dpia»\?/],
  ])('%s is a clear error, and 2', async (_, args, message) => {
    const { code, out, error } = await vurdert(args, { cwd: folder });
    expect(error).toMatch(message);
    expect(error).not.toMatch(/\bat .*:\d+:\d+|Error:/);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  // A superuser reads everything, so there is nothing to see.
  it.skipIf(process.getuid?.() === 0)('tells what may not be read, checks the rest, and ends with 2', async () => {
    const locked = file('laast/x.dpia.yaml', read(SAMPLE));
    chmodSync(locked, 0);
    const { code, error } = await vurdert(['check', locked]);
    expect(error).toContain('ikke tilgang');
    expect(code).toBe(2);
  });

  it('compares dates with the day that is given', async () => {
    const at = file('gjennomgang.ip.yaml', 'vurdering: ip\nmal: ip-2026\nneste-gjennomgang: 2031-05-01\n');
    const passed = async (day: string): Promise<boolean> => {
      const { out } = await vurdert(['check', at, '--today', day, '--fail-on', 'none']);
      expect(out).toContain('gjennomgang.ip.yaml');
      return out.includes('(neste-gjennomgang-passert)');
    };
    expect([await passed('2031-04-30'), await passed('2031-05-02')]).toEqual([false, true]);
    for (const day of ['2031-02-30', 'i morgen', '1. mai 2031']) {
      const { code, out, error } = await vurdert(['check', at, '--today', day]);
      expect({ code, out, error }).toEqual({ code: 2, out: '', error: `«${day}» er ingen dag. «--today» skrives som år, måned og dag: 2026-12-31.\n` });
    }
  });

  it('checks what can be read beside what cannot', async () => {
    const { code, out, error } = await vurdert(['check', 'a/ren.dpia.yaml', 'borte.yaml'], { cwd: folder });
    expect(out).toBe('1 vurdering, ingen funn.\n');
    expect(error).toContain('«borte.yaml» finnes ikke');
    expect(code).toBe(2);
  });
});

describe('vurdert render', () => {
  it('writes HTML to standard output, Markdown on request, or to a file', async () => {
    const html = await vurdert(['render', COMPLETE]);
    expect(html).toMatchObject({ code: 0, error: '' });
    expect(html.out).toMatch(/^<!doctype html><html lang="nb">/);
    const markdown = await vurdert(['render', COMPLETE, '--format', 'md']);
    expect(markdown.out).toMatch(/^# /m);
    const target = path.join(folder, 'rapport.html');
    expect(await vurdert(['render', COMPLETE, '-o', target])).toEqual({ code: 0, out: '', error: `Skrev rapporten til «${target}».\n` });
    expect(readFileSync(target, 'utf8')).toBe(html.out);
  });
});

describe('vurdert explain', () => {
  it.each([
    [['ja-utloser-dpia'], 'Kode: `ja-utloser-dpia`'],
    [['art.', '35', 'nr.', '1'], 'art. 35 nr. 1'],
    [['artikkel 35 nr 1'], 'art. 35 nr. 1'],
    [['ii.4.2'], 'II.4.2'],
    [['A.1'], '- plattform-2026/A.1 Hvilken tjeneste gjelder det?'],
    [['plattform/a.1'], '# A.1 Hvilken tjeneste gjelder det?'],
  ])('%j', async (subject, expected) => {
    const { code, out, error } = await vurdert(['explain', ...subject]);
    expect(out).toContain(expected);
    expect(out).not.toContain('vurdert:/');
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });
});

describe('vurdert', () => {
  it('tells its version and how to use it', async () => {
    expect(await vurdert(['--version'])).toEqual({ code: 0, out: `${version}\n`, error: '' });
    const help = await vurdert(['--help']);
    expect(help).toMatchObject({ code: 0, error: '' });
    expect(help.out).toContain('vurdert check');
    // Each command has a help of its own that names every option it takes.
    const OPTIONS = {
      check: ['--format', '--output', '--root', '--staged', '--changed-since', '--status', '--fail-on', '--max-warnings', '--baseline', '--update-baseline'],
      render: ['--format', '--edition', '--output', '--output-dir', '--force', '--history'], diff: ['--rev', '--format', '--edition', '--output', '--force', '--exit-code', '--max-length'], explain: [], lsp: ['--stdio'], mcp: ['--root'],
    };
    for (const [command, options] of Object.entries(OPTIONS)) {
      const own = await vurdert([command, '--help']);
      expect(own).toMatchObject({ code: 0, error: '', out: expect.stringContaining(`vurdert ${command}`) as string });
      expect(await vurdert(['help', command])).toEqual(own);
      expect(own.out.split('\n').filter((line) => [...line].length > 120)).toEqual([]);
      for (const option of options) expect(own.out).toContain(option);
      expect(help.out).toContain(`vurdert ${command}`);
    }
    expect(await vurdert([])).toEqual({ code: 2, out: '', error: help.out });
  });
});
