/** Editors that know less than VS Code: what they are given they can show, and what they cannot open they are not sent to. */
import { describe, expect, it } from 'vitest';
import type { ApplyWorkspaceEditParams, ClientCapabilities, CodeAction, CodeLens, Command, CompletionItem, Diagnostic, DocumentLink, Hover, SymbolInformation, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { plainText, withoutPages, withoutTabStops } from '../../server/lsp/plain.ts';
import { read } from '../core/fixtures.ts';
import { localClient, MODERN, placeOf, PUSHED, type Client } from './client.ts';

const URI = 'file:///mappe/discord.dpia.yaml';
const SAMPLE = read('samples/bydel/utekontakten/discord.dpia.yaml');
const DOCUMENT = { textDocument: { uri: URI } };
const PAGE = /vurdert:/;

/** A client of the very first version of the protocol: it says nothing of what it can. */
const NOTHING: ClientCapabilities = PUSHED;
const EDITS: ClientCapabilities = { workspace: { applyEdit: true } };

async function opened(capabilities: ClientCapabilities, text = SAMPLE): Promise<{ client: Client; diagnostics: Diagnostic[] }> {
  const client = await localClient().start(capabilities);
  await client.open(URI, text);
  if (capabilities.textDocument?.diagnostic) return { client, diagnostics: [] };
  return { client, diagnostics: (await client.findings(({ uri }) => uri === URI)).diagnostics };
}

const applied = (text: string, edits: TextEdit[]): string => TextDocument.applyEdits(TextDocument.create(URI, 'yaml', 1, text), edits);
const markdownOf = ({ contents }: Hover): { kind: string; value: string } => contents as { kind: string; value: string };

describe('a client that says nothing of itself', () => {
  it('is told how places are counted, and that there are quick fixes, in the words of the first protocol', async () => {
    const { client } = await opened(NOTHING);
    expect(client.initialized.capabilities).toMatchObject({ positionEncoding: 'utf-16', codeActionProvider: true });
  });

  it('gets findings without pages that it cannot open', async () => {
    const { diagnostics } = await opened(NOTHING, SAMPLE.replace(/^status: .*$/m, 'status: ferdig'));
    expect(diagnostics.map(({ code }) => code)).toContain('ugyldig-svar');
    expect(JSON.stringify(diagnostics)).not.toMatch(PAGE);
  });

  it('gets hovers as text: the question and the quotation with its source, no Markdown', async () => {
    const { client } = await opened(NOTHING);
    const found = markdownOf(await client.at<Hover>('textDocument/hover', URI, SAMPLE, '  II.4.4:', 4));
    expect(found.kind).toBe('plaintext');
    expect(found.value).toMatch(/^II\.4\.4 /);
    expect(found.value).toMatch(/^> .+/m);
    expect(found.value).toContain('art. 4 nr. 4');
    expect(found.value).not.toMatch(/\*\*|\]\(|\\[.[(*_]|vurdert:/);
  });

  it('gets an outline as a list', async () => {
    const { client } = await opened(NOTHING);
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', DOCUMENT);
    expect(symbols.length).toBeGreaterThan(20);
    for (const { name, location } of symbols) expect(name && location.uri).toBe(URI);
    const first = symbols.find(({ name }) => name.startsWith('I.1'))!;
    expect(symbols.map(({ name }) => name)).toContain(first.containerName);
  });

  it('gets completion without tab stops or commands', async () => {
    const { client } = await opened(NOTHING, 'vurdering: dpia\n\n');
    const items = await client.request<CompletionItem[]>('textDocument/completion', { ...DOCUMENT, position: { line: 1, character: 0 } });
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) {
      expect(item.insertTextFormat).toBe(1);
      expect((item.textEdit as TextEdit).newText).not.toMatch(/\$\d|\$\{/);
      expect(item.command).toBeUndefined();
      expect(JSON.stringify(item.documentation ?? '')).not.toMatch(PAGE);
    }
    // One of several lines, which has its tab stops within.
    expect(items.find(({ label }) => label === 'risikoer')?.textEdit).toMatchObject({ newText: expect.stringMatching(/^risikoer:\n {2}- /) });
  });

  it('gets no actions or lenses that take what it lacks', async () => {
    const { client } = await opened(NOTHING);
    expect(await client.request('textDocument/codeAction', { ...DOCUMENT, range: { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } }, context: { diagnostics: [] } })).toEqual([]);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', DOCUMENT);
    expect(lenses.length).toBeGreaterThan(3);
    for (const { command } of lenses) expect(command?.command).toBe('');
    expect(JSON.stringify(await client.request<DocumentLink[]>('textDocument/documentLink', DOCUMENT))).not.toMatch(PAGE);
  });
});

describe('a client whose actions are commands', () => {
  it('has the server make the change', async () => {
    const wrong = SAMPLE.replace('  I.1: ja', '  I.1: JA');
    const { client, diagnostics } = await opened(EDITS, wrong);
    const finding = diagnostics.find(({ code }) => code === 'skrivemate')!;
    const asked = new Promise<ApplyWorkspaceEditParams>((resolve) => client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => (resolve(params), { applied: true })));
    const actions = await client.request<Command[]>('textDocument/codeAction', { ...DOCUMENT, range: finding.range, context: { diagnostics: [finding] } });
    for (const { command } of actions) expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain(command);
    await client.request('workspace/executeCommand', actions[0]);
    const { edit } = await asked;
    expect(applied(wrong, edit.changes![URI]!)).toBe(SAMPLE);
  });

  it('gets an answer to a command that holds nothing', async () => {
    const { client } = await opened(EDITS);
    for (const sent of [undefined, [], [null], ['tull'], [{ annet: true }]]) expect(await client.request('workspace/executeCommand', { command: 'vurdert.brukEndring', ...(sent ? { arguments: sent } : {}) })).toBeNull();
  });
});

describe('another editor of today', () => {
  it('gets hovers as Markdown whose links lead somewhere', async () => {
    const { client } = await opened(MODERN);
    const found = markdownOf(await client.at<Hover>('textDocument/hover', URI, SAMPLE, '  II.4.4:', 4));
    expect(found).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**') });
    expect(found.value).toContain('https://');
    expect(found.value).not.toMatch(PAGE);
  });

  it('gets no link to a page of ours, anywhere', async () => {
    const { client } = await opened(MODERN);
    for (const [i, line] of SAMPLE.split('\n').entries()) {
      for (const character of [2, Math.floor(line.length / 2), line.length - 1]) {
        if (character < 0 || character >= line.length) continue;
        expect(JSON.stringify(await client.request('textDocument/hover', { ...DOCUMENT, position: { line: i, character } })), `${i}:${character}`).not.toMatch(PAGE);
      }
    }
    const whole = { start: { line: 0, character: 0 }, end: { line: SAMPLE.split('\n').length, character: 0 } };
    for (const method of ['documentLink', 'codeLens', 'inlayHint', 'codeAction', 'documentSymbol']) {
      expect(JSON.stringify(await client.request(`textDocument/${method}`, { ...DOCUMENT, range: whole, context: { diagnostics: [] } })), method).not.toMatch(PAGE);
    }
  });

  it('gets a lens as a button only where the server carries it out', async () => {
    const { client } = await opened(MODERN);
    const names = (await client.request<CodeLens[]>('textDocument/codeLens', DOCUMENT)).map(({ command }) => command!.command);
    for (const name of names) expect(['', ...client.initialized.capabilities.executeCommandProvider!.commands]).toContain(name);
  });
});

describe('places are counted in UTF-16', () => {
  // One letter of each length: å is one unit and two bytes, 🧒 is two units and four bytes.
  const text = 'vurdering: dpia\nmal: e-helse-2018\ntittel: "🧒🏽 på båten" # æøå 🧒\nsvar:\n  I.1: {forklaring: "🧒 åh", svar: JA} # hei\n';
  const spelling = ({ code }: Diagnostic): boolean => code === 'skrivemate';

  it('after letters and signs of every length, in findings, hovers and fixes', async () => {
    const client = await localClient().start({ ...MODERN, textDocument: { ...MODERN.textDocument, diagnostic: undefined }, general: { positionEncodings: ['utf-8', 'utf-16'] } });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
    await client.open(URI, text);
    const first = (await client.findings(({ uri }) => uri === URI)).diagnostics.find(spelling)!;
    expect(first.range).toEqual({ start: placeOf(text, 'JA'), end: placeOf(text, 'JA', 2) });
    // A change behind a sign of two units, as the editor counts.
    await client.change(URI, { range: { start: placeOf(text, ' åh"'), end: placeOf(text, '", svar') }, text: '' });
    const now = text.replace('🧒 åh', '🧒');
    const later = (await client.findings(({ version }) => version === 2)).diagnostics.find(spelling)!;
    expect(later.range).toEqual({ start: placeOf(now, 'JA'), end: placeOf(now, 'JA', 2) });
    const hover = await client.at<Hover>('textDocument/hover', URI, now, 'JA', 1);
    expect(hover.range).toEqual(later.range);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', { ...DOCUMENT, range: later.range, context: { diagnostics: [later], only: ['quickfix'] } });
    const fix = actions.find(({ diagnostics: cleared }) => cleared?.some(spelling))!;
    const [change] = fix.edit!.documentChanges as { edits: TextEdit[] }[];
    expect(applied(now, change!.edits)).toBe(now.replace('JA', 'ja'));
  });
});

describe('texts for editors that show less', () => {
  it.each([
    ['[regelen](vurdert:/regel/a.md) og [loven](https://lov.no/a)', 'regelen og [loven](https://lov.no/a)'],
    ['[art\\. 6 \\[a\\]](vurdert:/artikkel/art.%206.md)', 'art\\. 6 \\[a\\]'],
  ])('without pages: %s', (markdown, expected) => expect(withoutPages(markdown)).toBe(expected));

  it.each([
    ['**I.1** Er det _slik_?', 'I.1 Er det _slik_?'],
    ['> \\[sitat\\] & punkt 1\\. \\*stjerne\\*', '> [sitat] & punkt 1. *stjerne*'],
    ['a &amp; b', 'a & b'],
    ['[Lovdata](https://lov.no/a) · [her](vurdert:/lov/x.md)', 'Lovdata (https://lov.no/a) · her'],
    ['# Tittel\n\n\n\n- punkt\n', 'Tittel\n\n- punkt'],
  ])('as plain text: %s', (markdown, expected) => expect(plainText(markdown)).toBe(expected));

  it.each([
    ['tittel: ${1}\nnavn: $2$0', 'tittel: \nnavn: '],
    ['${1:navn på \\} tjenesten} \\$5', 'navn på } tjenesten $5'],
    ['svar: ${1|«fyll ut»,ja,nei|}', 'svar: «fyll ut»'],
    ['koster $ 5 {a}', 'koster $ 5 {a}'],
  ])('without tab stops: %s', (snippet, expected) => expect(withoutTabStops(snippet)).toBe(expected));
});
