/** The command line under a configuration: precedence, what is left out, and `vurdert config`. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

const CODE = 'deltakere-faerre-enn-to';
const IP = read('samples/bydel/fritidsklubben/instagram.ip.yaml').replace(/^ {2}A\.9: .*$/m, '  A.9: Personvern- og informasjonskoordinatoren');
const SUPPRESSED = `${IP}undertrykk:\n  - funn: ${CODE}\n    begrunnelse: Koordinatoren gjorde vurderingen sammen med ledergruppen.\n`;

let folder: string;
const file = (name: string, content: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
function vurdert(...args: string[]): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}
interface Json { files: { file: string; kind: string; findings: { code: string; severity: string }[] }[]; summary: { files: number } }
const check = async (...args: string[]): Promise<Json> => JSON.parse((await vurdert('check', '--format', 'json', ...args)).out) as Json;
const severities = ({ files }: Json, name: string, code = CODE): string[] => files.filter((each) => each.file === name).flatMap(({ findings }) => findings.filter((finding) => finding.code === code).map(({ severity }) => severity));

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-'));
  mkdirSync(path.join(folder, '.git'));
  for (const place of ['streng', 'slapp', 'slapp/under', 'feil', 'ingen']) file(`${place}/a.ip.yaml`, IP);
  file('streng/undertrykt.ip.yaml', SUPPRESSED);
  file('streng/arkiv/gammel.ip.yaml', IP);
  file('streng/vurdert.config.yaml', `utelat: [arkiv]\nregler:\n  ${CODE}: feil\n`);
  file('slapp/vurdert.config.yaml', `regler:\n  ${CODE}: av\n`);
  file('feil/vurdert.config.yaml', `regler:\n  ${CODE}: feil\n  ${CODE}n: av\n  dpia-mangler: av\nmaler: [ingen-steder]\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('vurdert check', () => {
  it('takes the nearest configuration, and a suppression in the file before it', async () => {
    const result = await check();
    const of = (name: string): string[] => severities(result, name);
    expect([of('ingen/a.ip.yaml'), of('streng/a.ip.yaml'), of('slapp/a.ip.yaml'), of('slapp/under/a.ip.yaml'), of('streng/undertrykt.ip.yaml')]).toEqual([['warning'], ['error'], [], [], []]);
    expect(result.files.map((each) => each.file)).not.toContain('streng/arkiv/gammel.ip.yaml');
  });

  it('reads what is left out where it is named', async () => {
    expect(severities(await check('streng/arkiv/gammel.ip.yaml'), 'streng/arkiv/gammel.ip.yaml')).toEqual(['error']);
  });

  it('ends as the graded findings say', async () => {
    expect((await vurdert('check', 'streng/a.ip.yaml')).code).toBe(1);
    expect((await vurdert('check', 'slapp')).code).toBe(0);
    expect((await vurdert('check', 'streng/a.ip.yaml', '--fail-on', 'none')).code).toBe(0);
  });

  it('shows what is wrong in the configuration as findings in it, and goes on', async () => {
    const result = await check('feil');
    expect(result.files.map((each) => each.file)).toEqual(['feil/vurdert.config.yaml', 'feil/a.ip.yaml']);
    expect(result.files[0]!.findings.map(({ code }) => code)).toEqual(['konfigurasjon-regel', 'konfigurasjon-for-lavt', 'konfigurasjon-sti']);
    expect(severities(result, 'feil/a.ip.yaml')).toEqual(['error']);
    expect(result.summary.files).toBe(1);
    expect((await vurdert('check', 'feil')).code).toBe(1);
  });
});

describe('vurdert config', () => {
  it('says what is in force, and where each value comes from', async () => {
    const { code, out, error } = await vurdert('config', 'streng/a.ip.yaml');
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('Konfigurasjonen står i streng/vurdert.config.yaml.');
    expect(out).toMatch(/utelat +arkiv {2}\(streng\/vurdert\.config\.yaml:1\)/);
    expect(out).toMatch(/regler › deltakere-faerre-enn-to › utkast +feil {2}\(streng\/vurdert\.config\.yaml:3\)/);
    expect(out).toMatch(/språk +nb {2}\(standard\)/);
  });

  it('says it to programs too', async () => {
    const { code, out } = await vurdert('config', 'feil', '--format', 'json');
    const { file: found, values, findings } = JSON.parse(out) as { file: string; values: { key: string; value: unknown; from: string; line?: number }[]; findings: { code: string; line: number }[] };
    expect([code, found]).toEqual([1, 'feil/vurdert.config.yaml']);
    // What is not used is not in force.
    expect(values.find(({ key }) => key === 'regler/dpia-mangler/utkast')).toEqual({ key: 'regler/dpia-mangler/utkast', value: 'advarsel', from: 'default' });
    expect(findings.map(({ code: each, line }) => `${line}: ${each}`)).toEqual(['3: konfigurasjon-regel', '4: konfigurasjon-for-lavt', '5: konfigurasjon-sti']);
  });

  it('says besides what applies in VS Code, where the folder’s settings there speak of rules', async () => {
    file('streng/.git/HEAD', '');
    file('streng/.vscode/settings.json', `// felles\n{\n\t"editor.rulers": [120], /* "vurdert.regler": {} */\n\t"x.url": "https://solvik.example//\\"a",\n\t"vurdert.regler": {\n\t\t"${CODE}": "av",\n\t\t"plassholder": { "utkast": "feil" }, // strengt\n\t\t"dpia-mangler": "av",\n\t},\n}\n`);
    try {
      const { code, out } = await vurdert('config', 'streng/a.ip.yaml');
      expect(code).toBe(0);
      const [inTerminal, inVSCode] = out.split('innstillingen «vurdert.regler» i streng/.vscode/settings.json nevner');
      expect(inTerminal).toMatch(/deltakere-faerre-enn-to › utkast +feil/);
      expect(inTerminal).not.toContain('plassholder');
      expect(inVSCode).toMatch(/deltakere-faerre-enn-to › utkast +feil {2}\(streng\/vurdert\.config\.yaml:3\)/);
      expect(inVSCode).toMatch(/plassholder › utkast +feil {2}\(streng\/\.vscode\/settings\.json:7\)/);
      expect(inVSCode).toMatch(/plassholder › besluttet +feil {2}\(standard\)/);
      expect(inVSCode).toMatch(/dpia-mangler › utkast +advarsel {2}\(standard\)/);
      expect(inVSCode).toContain('vurdert.regler › dpia-mangler: «dpia-mangler» kan ikke settes lavere');
      const { values, vscode } = JSON.parse((await vurdert('config', 'streng', '--format', 'json')).out) as { values: { key: string }[]; vscode: { file: string; values: object[] } };
      expect(values.some(({ key }) => key.includes('plassholder'))).toBe(false);
      expect(vscode.file).toBe('streng/.vscode/settings.json');
      expect(vscode.values).toContainEqual({ key: 'regler/plassholder/utkast', value: 'feil', from: 'setting', line: 7 });
      // The terminal's own runs do not go by it.
      expect(severities(await check('streng/a.ip.yaml'), 'streng/a.ip.yaml')).toEqual(['error']);
    } finally {
      for (const name of ['.git', '.vscode']) rmSync(path.join(folder, 'streng', name), { recursive: true });
    }
    const { out } = await vurdert('config', 'streng');
    expect(out).not.toContain('settings.json');
    expect(out).toContain('Hver brukers egne innstillinger i VS Code er ikke kjent her.');
    expect((JSON.parse((await vurdert('config', 'streng', '--format', 'json')).out) as { vscode: unknown }).vscode).toBeNull();
  });

  it('says where there is none, where a file is left out, and what does not exist', async () => {
    expect((await vurdert('config', 'ingen')).out).toContain('Det finnes ingen vurdert.config.yaml');
    expect((await vurdert('config', 'streng/arkiv/gammel.ip.yaml')).out).toContain('er utelatt i konfigurasjonen');
    const { code, error } = await vurdert('config', 'finnes-ikke');
    expect(code).toBe(2);
    expect(error).toContain('«finnes-ikke»');
  });
});
