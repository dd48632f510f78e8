import { describe, expect, it } from 'vitest';
import { LSPErrorCodes, ResponseError, type DocumentDiagnosticReport, type FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { parse } from '../../server/core/syntax/parse.ts';
import { read } from '../core/fixtures.ts';
import { localClient, placeOf, PULLS, PUSHED } from './client.ts';

const URI = 'file:///mappe/visma-familia.dpia.yaml';
const SAMPLE = read('samples/visma-familia.dpia.yaml');
/** A file that cannot be read as YAML in one place: the key stands twice. */
const BROKEN = `vurdering: dpia\nmal: e-helse-2018\ntittel: En\ntittel: To\n`;

const items = (report: DocumentDiagnosticReport) => (report as FullDocumentDiagnosticReport).items;
const codes = (report: DocumentDiagnosticReport) => items(report).map((item) => item.code);

/** A client whose settings are as given; `set` gives it others, and waits until the findings are asked for anew. */
async function withSettings(section: object) {
  const client = localClient();
  let current = section;
  const waiting: (() => void)[] = [];
  const refreshed = () => new Promise<void>((resolve) => void waiting.push(resolve));
  client.connection.onRequest('workspace/configuration', () => [current]);
  client.connection.onRequest('workspace/diagnostic/refresh', () => void waiting.splice(0).forEach((resolve) => resolve()));
  const first = refreshed();
  await client.start({ ...PULLS, workspace: { configuration: true, diagnostics: { refreshSupport: true } } });
  await first;
  return {
    client,
    async set(next: object) {
      current = next;
      const told = refreshed();
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await told;
    },
  };
}

function counting() {
  const parsed: string[] = [];
  return { parsed, parseText: (text: string) => (parsed.push(text), parse(text)) };
}

describe('findings when the client asks', () => {
  it('are offered only to a client that can ask', async () => {
    expect((await localClient().start(PULLS)).initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    expect((await localClient().start(PUSHED)).initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('are the file\'s, with code, page and place', async () => {
    const client = await localClient().start(PULLS, { vscode: true });
    await client.open(URI, SAMPLE);
    const report = await client.pull(URI);
    expect(report.kind).toBe('full');
    expect(items(report).length).toBeGreaterThan(20);
    for (const item of items(report)) {
      expect(item).toMatchObject({ source: 'vurdert', codeDescription: { href: `vurdert:/regel/${item.code}.md` }, data: { path: expect.any(String) } });
      expect(item.message).not.toMatch(/[{}]|undefined/);
      expect(item.range.start.line).toBeLessThan(SAMPLE.split('\n').length);
    }
    expect(client.published).toEqual([]);
  });

  it('are not sent again while nothing has changed', async () => {
    const client = await localClient().start(PULLS);
    await client.open(URI, SAMPLE);
    const { resultId } = await client.pull(URI);
    expect(await client.pull(URI, resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# ny\n' });
    expect((await client.pull(URI, resultId)).kind).toBe('full');
  });

  it('are sent again for a file that was closed and opened anew, though its version is the same', async () => {
    const client = await localClient().start(PULLS);
    await client.open(URI, SAMPLE);
    const { resultId } = await client.pull(URI);
    await client.close(URI);
    await client.open(URI, BROKEN);
    expect((await client.pull(URI, resultId)).kind).toBe('full');
  });

  it('follow an incremental edit', async () => {
    const client = await localClient().start(PULLS);
    await client.open(URI, BROKEN);
    expect(codes(await client.pull(URI))).toContain('dobbel-nokkel');
    const start = placeOf(BROKEN, 'tittel: To');
    await client.change(URI, { range: { start, end: { line: start.line + 1, character: 0 } }, text: '' });
    expect(codes(await client.pull(URI))).not.toContain('dobbel-nokkel');
  });

  it('are refused for a version that is outdated before they are worked out', async () => {
    const { parsed, parseText } = counting();
    const client = await localClient({ parseText }).start(PULLS);
    await client.open(URI, SAMPLE);
    const outdated = client.pull(URI).catch((error: ResponseError<unknown>) => error);
    await client.change(URI, { text: BROKEN });
    const answer = await outdated;
    expect(answer).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    expect(codes(await client.pull(URI))).toContain('dobbel-nokkel');
    expect(parsed).toEqual([BROKEN]);
  });

  it('are refused when the client has cancelled', async () => {
    const { parsed, parseText } = counting();
    const client = await localClient({ parseText }).start(PULLS);
    await client.open(URI, SAMPLE);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token).catch((error: ResponseError<unknown>) => error);
    source.cancel();
    expect(await answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(parsed).toEqual([]);
  });

  it('are those of the last version after a burst of changes, worked out a few times at most', async () => {
    const { parsed, parseText } = counting();
    const client = await localClient({ parseText }).start(PULLS);
    await client.open(URI, SAMPLE);
    const answers: Promise<unknown>[] = [];
    for (let i = 1; i <= 50; i++) {
      await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: `# ${i}\n` });
      answers.push(client.pull(URI).catch((error: ResponseError<unknown>) => error.code));
    }
    const results = await Promise.all(answers);
    expect(results.at(-1)).toMatchObject({ kind: 'full' });
    const last = items(results.at(-1) as DocumentDiagnosticReport);
    const fresh = await localClient().start(PULLS);
    await fresh.open(URI, parsed.at(-1)!);
    expect(last).toEqual(items(await fresh.pull(URI)));
    expect(parsed.at(-1)!.startsWith('# 50\n')).toBe(true);
    expect(parsed.length).toBe(results.filter((result) => typeof result === 'object').length);
  });

  it('are none for a file that is not an assessment', async () => {
    const client = await localClient().start(PULLS);
    await client.open('file:///mappe/compose.yaml', 'services:\n  db: {image: postgres}\n\tx');
    expect(await client.pull('file:///mappe/compose.yaml')).toMatchObject({ kind: 'full', items: [] });
    await client.open('file:///mappe/notat.md', 'vurdering: dpia\n', 'markdown');
    expect(await client.pull('file:///mappe/notat.md')).toMatchObject({ kind: 'full', items: [] });
    expect(await client.pull('file:///mappe/aldri-aapnet.dpia.yaml')).toMatchObject({ kind: 'full', items: [] });
  });
});

describe('findings sent unasked', () => {
  it('come when a file is opened and changed, and are cleared when it is closed', async () => {
    const client = await localClient().start(PUSHED);
    await client.open(URI, BROKEN);
    const first = await client.findings(({ version }) => version === 1);
    expect(first.diagnostics.map((item) => item.code)).toContain('dobbel-nokkel');
    await client.change(URI, { text: BROKEN.replace('tittel: To\n', '') });
    const second = await client.findings(({ version }) => version === 2);
    expect(second.diagnostics.map((item) => item.code)).not.toContain('dobbel-nokkel');
    await client.close(URI);
    expect(await client.findings(({ version }) => version === undefined)).toEqual({ uri: URI, diagnostics: [] });
  });

  it('are those of the last version after a burst of changes', async () => {
    const { parsed, parseText } = counting();
    const client = await localClient({ parseText }).start(PUSHED);
    await client.open(URI, SAMPLE);
    const sent = Array.from({ length: 50 }, (_, i) => client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: `# ${i + 1}\n` }));
    await Promise.all(sent);
    await client.findings(({ version }) => version === 51);
    expect(client.published.at(-1)!.version).toBe(51);
    expect(parsed.length).toBe(client.published.length);
    expect(parsed.at(-1)!.startsWith('# 50\n')).toBe(true);
  });
});

describe('findings that a YAML extension reports too', () => {
  it('are left to it', async () => {
    const client = await localClient().start(PULLS, { yamlExtension: true });
    await client.open(URI, BROKEN);
    expect(codes(await client.pull(URI))).not.toContain('dobbel-nokkel');
    await client.notify('vurdert/yamlExtension', { active: false });
    expect(codes(await client.pull(URI))).toContain('dobbel-nokkel');
  });

  it('come and go as the user sets it', async () => {
    const { client, set } = await withSettings({ validering: { syntaks: 'av' } });
    await client.open(URI, BROKEN);
    const { resultId, ...hidden } = await client.pull(URI);
    expect(codes(hidden as DocumentDiagnosticReport)).not.toContain('dobbel-nokkel');
    await set({ validering: { syntaks: 'på' } });
    expect(codes(await client.pull(URI, resultId))).toContain('dobbel-nokkel');
  });
});

describe('the glossary in running text', () => {
  it('is explained where the user wants it', async () => {
    // Another setting changes with it: what it does to the findings tells when both have come.
    const { client, set } = await withSettings({ ordliste: { iTekst: false }, validering: { syntaks: 'av' } });
    const text = 'vurdering: dpia\nsvar:\n  II.1.p1: Leverandøren er databehandler for kommunen\n';
    await client.open(URI, text);
    const hover = async (): Promise<string> => JSON.stringify(await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 2, character: text.split('\n')[2]!.indexOf('databehandler') + 3 } }));
    expect(await hover()).not.toContain('på vegne av');
    await set({ ordliste: { iTekst: true }, validering: { syntaks: 'på' } });
    expect(await hover()).toContain('på vegne av');
  });
});

describe('one parse a version', () => {
  it('whatever asks for it, and on whatever day', async () => {
    const { parsed, parseText } = counting();
    let today = '2026-11-22';
    const client = await localClient({ parseText, today: () => today }).start(PULLS);
    await client.open(URI, SAMPLE);
    const { resultId } = await client.pull(URI);
    const document = { textDocument: { uri: URI } };
    const range = { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } };
    await client.request('textDocument/codeAction', { ...document, range, context: { diagnostics: [] } });
    await client.request('vurdert/status', { uri: URI });
    today = '2026-11-23';
    expect((await client.pull(URI, resultId)).kind).toBe('full');
    expect(parsed).toEqual([SAMPLE]);
  });
});
