/** `vurdert check` of a repository with own templates, and of the template files themselves. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-'));
  mkdirSync(path.join(folder, 'maler'));
  for (const name of ['kommune-dpia.mal.yaml', 'kommune-dpia.1.mal.yaml', 'fagradet.regel.yaml', 'feil/uten-grunnlag.mal.yaml']) cpSync(path.join(root, 'test/fixtures/own', name), path.join(folder, 'maler', path.basename(name)));
  writeFileSync(path.join(folder, 'vurdert.config.yaml'), 'maler: [maler]\nregelfiler: [maler]\n');
  writeFileSync(path.join(folder, 'vakt.dpia.yaml'), "vurdering: dpia\nmal: kommune-dpia\nmalversjon: '1'\ntittel: Vakt\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nsvar:\n  K.3: Eier\n");
}, 120_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function codes(...args: string[]): { [file: string]: string[] } {
  let out: string;
  try {
    out = execFileSync(process.execPath, [CLI, 'check', '--format', 'json', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    out = (error as { stdout: string }).stdout;
  }
  const { files } = JSON.parse(out) as { files: { file: string; findings: { code: string }[] }[] };
  return Object.fromEntries(files.map(({ file, findings }) => [file, [...new Set(findings.map(({ code }) => code))].sort()]));
}

it('a repository is checked with its own templates, and they are checked too', () => {
  expect(codes('.')).toEqual({ 'maler/uten-grunnlag.mal.yaml': ['egen-id'], 'vakt.dpia.yaml': ['mal-nyere-versjon', 'ubesvarte'] });
});

it('a template that is named is checked alone', () => {
  expect(codes('maler/uten-grunnlag.mal.yaml')).toEqual({ 'maler/uten-grunnlag.mal.yaml': ['egen-id'] });
  expect(codes('maler/kommune-dpia.mal.yaml')).toEqual({});
});

it('a template that no configuration names is said not to be in use, come upon or named', () => {
  mkdirSync(path.join(folder, 'andre'));
  cpSync(path.join(root, 'test/fixtures/own/fagradet.regel.yaml'), path.join(folder, 'andre', 'annet.regel.yaml'));
  try {
    expect(codes('.')['andre/annet.regel.yaml']).toContain('egen-ubrukt');
    expect(Object.keys(codes('andre/annet.regel.yaml'))).toEqual(['andre/annet.regel.yaml']);
    expect(codes('andre')['andre/annet.regel.yaml']).toContain('egen-ubrukt');
  } finally {
    rmSync(path.join(folder, 'andre'), { recursive: true });
  }
});

it('a configuration may be named, and one that leaves nothing to look at tells of its mistakes', () => {
  const at = path.join(folder, 'feil');
  mkdirSync(at);
  writeFileSync(path.join(at, 'vurdert.config.yaml'), 'mapper: [ingenting, 7, {a: b}]\n');
  try {
    expect(codes('vurdert.config.yaml')).toEqual({});
    expect(codes('feil/vurdert.config.yaml')).toEqual({ 'feil/vurdert.config.yaml': ['konfigurasjon-verdi'] });
    expect(codes('feil')['feil/vurdert.config.yaml']).toEqual(['konfigurasjon-verdi']);
  } finally {
    rmSync(at, { recursive: true });
  }
});

it('explains the codes and questions of the repository', () => {
  const explain = (what: string): string => execFileSync(process.execPath, [CLI, 'explain', what], { cwd: folder, encoding: 'utf8' });
  expect(explain('kommune-dpia/K.1')).toMatch(/^# K\.1 /);
  expect(() => explain('kommune-dpia/FINNES-IKKE')).toThrow();
});

it('compares files as the configuration beside the newer one says, wherever the process stands', () => {
  const other = path.join(folder, 'vakt-2.dpia.yaml');
  cpSync(path.join(folder, 'vakt.dpia.yaml'), other);
  writeFileSync(other, readFileSync(other, 'utf8').replace('K.3: Eier', 'K.3: Bestiller'));
  const ended = spawnSync(process.execPath, [CLI, 'diff', '--format', 'json', path.join(folder, 'vakt.dpia.yaml'), other], { cwd: tmpdir(), encoding: 'utf8' });
  rmSync(other);
  expect(ended.status).toBe(0);
  const { filer } = JSON.parse(ended.stdout) as { filer: { svar: { id: string; spørsmål: string }[] }[] };
  expect(filer.flatMap(({ svar }) => svar.map(({ id }) => id))).toEqual(['K.3']);
});

const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
const messages = (file: string, ...args: string[]): string[] => {
  const { files } = JSON.parse(run('check', '--format', 'json', ...args).stdout) as { files: { file: string; findings: { code: string; message: string }[] }[] };
  return files.filter((each) => each.file === file).flatMap(({ findings }) => findings.map(({ code, message }) => `${code}: ${message}`));
};

it('a template that is not UTF-8 is told of where the configuration names it, and where an assessment does', () => {
  const at = path.join(folder, 'latin');
  mkdirSync(path.join(at, 'maler'), { recursive: true });
  const template = "mal: latin\nutvider: e-helse-2018\ntittel: Særskilt\nutgiver: Eksempel kommune\nversjon: '1'\n";
  writeFileSync(path.join(at, 'maler/latin.mal.yaml'), Buffer.from(template, 'latin1'));
  writeFileSync(path.join(at, 'maler/utf16.mal.yaml'), Buffer.from(`\uFEFF${template.replace('latin', 'utf16')}`, 'utf16le'));
  writeFileSync(path.join(at, 'regel.yaml'), Buffer.from('kode: særskilt\n', 'latin1'));
  writeFileSync(path.join(at, 'vurdert.config.yaml'), 'maler: [maler]\nregelfiler: [regel.yaml, maler]\n');
  for (const id of ['latin', 'utf16']) writeFileSync(path.join(at, `${id}.dpia.yaml`), `vurdering: dpia\nmal: ${id}\ntittel: Vakt\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nsvar: {}\n`);
  try {
    const told = (file: string): string => `konfigurasjon-sti: «${file}» er ikke lagret som UTF-8 og er ikke i bruk. Lagre den på nytt med tegnkodingen UTF-8.`;
    expect(messages('latin/vurdert.config.yaml', 'latin')).toEqual([told('maler/latin.mal.yaml'), told('maler/utf16.mal.yaml'), told('regel.yaml')]);
    for (const id of ['latin', 'utf16']) expect(messages(`latin/${id}.dpia.yaml`, 'latin')).toContain(`ukjent-mal: Malen «${id}» har feil og kan ikke brukes. Rett ${id}.mal.yaml først.`);
    expect(run('check', 'latin').status).toBe(1);
  } finally {
    rmSync(at, { recursive: true });
  }
});

it('a template or rule that is staged takes the assessments along that it is about', () => {
  const at = mkdtempSync(path.join(tmpdir(), 'vurdert-'));
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@solvik.example', ...args], { cwd: at, encoding: 'utf8' });
  const file = (name: string, content: string): void => {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), content);
  };
  const template = (id: string, base: string, hidden: string): string => `mal: ${id}\nutvider: ${base}\ntittel: T\nutgiver: U\nversjon: '1'\nskjul:\n  - {id: ${hidden}, begrunnelse: Ja}\n`;
  const rule = (templates: string): string => `kode: egen\ntittel: T\ngruppe: mangel\nalvorlighet: advarsel\n${templates}når: {required: [II.4.2]}\npå: II.4.2\nmelding: M\nhvorfor: H\ngjør: G\n`;
  const staged = (): string[] => {
    git('add', '-A');
    const { stdout } = spawnSync(process.execPath, [CLI, 'check', '--staged', '--format', 'json'], { cwd: at, encoding: 'utf8' });
    git('commit', '-qm', 'endret');
    return (JSON.parse(stdout) as { files: { file: string; kind: string }[] }).files.map((each) => each.file).filter((name) => name.endsWith('.dpia.yaml'));
  };
  try {
    git('init', '-q');
    file('vurdert.config.yaml', 'maler: [maler]\nregelfiler: [maler]\n');
    for (const id of ['grunn', 'bygger', 'annen']) {
      file(`maler/${id}.mal.yaml`, template(id, id === 'bygger' ? 'grunn' : 'e-helse-2018', 'II.1.p1'));
      file(`${id}.dpia.yaml`, `vurdering: dpia\nmal: ${id}\ntittel: ${id}\nstatus: utkast\n`);
    }
    file('alene.dpia.yaml', 'vurdering: dpia\nmal: e-helse-2018\ntittel: Alene\nstatus: utkast\n');
    file('maler/egen.regel.yaml', rule('maler: [annen]\n'));
    const all = ['alene.dpia.yaml', 'annen.dpia.yaml', 'bygger.dpia.yaml', 'grunn.dpia.yaml'];
    expect(staged()).toEqual(all);
    file('maler/grunn.mal.yaml', template('grunn', 'e-helse-2018', 'II.1.p2'));
    expect(staged()).toEqual(['bygger.dpia.yaml', 'grunn.dpia.yaml']);
    file('maler/bygger.mal.yaml', template('bygger', 'grunn', 'II.1.p3'));
    expect(staged()).toEqual(['bygger.dpia.yaml']);
    file('maler/egen.regel.yaml', rule('maler: [grunn]\n'));
    expect(staged()).toEqual(['annen.dpia.yaml', 'bygger.dpia.yaml', 'grunn.dpia.yaml']);
    file('maler/egen.regel.yaml', rule(''));
    expect(staged()).toEqual(all);
    // Nobody can tell which were on a template that is no more.
    rmSync(path.join(at, 'maler/annen.mal.yaml'));
    expect(staged()).toEqual(all);
    file('vurdert.config.yaml', 'maler: [maler]\nregelfiler: [maler]\nspråk: nn\n');
    expect(staged()).toEqual(all);
  } finally {
    rmSync(at, { recursive: true });
  }
});

it('more templates than are read are told of, in the configuration and in those that are not', () => {
  const at = path.join(folder, 'mange');
  mkdirSync(path.join(at, 'maler'), { recursive: true });
  const write = (i: number): void => writeFileSync(path.join(at, `maler/m${String(i).padStart(3, '0')}.mal.yaml`), `mal: m${i}\nutvider: e-helse-2018\ntittel: M\nutgiver: U\nversjon: '1'\n`);
  writeFileSync(path.join(at, 'vurdert.config.yaml'), 'maler: [maler]\nregelfiler: [maler]\n');
  try {
    for (let i = 0; i < 200; i++) write(i);
    expect(codes('mange/vurdert.config.yaml')).toEqual({});
    write(200);
    expect(messages('mange/vurdert.config.yaml', 'mange/vurdert.config.yaml')).toEqual(['konfigurasjon-sti: Det er 201 filer under «maler», og bare de 200 første er i bruk. «maler/m200.mal.yaml» og de som kommer etter, er det ikke. Ta bort dem som ikke trengs.']);
    expect(messages('mange/maler/m200.mal.yaml', 'mange/maler/m200.mal.yaml')).toEqual(['egen-ubrukt: Filen er ikke i bruk: Det er for mange filer under «maler» i vurdert.config.yaml, og bare de 200 første leses.']);
  } finally {
    rmSync(at, { recursive: true });
  }
});

it('never writes over a configuration, template, rule or assessment, not even with --force', () => {
  const at = path.join(folder, 'kilder');
  mkdirSync(at);
  const sources = { 'vurdert.config.yaml': 'maler: [mal.yaml]\n', 'x.mal.yaml': 'mal: x\n', 'x.regel.yaml': 'kode: x\n', 'mal.yaml': 'mal: y\n', 'annen.dpia.yaml': 'vurdering: dpia\n' };
  for (const [name, text] of Object.entries(sources)) writeFileSync(path.join(at, name), text);
  symlinkSync('vurdert.config.yaml', path.join(at, 'lenke.html'));
  try {
    const commands = [['check', 'vakt.dpia.yaml'], ['check', 'vakt.dpia.yaml', '--update-baseline', '--baseline'], ['render', 'vakt.dpia.yaml', '--format', 'md', '--force'], ['diff', 'vakt.dpia.yaml', 'vakt.dpia.yaml', '--force']];
    const refused = (args: string[], target: string): void => {
      const { status, stderr } = run(...args, ...(args.at(-1) === '--baseline' ? [] : ['-o']), `kilder/${target}`);
      const message = args.at(-1) === '--baseline' ? /ikke en grunnlinje/ : target === 'annen.dpia.yaml' ? /er selv en vurdering/ : /er en konfigurasjon, en mal eller en regel, og kan ikke skrives over/;
      expect([status, stderr], `${args.join(' ')} ${target}`).toEqual([2, expect.stringMatching(message)]);
    };
    for (const args of commands) refused(args, 'vurdert.config.yaml');
    for (const target of [...Object.keys(sources), 'lenke.html', 'ny.mal.yaml']) refused(commands[0]!, target);
    for (const [name, text] of Object.entries(sources)) expect(readFileSync(path.join(at, name), 'utf8')).toBe(text);
    expect(run('check', 'vakt.dpia.yaml', '--update-baseline', '--baseline', 'kilder/ny.mal.yaml')).toMatchObject({ status: 2, stderr: expect.stringContaining('kan ikke skrives over') });
    expect(existsSync(path.join(at, 'ny.mal.yaml'))).toBe(false);
    expect(run(...commands[0]!, '-o', 'kilder/funn.txt').stderr).toContain('funn.txt');
    expect(existsSync(path.join(at, 'funn.txt'))).toBe(true);
  } finally {
    rmSync(at, { recursive: true });
  }
});

it('explains the codes of findings in templates and rules', () => {
  const { status, stdout } = run('explain', 'egen-form');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^# Formen er feil\n[^]*egen-form[^]*docs\/egne-maler\.md/)]);
});
