import { beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, CompletionItem, Diagnostic, DocumentLink, DocumentSymbol, FoldingRange, FullDocumentDiagnosticReport, Hover, InlayHint, Location, Range, SelectionRange, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../server/core/syntax/parse.ts';
import type { PreviewResponse, SourcesResult, StatusResponse } from '../../server/lsp/protocol.ts';
import { read } from '../core/fixtures.ts';
import { localClient, MODERN, placeOf, PULLS, type Client } from './client.ts';

const URI = 'file:///mappe/visma-familia.dpia.yaml';
const SAMPLE = read('samples/visma-familia.dpia.yaml');
const DOCUMENT = { textDocument: { uri: URI } };
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: SAMPLE.split('\n').length, character: 0 } };

const isWithin = (inner: Range, outer: Range): boolean => {
  const key = ({ line, character }: Range['start']) => line * 10_000 + character;
  return key(inner.start) >= key(outer.start) && key(inner.end) <= key(outer.end);
};
const editsOf = (action: CodeAction): TextEdit[] => (action.edit!.documentChanges as { edits: TextEdit[] }[]).flatMap(({ edits }) => edits);
const applied = (text: string, edits: TextEdit[]): string => TextDocument.applyEdits(TextDocument.create(URI, 'yaml', 1, text), edits);

describe('the features over LSP', () => {
  let client: Client;
  beforeAll(async () => {
    client = await localClient().start(MODERN, { vscode: true });
    await client.open(URI, SAMPLE);
  });

  it('hover: a question by its id, over the id alone', async () => {
    const hover = await client.at<Hover>('textDocument/hover', URI, SAMPLE, '  II.4.2:', 4);
    expect((hover.contents as { kind: string; value: string }).value).toContain('II.4.2');
    expect(hover.range).toEqual({ start: placeOf(SAMPLE, '  II.4.2:', 2), end: placeOf(SAMPLE, '  II.4.2:', 8) });
    expect(await client.at('textDocument/hover', URI, SAMPLE, '# Avskrift', 4)).toBeNull();
  });

  it('completion: the answers of a question, in its own order', async () => {
    const items = await client.at<CompletionItem[]>('textDocument/completion', URI, SAMPLE, '  I.1: ja', 7);
    expect(items.map(({ label }) => label).slice(0, 2)).toEqual(['ja', 'nei']);
    expect([...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))).toEqual(items);
  });

  it('outline: one tree whose ranges nest', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', DOCUMENT);
    const visit = (symbol: DocumentSymbol): number => {
      expect(isWithin(symbol.selectionRange, symbol.range), symbol.name).toBe(true);
      for (const child of symbol.children ?? []) expect(isWithin(child.range, symbol.range), child.name).toBe(true);
      return 1 + (symbol.children ?? []).reduce((sum, child) => sum + visit(child), 0);
    };
    expect(symbols.reduce((sum, symbol) => sum + visit(symbol), 0)).toBeGreaterThan(100);
  });

  it('folding, selection, hints, lenses, links', async () => {
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', DOCUMENT);
    expect(folds.length).toBeGreaterThan(5);
    for (const fold of folds) expect(fold.endLine).toBeGreaterThan(fold.startLine);

    const position = placeOf(SAMPLE, 'Kartlegger familiesituasjoner', 3);
    const selections = await client.request<SelectionRange[]>('textDocument/selectionRange', { ...DOCUMENT, positions: [position, { line: 0, character: 0 }] });
    expect(selections).toHaveLength(2);
    for (let each = selections[0]!; each.parent; each = each.parent) expect(isWithin(each.range, each.parent.range)).toBe(true);

    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { ...DOCUMENT, range: WHOLE });
    expect(hints.length).toBeGreaterThan(50);

    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', DOCUMENT);
    const report = lenses.find(({ command }) => command?.command === 'vurdert.visRapport');
    expect(report?.command?.arguments).toEqual([URI]);
    const finding = lenses.find(({ command }) => command?.command === 'vurdert.visFunn');
    expect(finding?.command?.arguments).toEqual([URI, { start: { line: expect.any(Number), character: expect.any(Number) }, end: expect.anything() }]);

    const links = await client.request<DocumentLink[]>('textDocument/documentLink', DOCUMENT);
    for (const { target } of links) expect(target).toMatch(/^(vurdert|https|file):/);
  });

  it('a quick fix is offered with the finding it mends, and mends it', async () => {
    const wrong = SAMPLE.replace('  I.1: ja', '  I.1: JA');
    const uri = 'file:///mappe/skrivemåte.dpia.yaml';
    await client.open(uri, wrong);
    const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    const { line } = placeOf(wrong, '  I.1: JA');
    const diagnostics = items.filter(({ range, code }) => range.start.line === line && code === 'skrivemate');
    expect(diagnostics).toHaveLength(1);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: diagnostics[0]!.range, context: { diagnostics } });
    const fix = actions.find(({ isPreferred, diagnostics: mends }) => isPreferred && mends?.[0]?.code === 'skrivemate')!;
    expect(applied(wrong, editsOf(fix))).toBe(SAMPLE);

    const all = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: WHOLE, context: { diagnostics: [], only: ['source.fixAll'] } });
    expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.vurdert']);
    const codes = async (text: string): Promise<(string | number | undefined)[]> => {
      await client.change(uri, { text });
      return (await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } })).items.map((item: Diagnostic) => item.code);
    };
    expect(await codes(applied(wrong, editsOf(all[0]!)))).not.toContain('skrivemate');
    await client.close(uri);
  });

  it('a lens inserts the answers that are missing, through the server', async () => {
    const uri = 'file:///mappe/kort.dpia.yaml';
    const text = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Kort\nbehandlingsansvarlig: Kommunen\nstatus: utkast\nsvar:\n  I.1: ja\n';
    await client.open(uri, text);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const insert = lenses.find(({ command }) => command?.command === 'vurdert.settInnSvar')!;
    const edited = new Promise<TextEdit[]>((resolve) => {
      client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: { documentChanges: { edits: TextEdit[] }[] } }) => {
        resolve(edit.documentChanges.flatMap(({ edits }) => edits));
        return { applied: true };
      });
    });
    await client.request('workspace/executeCommand', insert.command);
    expect(applied(text, await edited)).toContain('  I.2:');
    await client.close(uri);
  });

  it('the pages of rules and articles', async () => {
    expect(await client.request('vurdert/page', { uri: 'vurdert:/regel/ja-utloser-dpia.md' })).toContain('ja-utloser-dpia');
    const article = await client.request('vurdert/page', { kind: 'artikkel', name: 'art. 35 nr. 1' });
    expect(article).toContain('art. 35 nr. 1');
    expect(await client.request('vurdert/page', { uri: 'vurdert:/artikkel/art.%2035%20nr.%201.md' })).toBe(article);
    expect(await client.request('vurdert/page', { uri: 'vurdert:/regel/finnes-ikke.md' })).toBeNull();
    expect(await client.request('vurdert/page', { uri: 'vurdert:/regel/%E0%A4%A.md' })).toBeNull();
    expect(await client.request('vurdert/page', { uri: 'file:///etc/passwd' })).toBeNull();
  });

  it('definition, references and the list of sources', async () => {
    const uri = 'file:///mappe/kilder.dpia.yaml';
    const text = 'vurdering: dpia\nmal: e-helse-2018\nsvar:\n  III.1.1: Etter barnevernsloven § 13-2 og art. 35.\n  II.1.p1: Se art. 35 nr. 1.\n';
    await client.open(uri, text);
    const at = (words: string) => ({ textDocument: { uri }, position: placeOf(text, words, 2) });
    const found = await client.request<Location>('textDocument/definition', at('barnevernsloven'));
    expect(found.uri).toBe('vurdert:/lov/barnevernsloven%20%C2%A7%2013-2.md');
    expect(await client.request('vurdert/page', { uri: found.uri })).toContain('- kilder.dpia.yaml, linje 4');
    const places = await client.request<Location[]>('textDocument/references', { ...at('art. 35'), context: { includeDeclaration: false } });
    expect(places.filter((place) => place.uri === uri).map(({ range }) => range.start.line)).toEqual([3, 4]);
    const sources = await client.request<SourcesResult>('vurdert/sources', undefined);
    expect(sources.find(({ uri: page }) => page === found.uri)).toMatchObject({ label: 'barnevernsloven § 13-2 Meldeplikt til barnevernet', description: 'barnevernsloven' });
    await client.close(uri);
  });

  it('the report and the status', async () => {
    const report = await client.request<PreviewResponse>('vurdert/preview', { uri: URI });
    expect(report).toMatchObject({ version: 1, title: expect.stringContaining('Visma Familia'), language: 'nb' });
    expect(report!.blocks.join('')).toContain('data-line');
    const status = await client.request<StatusResponse>('vurdert/status', { uri: URI });
    const { items } = await client.pull(URI) as FullDocumentDiagnosticReport;
    expect(status).toMatchObject({ kind: 'dpia', kindName: 'DPIA', progress: { asked: expect.any(Number), answered: expect.any(Number) } });
    expect(status!.counts.error + status!.counts.warning + status!.counts.information).toBe(items.length);
    expect(await client.request('vurdert/status', { uri: 'file:///annen.yaml' })).toBeNull();
    expect(await client.request('vurdert/report', { uri: 'file:///annen.yaml' })).toBeNull();
  });
});

describe('an editor without our client', () => {
  it('gets no commands that only VS Code knows', async () => {
    const client = await localClient().start(MODERN);
    await client.open(URI, SAMPLE);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', DOCUMENT);
    for (const { command } of lenses) expect(['', 'vurdert.settInnSvar']).toContain(command?.command);
    const items = await client.at<CompletionItem[]>('textDocument/completion', URI, SAMPLE, '  I.2: ja', 2);
    for (const item of items) expect(item.command).toBeUndefined();
  });
});

describe('a file that is not ours', () => {
  it('gets nothing, whatever is asked', async () => {
    const parsed: string[] = [];
    const client = await localClient({ parseText: (text) => (parsed.push(text), parse(text)) }).start(PULLS);
    const uri = 'file:///mappe/docker-compose.yaml';
    await client.open(uri, 'services:\n  db:\n    image: postgres\n');
    const document = { textDocument: { uri } };
    const place = { ...document, position: { line: 1, character: 3 } };
    expect(await client.request('textDocument/hover', place)).toBeNull();
    expect(await client.request('textDocument/completion', place)).toBeNull();
    for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink']) expect(await client.request(`textDocument/${method}`, document), method).toBeNull();
    expect(await client.request('textDocument/codeAction', { ...document, range: WHOLE, context: { diagnostics: [] } })).toBeNull();
    expect(parsed).toEqual([]);
  });
});

describe('one parse a version', () => {
  it('whatever features ask', async () => {
    const parsed: string[] = [];
    const client = await localClient({ parseText: (text) => (parsed.push(text), parse(text)) }).start(PULLS, { vscode: true });
    await client.open(URI, SAMPLE);
    const place = { ...DOCUMENT, position: placeOf(SAMPLE, '  II.4.2:', 4) };
    await Promise.all([
      client.pull(URI),
      ...['documentSymbol', 'foldingRange', 'codeLens', 'documentLink'].map((method) => client.request(`textDocument/${method}`, DOCUMENT)),
      client.request('textDocument/hover', place),
      client.request('textDocument/completion', place),
      client.request('textDocument/inlayHint', { ...DOCUMENT, range: WHOLE }),
      client.request('textDocument/selectionRange', { ...DOCUMENT, positions: [place.position] }),
      client.request('textDocument/codeAction', { ...DOCUMENT, range: WHOLE, context: { diagnostics: [] } }),
      client.request('vurdert/report', { uri: URI }),
      client.request('vurdert/status', { uri: URI }),
    ]);
    expect(parsed).toEqual([SAMPLE]);
  });
});

describe('an error of ours', () => {
  it('is logged and answered with nothing, and the server goes on', async () => {
    let fail = true;
    const client = await localClient({ parseText: (text) => { if (fail) throw new Error('laget av testen'); return parse(text); } }).start(PULLS);
    await client.open(URI, SAMPLE);
    const place = { ...DOCUMENT, position: placeOf(SAMPLE, '  II.4.2:', 4) };
    expect(await client.pull(URI)).toMatchObject({ kind: 'full', items: [] });
    expect(await client.request('textDocument/hover', place)).toBeNull();
    expect(await client.request('textDocument/documentSymbol', DOCUMENT)).toBeNull();
    expect(await client.request('vurdert/report', { uri: URI })).toBeNull();
    expect(client.log.join('\n')).toContain('laget av testen');
    fail = false;
    await client.change(URI, { text: SAMPLE });
    expect(await client.request('textDocument/hover', place)).not.toBeNull();
  });
});
