import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CancellationTokenSource, LSPErrorCodes, ProgressType,
  type CompletionItem, type Diagnostic, type DocumentLink, type Hover, type Location, type ResponseError, type WorkspaceDiagnosticReport, type WorkspaceDocumentDiagnosticReport, type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { AssessmentsResult, ProcessResponse } from '../../server/lsp/protocol.ts';
import { addressDisk } from '../../server/workspace/node-disk.ts';
import { uriOfAddress } from '../../server/workspace/uris.ts';
import { placeOf } from './client.ts';
import { codes, Folder, IP, of, PLATFORM, PLM, RECORD, type Session, start } from './folder.ts';

describe('the findings of closed files', () => {
  it('are none in a complete case, and those over several files show at both ends', async () => {
    const folder = new Folder();
    folder.replace(PLATFORM, 'ip: ./instagram.ip.yaml', 'ip: ./finnes-ikke.ip.yaml');
    const { client, pullAll } = await start([folder]);
    expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true, workspaceDiagnostics: true });
    const items = await pullAll();
    expect(items.map(({ uri }) => uri).sort()).toEqual([RECORD, IP, PLM, PLATFORM].map((file) => folder.uriOf(file)).sort());
    expect(codes(of(items, folder.uriOf(PLATFORM)).items)).toContain('lenke-uten-fil');
    const related = items.flatMap((item) => (item.kind === 'full' ? item.items : [])).flatMap(({ relatedInformation = [] }) => relatedInformation);
    for (const { location } of related) expect(items.map(({ uri }) => uri)).toContain(location.uri);
  });

  it('are held back until something changes, and say «unchanged» of the rest', async () => {
    const folder = new Folder();
    const { pullAll, touch, index } = await start([folder]);
    const first = await pullAll();
    expect(first.map(({ kind }) => kind)).toEqual(['full', 'full', 'full', 'full']);
    expect(first.flatMap((item) => (item.kind === 'full' ? item.items : []))).toEqual([]);
    const held = pullAll(first);
    const before = index.reads;
    folder.write('alene.dpia.yaml', 'vurdering: dpia\nmal: e-helse-2018\ntittel: Alene\nstatus: utkast\n');
    await touch(folder.uriOf('alene.dpia.yaml'));
    const second = await held;
    expect(second.filter(({ kind }) => kind === 'full').map(({ uri }) => uri)).toEqual([folder.uriOf('alene.dpia.yaml')]);
    expect(second.filter(({ kind }) => kind === 'unchanged')).toHaveLength(4);
    expect(index.reads - before).toBe(1);
  });

  it('come in parts while the request stays open, and end when it is cancelled', async () => {
    const folder = new Folder();
    const { client, touch } = await start([folder]);
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    let wake = (): void => {};
    const type = new ProgressType<WorkspaceDiagnosticReport>();
    client.connection.onProgress(type, 'del', ({ items }) => {
      parts.push(...items);
      wake();
    });
    const until = async (isIt: () => boolean): Promise<void> => {
      while (!isIt()) await new Promise<void>((resolve) => (wake = resolve));
    };
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'del' }, source.token).catch((error: ResponseError<unknown>) => error);
    await until(() => parts.length === 4);
    folder.replace(IP, /^ip: .*\n|^status: .*$/m, 'status: utkast');
    await touch(folder.uriOf(IP));
    await until(() => parts.slice(4).some(({ uri }) => uri === folder.uriOf(IP)));
    source.cancel();
    expect(await answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  it('go when the file goes, and when its folder does', async () => {
    const folder = new Folder();
    const { pullAll, touch } = await start([folder]);
    const first = await pullAll();
    const held = pullAll(first);
    rmSync(folder.path('fritidsklubben'), { recursive: true });
    await touch(folder.uriOf('fritidsklubben')); // all that a client tells of a folder
    const second = await held;
    for (const file of [PLATFORM, IP, PLM]) expect(of(second, folder.uriOf(file))).toMatchObject({ items: [] });
    expect(codes(of(second, folder.uriOf(RECORD)).items)).toContain('lenke-uten-fil');
  });

  it('are pushed to a client that cannot ask, and emptied when the file is gone', async () => {
    const folder = new Folder([RECORD]);
    const { client, touch } = await start([folder], {});
    const uri = folder.uriOf(RECORD);
    const found = await client.findings((each) => each.uri === uri);
    expect(codes(found.diagnostics)).toContain('lenke-uten-fil');
    expect(found.version).toBeUndefined();
    client.published.length = 0;
    rmSync(folder.path(RECORD));
    await touch(uri);
    expect(await client.findings((each) => each.uri === uri)).toEqual({ uri, diagnostics: [] });
  });

  it('wait for a disk that is slow to say whether a link leads anywhere', async () => {
    const folder = new Folder([RECORD]);
    const missing = folder.uriOf(PLATFORM);
    let asked!: () => void;
    let answer!: () => void;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const { client } = await start([folder], {}, { ...addressDisk, kindOf: async (address) => (uriOfAddress(address) === missing && (asked(), await answered), addressDisk.kindOf(address)) });
    await isAsked;
    expect(client.published).toEqual([]);
    answer();
    expect(codes((await client.findings(({ uri }) => uri === folder.uriOf(RECORD))).diagnostics)).toContain('lenke-uten-fil');
  });
});

describe('an open document and the files around it', () => {
  it('has other findings when another file changes, without being parsed anew, and the client is told', async () => {
    const folder = new Folder();
    const { client, touch, told, next, index } = await start([folder]);
    await index.idle();
    const uri = folder.uriOf(PLATFORM);
    await client.open(uri, folder.read(PLATFORM));
    const before = await client.pull(uri);
    expect(before).toMatchObject({ kind: 'full', items: [] });
    const refreshed = next('refreshes');
    const reads = index.reads;
    renameSync(folder.path(IP), folder.path('fritidsklubben/borte.ip.yaml'));
    await touch(folder.uriOf(IP));
    await refreshed;
    const after = await client.pull(uri, before.resultId);
    expect(after.kind).toBe('full');
    expect(codes((after as { items: Diagnostic[] }).items)).toContain('lenke-uten-fil');
    expect(index.reads).toBe(reads); // gone: there was nothing to read
    expect(told.refreshes).toBeGreaterThan(0);
    expect(await client.pull(uri, after.resultId)).toEqual({ kind: 'unchanged', resultId: after.resultId });
  });

  it('overrides the disk until it is closed, and the other end shows it', async () => {
    const folder = new Folder();
    const { client, pullAll, index } = await start([folder]);
    const first = await pullAll();
    const uri = folder.uriOf(RECORD);
    const text = folder.read(RECORD);
    await client.open(uri, text);
    const held = pullAll(first.filter((each) => each.uri !== uri));
    const reads = index.reads;
    await client.change(uri, { text: text.replace('id: fritidsklubben-instagram', 'id: noe-annet') });
    await client.pull(uri);
    const second = await held;
    expect(second.some(({ kind }) => kind === 'full')).toBe(true);
    expect(second.map((each) => each.uri)).not.toContain(uri);
    expect(index.reads).toBe(reads);
    const back = pullAll(second);
    await client.close(uri);
    const third = await back;
    expect(of(third, uri).items).toEqual([]);
    expect(index.reads).toBe(reads + 1);
    // A client that goes on showing them asks once more.
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [] });
  });

  it('wakes nobody while somebody types what the others do not read', async () => {
    const folder = new Folder();
    const { client, index, told, pullAll } = await start([folder]);
    await pullAll();
    const uri = folder.uriOf(PLATFORM);
    const text = folder.read(PLATFORM);
    await client.open(uri, text);
    await client.pull(uri);
    const { runs, reads } = index;
    for (let i = 1; i <= 10; i++) {
      const start = placeOf(text, 'To timer i uken.');
      await client.change(uri, { range: { start, end: start }, text: 'x' });
      await client.pull(uri);
    }
    expect(index.runs - runs).toBeLessThanOrEqual(10); // the open file's own rules, once a version
    expect(index.reads).toBe(reads);
    expect(told.refreshes).toBe(0);
  });

  it('has none of them outside the folders', async () => {
    const folder = new Folder([]);
    const other = new Folder();
    const { client, index } = await start([folder]);
    await index.idle();
    await client.open(other.uriOf(PLATFORM), other.read(PLATFORM).replace('./instagram.ip.yaml', './finnes-ikke.ip.yaml'));
    expect(codes(((await client.pull(other.uriOf(PLATFORM))) as { items: Diagnostic[] }).items)).not.toContain('lenke-uten-fil');
  });
});

describe('the index', () => {
  it('reads each file once, and again only what changed', async () => {
    const folder = new Folder();
    folder.write('node_modules/x/a.dpia.yaml', folder.read(IP));
    folder.write('.git/b.dpia.yaml', folder.read(IP));
    folder.write('annet.yaml', 'services: {}\n');
    const { client, index, touch } = await start([folder]);
    const list = await client.request<AssessmentsResult>('vurdert/assessments', undefined);
    expect(list.map(({ name }) => name).sort()).toEqual(['behandlingsoversikt.yaml', 'instagram.ip.yaml', 'instagram.plattform.yaml', 'instagram.plm.yaml']);
    expect(index.reads).toBe(5);
    await touch(folder.uriOf(IP), folder.uriOf(IP), folder.uriOf('node_modules/x/a.dpia.yaml'), folder.uriOf('.git/b.dpia.yaml'));
    await client.request('vurdert/assessments', undefined);
    expect(index.reads).toBe(6);
  });

  it('follows folders that are added and removed', async () => {
    const one = new Folder();
    const two = new Folder([PLATFORM]);
    const { client, index } = await start([one]);
    expect(await client.request<AssessmentsResult>('vurdert/assessments', undefined)).toHaveLength(4);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: two.uri, name: 'to' }], removed: [] } });
    expect(await client.request<AssessmentsResult>('vurdert/assessments', undefined)).toHaveLength(5);
    expect(index.reads).toBe(5);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: one.uri, name: 'en' }] } });
    expect((await client.request<AssessmentsResult>('vurdert/assessments', undefined)).map(({ uri }) => uri)).toEqual([two.uriOf(PLATFORM)]);
    expect(index.reads).toBe(5);
  });

  it('evaluates a record once, however many rows name a neighbour', async () => {
    const folder = new Folder();
    const record = folder.read(RECORD);
    const rows = Array.from({ length: 30 }, (_, i) => `    - id: rad-${i}\n      navn: Rad ${i}\n      vurdering: ./k${i}/instagram.plattform.yaml\n      formål: x\n      registrerte: x\n      opplysninger: x\n      mottakere: x\n      overføring: Nei\n`);
    folder.write(RECORD, record + rows.join(''));
    for (let i = 0; i < 30; i++) folder.write(`k${i}/instagram.plattform.yaml`, folder.read(PLATFORM));
    const { pullAll, index } = await start([folder]);
    const items = await pullAll();
    expect(items).toHaveLength(34);
    expect(index.runs).toBe(34);
  });

  it('tells once that the list is another, and only when it is', async () => {
    const folder = new Folder();
    const { client, touch, told, next } = await start([folder]);
    const list = await client.request<AssessmentsResult>('vurdert/assessments', undefined);
    expect(list.find(({ kind }) => kind === 'plattform')).toMatchObject({
      uri: folder.uriOf(PLATFORM), title: 'Fritidsklubbens informasjonskonto på Instagram', service: expect.stringContaining('Fritidsklubben'), platforms: ['instagram'],
      status: 'besluttet', outcome: 'godkjent', inUse: true, nextReview: '2027-08-20', reviewPassed: false, counts: { error: 0, warning: 0, information: 0 },
    });
    await touch(folder.uriOf(IP)); // as it was
    const changed = next('lists');
    folder.replace(PLATFORM, /^tittel: .*$/m, 'tittel: Ny');
    await touch(folder.uriOf(PLATFORM));
    await changed;
    const after = await client.request<AssessmentsResult>('vurdert/assessments', undefined);
    expect(after.find(({ kind }) => kind === 'plattform')!.title).toBe('Ny');
    expect(told.lists).toBe(1);
  });
});

describe('links between files', () => {
  const at = async <R>({ client }: Session, method: string, folder: Folder, file: string, needle: string, more: object = {}): Promise<R> =>
    client.request(method, { textDocument: { uri: folder.uriOf(file) }, position: placeOf(folder.read(file), needle, needle.length), ...more });

  async function opened(): Promise<{ folder: Folder; session: Session }> {
    const folder = new Folder();
    const session = await start([folder]);
    await session.index.idle();
    await session.client.open(folder.uriOf(PLATFORM), folder.read(PLATFORM));
    return { folder, session };
  }

  it('open, explain and are found from both ends, closed files among them', async () => {
    const { folder, session } = await opened();
    const links = await session.client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: folder.uriOf(PLATFORM) } });
    const files = links.filter(({ target }) => target?.startsWith('file:'));
    expect(files.map(({ target }) => target)).toEqual([folder.uriOf(IP), folder.uriOf(PLM), folder.uriOf(RECORD)]);
    expect(files[2]!.tooltip).toBe('Åpne «Behandlingsoversikt for Bydel Solsiden» (Behandlingsoversikt)');
    expect(await at<Location>(session, 'textDocument/definition', folder, PLATFORM, 'ip: ./inst')).toMatchObject({ uri: folder.uriOf(IP) });
    const hover = await at<Hover>(session, 'textDocument/hover', folder, PLATFORM, 'plm: ./inst');
    expect(JSON.stringify(hover.contents)).toMatch(/PLM, besluttet: godkjent/);
    const references = await at<Location[]>(session, 'textDocument/references', folder, PLATFORM, 'tittel: Frit', { context: { includeDeclaration: false } });
    expect(references.map(({ uri }) => uri)).toContain(folder.uriOf(RECORD));
    const onLink = await at<Location[]>(session, 'textDocument/references', folder, PLATFORM, 'ip: ./inst', { context: { includeDeclaration: false } });
    expect(onLink.map(({ uri }) => uri)).toEqual([folder.uriOf(PLATFORM), folder.uriOf(PLM)].filter((uri) => uri !== folder.uriOf(PLM) || /^ip:/m.test(folder.read(PLM))));
  });

  it('complete while half typed: the right kinds, the nearest first', async () => {
    const { folder, session } = await opened();
    const uri = folder.uriOf(PLATFORM);
    await session.client.change(uri, { text: folder.read(PLATFORM).replace('plm: ./instagram.plm.yaml', 'plm: ./in') });
    const items = await session.client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: placeOf(folder.read(PLATFORM), 'plm: ./in', 9) });
    expect(items.map(({ label }) => label)).toEqual(['./instagram.plm.yaml']);
    expect(items[0]).toMatchObject({ textEdit: { newText: './instagram.plm.yaml' }, detail: expect.any(String) });
  });

  it('article references are found in closed files', async () => {
    const { folder, session } = await opened();
    const uri = folder.uriOf(PLATFORM);
    const text = folder.read(PLATFORM).replace('H.3: To timer i uken.', 'H.3: Etter folkehelseloven § 4.');
    await session.client.change(uri, { text });
    const found = await session.client.request<Location[]>('textDocument/references', { textDocument: { uri }, position: placeOf(text, 'Etter folkehelse', 12), context: { includeDeclaration: true } });
    expect(new Set(found.map((each) => each.uri)).size).toBeGreaterThan(1);
  });

  it('tell where the process stands', async () => {
    const { folder, session } = await opened();
    const process = await session.client.request<ProcessResponse>('vurdert/process', { uri: folder.uriOf(IP) });
    expect(process!.steps.map(({ id }) => id)).toEqual(['ip', 'plm', 'beslutning', 'oversikt', 'i-bruk', 'gjennomgang']);
    expect(process!.steps[0]).toMatchObject({ state: 'done', uri: folder.uriOf(IP) });
    expect(await session.client.request('vurdert/process', { uri: folder.uriOf(RECORD) })).toBeNull();
  });
});

describe('moving files', () => {
  /** What a client does: asks, edits, moves, tells. */
  async function move({ client, index }: Session, folder: Folder, from: string, to: string): Promise<WorkspaceEdit | null> {
    const files = [{ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) }];
    const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files });
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change)) throw new Error('not an edit');
      const file = [PLATFORM, IP, PLM, RECORD].find((each) => folder.uriOf(each) === change.textDocument.uri)!;
      const lines = folder.read(file).split('\n');
      for (const { range, newText } of change.edits as { range: Location['range']; newText: string }[]) {
        expect(range.start.line).toBe(range.end.line);
        const line = lines[range.start.line]!;
        lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
      }
      folder.write(file, lines.join('\n'));
    }
    mkdirSync(path.dirname(folder.path(to)), { recursive: true });
    renameSync(folder.path(from), folder.path(to));
    await client.notify('workspace/didRenameFiles', { files });
    await client.notify('workspace/didChangeWatchedFiles', { changes: (edit?.documentChanges ?? []).map((change) => ({ uri: 'textDocument' in change ? change.textDocument.uri : '', type: 2 })) });
    await client.request('vurdert/assessments', undefined);
    await index.idle();
    return edit;
  }
  const findings = async (session: Session): Promise<Diagnostic[]> => (await session.pullAll()).flatMap((item) => (item.kind === 'full' ? item.items : []));

  it('updates the links to them and their own, and keeps the quotes', async () => {
    const folder = new Folder();
    folder.replace(PLATFORM, 'ip: ./instagram.ip.yaml', "ip: './instagram.ip.yaml' # innledende");
    folder.replace(PLATFORM, 'plm: ./instagram.plm.yaml', 'plm: instagram.plm.yaml');
    const session = await start([folder]);
    expect(await findings(session)).toEqual([]);
    await move(session, folder, PLATFORM, 'mål mappe/ny.plattform.yaml');
    const text = folder.read('mål mappe/ny.plattform.yaml');
    expect(text).toContain("ip: '../fritidsklubben/instagram.ip.yaml' # innledende\n");
    expect(text).toContain('plm: ../fritidsklubben/instagram.plm.yaml\n');
    expect(text).toContain('fil: ../behandlingsoversikt.yaml\n');
    expect(folder.read(RECORD)).toContain('vurdering: ./mål mappe/ny.plattform.yaml\n');
    expect(await findings(session)).toEqual([]);
  });

  it('changes nothing that still leads where it led, also when a folder moves', async () => {
    const folder = new Folder();
    const session = await start([folder]);
    await session.index.idle();
    const edit = await move(session, folder, 'fritidsklubben', 'tjenester/klubben');
    const edited = (edit?.documentChanges ?? []).map((change) => ('textDocument' in change ? change.textDocument.uri : '')).sort();
    expect(edited).toEqual([RECORD, PLATFORM].map((file) => folder.uriOf(file)).sort());
    expect(folder.read('tjenester/klubben/instagram.plattform.yaml')).toContain('ip: ./instagram.ip.yaml\n');
    expect(folder.read(RECORD)).toContain('vurdering: ./tjenester/klubben/instagram.plattform.yaml\n');
    expect(await findings(session)).toEqual([]);
  });
});
