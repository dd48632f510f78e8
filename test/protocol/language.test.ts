/** The language of what is said, as a client, a user and a repository choose it; and that bokmål pays nothing for the others. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { libraryIn } from '../../server/core/library.ts';
import { library } from '../../server/core/product.ts';
import { textsIn } from '../../server/core/texts/texts.ts';
import type { Language } from '../../server/core/texts/language.ts';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt, SERVER } from './built.ts';
import { childClient, localClient, MODERN, type Client } from './client.ts';

const URI = 'file:///språk/x.dpia.yaml';
const text = 'vurdering: dpia\nmal: e-helse-2018\ntittel: x\nbehandlingsansvarlig: y\nstatus: utkast\nsvar:\n  I.1: kanskje\n';
const nynorsk = text.replace('tittel:', 'språk: nn\ntittel:');

async function begun(client: Client, params: { locale?: string; initializationOptions?: object } = {}): Promise<Client> {
  client.initialized = await client.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: MODERN, ...params });
  await client.notify('initialized', {});
  return client;
}
async function messages(client: Client, uri = URI): Promise<string[]> {
  const report = await client.pull(uri);
  return 'items' in report ? report.items.map(({ message }: Diagnostic) => String(message)) : [];
}
/** The rule of the wrong answer in a language, up to its first hole. */
const saidIn = (language: Language): string => libraryIn(library, language).rules.find(({ code }) => code === 'ugyldig-svar')!.messages['ja-nei']!.split('{tillatt}')[0]!.split('}').at(-1)!;

describe('a client', () => {
  it.each<[string, { locale?: string; initializationOptions?: object }, Language]>([
    ['that says nothing', {}, 'nb'],
    ['in English', { locale: 'en' }, 'nb'],
    ['in nynorsk', { locale: 'nn-NO' }, 'nn'],
    ['that asks for English', { locale: 'nb', initializationOptions: { språk: 'en' } }, 'en'],
    ['that asks for what it runs in', { locale: 'nn', initializationOptions: { språk: 'auto' } }, 'nn'],
  ])('%s', async (_, params, language) => {
    const client = await begun(localClient(), params);
    await client.open(URI, text);
    expect((await messages(client)).some((message) => message.includes(saidIn(language)))).toBe(true);
    await client.end();
  });
  it('changes its setting: findings and hovers follow, and the file keeps its own', async () => {
    const client = await begun(localClient());
    await client.open(URI, nynorsk);
    const hovered = async (): Promise<string> => JSON.stringify((await client.at<Hover>('textDocument/hover', URI, nynorsk, 'I.1', 1)).contents);
    const question = libraryIn(library, 'nn').templates.find(({ id }) => id === 'e-helse-2018')!.parts[0]!.sections[0]!.items[0] as { text: string };
    expect(await messages(client)).toEqual(expect.arrayContaining([expect.stringContaining(saidIn('nb'))]));
    expect(await hovered()).toContain(question.text);
    await client.notify('workspace/didChangeConfiguration', { settings: { vurdert: { språk: 'en' } } });
    expect(await messages(client)).toEqual(expect.arrayContaining([expect.stringContaining(saidIn('en'))]));
    const told = await hovered();
    expect(told).toContain(question.text);
    expect(told).toContain(textsIn('en')('hover.explain-at', { svar: 'x' }).split('x')[0]!.trim().split(' ')[0]!);
    // Settings that say nothing of it leave it.
    await client.notify('workspace/didChangeConfiguration', { settings: { vurdert: { ordliste: { iTekst: true } } } });
    expect(await messages(client)).toEqual(expect.arrayContaining([expect.stringContaining(saidIn('en'))]));
    await client.end();
  });
  it('gets the report in the language of the file', async () => {
    const client = await begun(localClient(), { initializationOptions: { språk: 'en' } });
    await client.open(URI, nynorsk);
    const report = await client.request<{ html: string; language: string }>('vurdert/report', { uri: URI, format: 'html' });
    expect(report.language).toBe('nn');
    expect(report.html).toContain('<html lang="nn">');
    expect(report.html).toContain(textsIn('nn')('report.summary'));
    await client.end();
  });
});

describe('the programs', () => {
  let folder: string;
  const run = (args: string[], { env = {}, cwd = folder }: { env?: Record<string, string>; cwd?: string } = {}) => spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8', env: { ...process.env, VURDERT_SPRAAK: '', ...env } });

  beforeAll(() => {
    ensureBuilt();
    folder = mkdtempSync(path.join(tmpdir(), 'vurdert-'));
    mkdirSync(path.join(folder, 'nn'));
    writeFileSync(path.join(folder, 'x.dpia.yaml'), text);
    writeFileSync(path.join(folder, 'nn', 'x.dpia.yaml'), text);
    writeFileSync(path.join(folder, 'nn', 'vurdert.config.yaml'), 'språk: nn\n');
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, string[], { env?: Record<string, string>; sub?: string }, Language]>([
    ['nothing', [], {}, 'nb'],
    ['the option', ['--language', 'en'], {}, 'en'],
    ['the option, with an equals sign', ['--language=nn'], {}, 'nn'],
    ['the environment', [], { env: { VURDERT_SPRAAK: 'nn' } }, 'nn'],
    ['the option before the environment', ['--language', 'nb'], { env: { VURDERT_SPRAAK: 'nn' } }, 'nb'],
    ['the configuration', [], { sub: 'nn' }, 'nn'],
    ['the environment before the configuration', [], { env: { VURDERT_SPRAAK: 'en' }, sub: 'nn' }, 'en'],
  ])('the command line goes by %s', (_, args, { env = {}, sub = '.' }, language) => {
    const { stdout } = run(['check', ...args, 'x.dpia.yaml'], { env, cwd: path.join(folder, sub) });
    const words = (all: string): string => all.replaceAll(/\s+/g, ' ');
    expect(words(stdout)).toContain(words(saidIn(language)).trim());
    expect(stdout).toContain(textsIn(language)('severity.error'));
  });
  it('refuses a language that it does not speak', () => {
    const { status, stderr } = run(['check', '--language', 'sv']);
    expect([status, stderr.trim()]).toEqual([2, textsIn('nb')('cli.wrong-value', { verdi: 'sv', valg: '--language', lovlige: 'nb, nn, en' })]);
    expect(run(['check', '--language']).status).toBe(2);
  });
  it('a report is in the language of the file, or of its configuration, whatever the messages are in', () => {
    expect(run(['render', 'x.dpia.yaml', '--language', 'en']).stdout).toContain('<html lang="nb">');
    expect(run(['render', 'x.dpia.yaml'], { cwd: path.join(folder, 'nn') }).stdout).toContain('<html lang="nn">');
  });
  it('explains in the language', () => {
    const { stdout } = run(['explain', 'ubesvarte', '--language', 'en']);
    expect(stdout).toContain(libraryIn(library, 'en').rules.find(({ code }) => code === 'ubesvarte')!.title);
  });
  it('the other languages are files of their own, and the server reads none of them for bokmål', async () => {
    for (const language of ['nn', 'en']) expect(statSync(path.join(root, 'dist', `${language}.cjs`)).size).toBeGreaterThan(100_000);
    // What is loaded is told by Node itself.
    const listing = "process.on('exit', () => { const names = Object.keys(require.cache).map((each) => require('node:path').basename(each)); process.stdout.write(names.filter((each) => /^(nn|en)[.]cjs$/.test(each)).join(' ') || 'none'); }); process.argv.splice(1, 1);";
    const loaded = (args: string[]): string => {
      const preload = path.join(folder, 'list.cjs');
      writeFileSync(preload, listing.replace(' process.argv.splice(1, 1);', ''));
      const { stdout } = spawnSync(process.execPath, ['--require', preload, CLI, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, VURDERT_SPRAAK: '' } });
      return stdout.slice(-20);
    };
    expect(loaded(['check', 'x.dpia.yaml', '--format', 'json'])).toMatch(/none$/);
    expect(loaded(['check', 'x.dpia.yaml', '--format', 'json', '--language', 'nn'])).toMatch(/nn\.cjs$/);
  });
  it('the built server speaks them', async () => {
    const client = await begun(childClient(), { locale: 'nn' });
    await client.open(URI, text);
    expect(await messages(client)).toEqual(expect.arrayContaining([expect.stringContaining(saidIn('nn'))]));
    expect(await client.end()).toBe(0);
    expect(execFileSync(process.execPath, ['--check', SERVER], { encoding: 'utf8' })).toBe('');
  });
});
