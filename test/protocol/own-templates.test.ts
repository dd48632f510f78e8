/** A municipality's own templates and rules over LSP: in what is open and in what is closed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, Diagnostic, DocumentLink, DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver-protocol/node';
import { COMMANDS, NEW_ASSESSMENT, OPTIONS, type NewAssessmentResult, type OptionsResult } from '../../server/lsp/protocol.ts';
import { root } from '../core/fixtures.ts';
import { Folder, PULLS, start } from './folder.ts';

const OWN = path.join(root, 'test/fixtures/own');
const TEMPLATE = 'maler/kommune-dpia.mal.yaml';
const FILE = 'vakt/vakt.dpia.yaml';
const text = (version: string, answers: string): string => `vurdering: dpia\nmal: kommune-dpia\nmalversjon: '${version}'\ntittel: Vakt\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nsvar:\n${answers}`;
const EDITS = { ...PULLS, textDocument: { ...PULLS.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

function kommune(): Folder {
  const folder = new Folder([]);
  for (const name of readdirSync(OWN).filter((each) => each.endsWith('.yaml'))) folder.write(`maler/${name}`, readFileSync(path.join(OWN, name), 'utf8'));
  folder.write('vurdert.config.yaml', 'maler: [maler]\nregelfiler: [maler]\n');
  return folder;
}
const codesOf = (report: unknown): string[] => (report as { items: Diagnostic[] }).items.map(({ code }) => String(code));

describe('own templates and rules', () => {
  it('hold for files that are open', async () => {
    const folder = kommune();
    const { client, pullAll } = await start([folder], EDITS);
    await pullAll();
    const uri = folder.uriOf(FILE);
    await client.open(uri, text('2', '  K.4: {svar: ja, forklaring: Tre}\n  K.44: ja\n'));
    expect(codesOf(await client.pull(uri))).toEqual(expect.arrayContaining(['bydeler-uten-navn', 'ukjent-sporsmal']));
  });

  it('are read again while they are written, before they are saved', async () => {
    const folder = kommune();
    folder.write(FILE, text('2', '  K.4: {svar: nei}\n'));
    const { client, pullAll } = await start([folder], EDITS);
    await pullAll();
    const [uri, template] = [folder.uriOf(FILE), folder.uriOf(TEMPLATE)];
    await client.open(uri, text('2', '  K.6: ja\n'));
    expect(codesOf(await client.pull(uri))).toContain('ukjent-sporsmal');
    const written = folder.read(TEMPLATE).replace('      - id: K.5\n', '      - id: K.6\n        tekst: Nytt?\n        svartype: ja-nei\n      - id: K.5\n');
    await client.open(template, written);
    expect(codesOf(await client.pull(template))).toEqual([]);
    expect(codesOf(await client.pull(uri))).not.toContain('ukjent-sporsmal');
    // Half-written, the last that could be used goes on to hold.
    await client.close(template);
    await client.open(template, `${written}  - ugyldig: [\n`);
    expect(codesOf(await client.pull(template))).not.toEqual([]);
    expect(codesOf(await client.pull(uri))).not.toContain('ukjent-mal');
  });

  it('have findings of their own, help and an outline', async () => {
    const folder = kommune();
    const { client, pullAll } = await start([folder], EDITS);
    await pullAll();
    const uri = folder.uriOf('maler/ny.mal.yaml');
    await client.open(folder.uriOf('andre/ny.regel.yaml'), 'kode: ny\n');
    expect(codesOf(await client.pull(folder.uriOf('andre/ny.regel.yaml')))).toContain('egen-ubrukt');
    const written = "mal: ny\nutvider: e-helse-2081\ntittel: T\nutgiver: U\nversjon: '1'\n";
    await client.open(uri, written);
    // Not saved yet, it lies in a folder that the configuration names: it is in use as soon as it is there.
    expect(codesOf(await client.pull(uri))).toEqual(['egen-id']);
    const [finding] = ((await client.pull(uri)) as unknown as { items: Diagnostic[] }).items;
    expect(finding).toMatchObject({ code: 'egen-id', range: { start: { line: 1, character: 9 }, end: { line: 1, character: 21 } } });
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: finding!.range, context: { diagnostics: [finding!] } });
    expect(actions.map(({ title }) => title)).toEqual(['Bytt til «e-helse-2018»']);
    const at = { textDocument: { uri }, position: { line: 1, character: 2 } };
    expect(JSON.stringify((await client.request<Hover>('textDocument/hover', at)).contents)).toContain('bygger på');
    expect((await client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line: 5, character: 0 } })).map(({ label }) => label)).toContain('legg-til');
    expect((await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } }))[0]).toMatchObject({ name: 'ny' });
    expect(await client.request('textDocument/documentLink', { textDocument: { uri } })).toEqual([]);
    const rule = folder.uriOf('andre/annen.regel.yaml');
    await client.open(rule, 'kode: annen\nmaler: [e-helse-2018, kommune-dpia, kommune-dpia@1]\nnår:\n  required: [K.2]\n');
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: rule } });
    expect(links.map(({ range, target }) => [range.start.character, target])).toEqual([[22, folder.uriOf('maler/kommune-dpia.mal.yaml')], [36, folder.uriOf('maler/kommune-dpia.1.mal.yaml')]]);
    expect((await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: rule } })).map(({ startLine, endLine }) => [startLine, endLine])).toEqual([[2, 3]]);
  });

  it('bring an older file up to date by command', async () => {
    const folder = kommune();
    const { client, pullAll } = await start([folder], EDITS);
    await pullAll();
    const uri = folder.uriOf(FILE);
    await client.open(uri, text('1', '  K.3: Systemeier # fast\n'));
    expect(codesOf(await client.pull(uri))).toContain('mal-nyere-versjon');
    const applied = new Promise<unknown>((resolve) => client.connection.onRequest('workspace/applyEdit', (params) => {
      resolve(params);
      return { applied: true };
    }));
    await client.request('workspace/executeCommand', { command: COMMANDS['update-template'], arguments: [uri] });
    expect(JSON.stringify(await applied)).toContain('K.2');
  });

  it('can be chosen for a new assessment', async () => {
    const folder = kommune();
    const { client, pullAll } = await start([folder], EDITS);
    await pullAll();
    const { templates } = await client.request<OptionsResult>(OPTIONS, { kind: 'dpia', folder: folder.uri });
    expect(templates?.map(({ value }) => value)).toEqual(['e-helse-2018', 'kommune-dpia']);
    const made = await client.request<NewAssessmentResult>(NEW_ASSESSMENT, { kind: 'dpia', title: 'Vakt', template: 'kommune-dpia', folder: folder.uri });
    expect(made?.text).toContain("mal: kommune-dpia\nmalversjon: '2'\n");
  });
});
