/** `vurdert mcp` with a real client: the tools, what they answer, what they refuse, and that they only read. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type CallToolResult } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

const FILE = 'visma-familia.dpia.yaml';
let folder: string;
let inside: string;
let client: Client;
let before: string;

const call = (name: string, args: Record<string, unknown> = {}): Promise<CallToolResult> => client.callTool({ name, arguments: args });
const said = ({ content }: CallToolResult): string => content.map((each) => (each.type === 'text' ? each.text : '')).join('\n');
/** Every file below the folder, with its content. */
const everything = (): string => JSON.stringify(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [path.join(entry.parentPath, entry.name), readFileSync(path.join(entry.parentPath, entry.name), 'latin1')]).sort());

beforeAll(async () => {
  ensureBuilt();
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'vurdert-mcp-')));
  inside = path.join(folder, 'inne');
  mkdirSync(inside);
  cpSync(path.join(root, 'samples', FILE), path.join(inside, FILE));
  cpSync(path.join(root, 'samples/bydel'), path.join(inside, 'bydel'), { recursive: true });
  cpSync(path.join(root, 'samples', FILE), path.join(folder, 'ute.dpia.yaml'));
  symlinkSync('../ute.dpia.yaml', path.join(inside, 'lenke.dpia.yaml'));
  symlinkSync('..', path.join(inside, 'opp'));
  writeFileSync(path.join(inside, 'annet.yaml'), 'services: {}\n');
  writeFileSync(path.join(inside, 'stor.dpia.yaml'), `vurdering: dpia\n${'# fyll\n'.repeat(400_000)}`);
  before = everything();
  client = new Client({ name: 'test', version: '1' });
  // No code is made of text: with this option Node would refuse.
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ['--disallow-code-generation-from-strings', CLI, 'mcp'], cwd: inside }));
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('vurdert mcp', () => {
  it('offers tools that only read, and says that they give no verdict', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(['mangler', 'sjekk_vurdering', 'sla_opp', 'vis_rapport']);
    for (const { annotations, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(description).toBeTruthy();
    }
    expect(tools.find(({ name }) => name === 'sjekk_vurdering')?.description).toMatch(/sier aldri at en behandling er lovlig/);
    expect(tools.find(({ name }) => name === 'mangler')?.description).toMatch(/la ingen ta dem i bruk ulest/);
    expect(client.getServerVersion()).toMatchObject({ name: 'vurdert' });
    expect(client.getInstructions()).toMatch(/leser bare/);
  });

  it('checks a file, with what is around it', async () => {
    const result = await call('sjekk_vurdering', { sti: FILE });
    expect(result.isError).toBeFalsy();
    expect(said(result)).toMatch(/^visma-familia\.dpia\.yaml: feil [1-9][\s\S]*linje \d+: [\s\S]*\[[a-z-]+\][\s\S]*Funn er ikke en konklusjon/);
    const { findings, kind } = result.structuredContent as { findings: { code: string; severity: string; start: { line: number } }[]; kind: string };
    expect(kind).toBe('dpia');
    expect(findings.length).toBeGreaterThan(3);
    expect(findings[0]).toMatchObject({ code: expect.any(String), severity: expect.any(String), start: { line: expect.any(Number) } });
    expect(said(await call('sjekk_vurdering', { sti: 'bydel/fritidsklubben/instagram.plm.yaml' }))).toMatch(/ingen funn\.[\s\S]*Funn er ikke en konklusjon/);
  });

  it('checks a text', async () => {
    const result = await call('sjekk_vurdering', { tekst: 'vurdering: ip\ntittel: Ny idé\n' });
    expect(said(result)).toMatch(/^Innledende personvernvurdering: feil/);
  });

  it('lists what is missing, by section, with the questions', async () => {
    const result = await call('mangler', { sti: FILE });
    expect(said(result)).toMatch(/\d+ av \d+ spørsmål er besvart[\s\S]*\n- [IVX]+\.[\w.]+: \S/);
    const { sections } = result.structuredContent as { sections: { questions: { id: string; text: string }[] }[] };
    expect(sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(0);
  });

  it('looks things up with quotation and source, and says what comes near', async () => {
    for (const hva of ['art. 35 nr. 1', 'ja-utloser-dpia', 'plattform/A.1']) expect(said(await call('sla_opp', { hva })), hva).toMatch(/^# /);
    expect(said(await call('sla_opp', { hva: 'art. 35 nr. 1' }))).toMatch(/\n> /);
    expect(said(await call('sla_opp', { hva: 'ja-utloser-dpia' }))).not.toMatch(/\]\((?:vurdert|command):/);
    expect(await call('sla_opp', { hva: 'ja-utlser-dpia' })).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('«ja-utloser-dpia»') }] });
  });

  it('shows the report, and the public one without what is kept back', async () => {
    const tekst = readFileSync(path.join(inside, FILE), 'utf8').replace(/^tittel: .*$/m, "tittel: 'Fagsystemet [[Hemmeligheten|offentleglova § 13]]'");
    const internal = said(await call('vis_rapport', { tekst }));
    const open = said(await call('vis_rapport', { tekst, utgave: 'offentlig' }));
    for (const report of [internal, open]) expect(report).toMatch(/^# .*Fagsystemet/m);
    expect(internal).toContain('Hemmeligheten');
    expect(open).not.toContain('Hemmeligheten');
  });

  it.each([
    ['upwards', '../ute.dpia.yaml'], ['through a link to a file', 'lenke.dpia.yaml'], ['through a link to a folder', 'opp/ute.dpia.yaml'],
    ['by an absolute path', '/etc/passwd'], ['to what is not there', 'finnes-ikke.dpia.yaml'], ['to a folder', 'bydel'], ['with a null', 'a\0b'],
  ])('refuses a path out of the folder: %s', async (_, sti) => {
    for (const name of ['sjekk_vurdering', 'mangler', 'vis_rapport']) expect(await call(name, { sti })).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('utenfor mappen') }] });
  });

  it('says in plain words what is wrong with what it is given', async () => {
    const problem = async (name: string, args: Record<string, unknown>): Promise<string> => {
      const result = await call(name, args);
      expect(result.isError).toBe(true);
      return said(result);
    };
    expect(await problem('sjekk_vurdering', {})).toMatch(/enten «sti» eller «tekst»/);
    expect(await problem('sjekk_vurdering', { sti: FILE, tekst: 'x' })).toMatch(/enten «sti» eller «tekst»/);
    expect(await problem('sjekk_vurdering', { sti: 'annet.yaml' })).toMatch(/er ikke en vurdering/);
    expect(await problem('sjekk_vurdering', { sti: 'stor.dpia.yaml' })).toMatch(/for stor/);
    expect(await problem('sjekk_vurdering', { fil: FILE })).toMatch(/kjenner ikke «fil»/);
    expect(await problem('sjekk_vurdering', { sti: 3 })).toMatch(/«sti» må være/);
    expect(await problem('vis_rapport', { sti: FILE, utgave: 'hemmelig' })).toMatch(/intern eller offentlig/);
    expect(await problem('sla_opp', {})).toMatch(/«hva» må være/);
    await expect(call('skriv_svar', {})).rejects.toThrow(/ikke noe verktøy/);
  });

  it('has changed no file', () => {
    expect(everything()).toBe(before);
  });
});
