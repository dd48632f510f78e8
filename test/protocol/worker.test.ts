/** The server as a web worker, with files that lie on no disk: everything that it reads, it asks the client for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentLink, Hover, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { ASSESSMENTS, EXPORT, FILE, FILE_KIND, FOLDER, NEW_ASSESSMENT, PAGE, PREVIEW, SOURCES, type AssessmentsResult, type ExportParams, type ExportResponse, type FileAnswer, type FileParams, type NewAssessmentResult, type PreviewResponse, type SourcesResult } from '../../server/lsp/protocol.ts';
import { root } from '../core/fixtures.ts';
import { ensureBuilt } from './built.ts';
import { Client, PULLS } from './client.ts';
import { startWorker } from './web-worker.ts';

/** As github.dev names a repository: VS Code encodes what stands where a host would. */
const FOLDER_URI = 'vscode-vfs://github%2B7b227631227d/kommunen/vurderinger';
const samples = path.join(root, 'samples');
const pathOf = (uri: string): string | undefined => (uri === FOLDER_URI || uri.startsWith(`${FOLDER_URI}/`) ? samples + decodeURIComponent(uri.slice(FOLDER_URI.length)) : undefined);
const uriOf = (file: string): string => `${FOLDER_URI}/${file}`;
const textOf = (file: string): string => readFileSync(path.join(samples, file), 'utf8');

async function inWorker(): Promise<{ client: Client; asked: string[]; fetched: string[] }> {
  const { begun, connection, fetched } = await startWorker();
  expect(begun).toEqual({ ready: true });
  const client = new Client(connection);
  const asked: string[] = [];
  const answer = <T>(method: string, read: (file: string) => T): void => void client.connection.onRequest<FileAnswer<T>, void>(method, ({ uri }: FileParams) => {
    asked.push(`${method} ${uri}`);
    const file = pathOf(uri);
    if (file === undefined) return { problem: 'no-access', detail: '' };
    try {
      return { found: read(file) };
    } catch {
      return { problem: 'missing', detail: '' };
    }
  });
  answer(FILE_KIND, (file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found ? (found.isFile() ? 'file' : 'folder') : null;
  });
  answer(FOLDER, (file) => readdirSync(file, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: entry.isFile() ? 'file' : 'folder' })));
  answer(FILE, (file) => readFileSync(file).toString('base64'));
  await client.start(PULLS, { vscode: true, files: true }, [FOLDER_URI]);
  return { client, asked, fetched };
}

describe('the server in a web worker', () => {
  const CLUB = 'bydel/fritidsklubben';
  const DPIA = 'visma-familia.dpia.yaml';
  let client: Client;
  let asked: string[];
  let fetched: string[];
  const made = async (format: ExportParams['format']): Promise<Buffer> => {
    const answer = await client.request<ExportResponse>(EXPORT, { uri: uriOf(DPIA), format } satisfies ExportParams);
    if (!answer || 'problem' in answer) throw new Error(answer?.problem ?? 'nothing');
    return Buffer.from(answer.data, 'base64');
  };

  beforeAll(async () => {
    ensureBuilt();
    ({ client, asked, fetched } = await inWorker());
    await client.open(uriOf(DPIA), textOf(DPIA));
  });

  it('starts without what no finding waits for', async () => {
    expect(fetched).toContain('server.cjs');
    expect(fetched.filter((name) => /^(?:own|report|word)\.cjs$/.test(name))).toEqual([]);
  });

  it('finds what there is to find in an open file', async () => {
    const { items } = (await client.pull(uriOf(DPIA))) as { items: Diagnostic[] };
    expect(items.length).toBeGreaterThan(10);
    expect(items.every(({ code, message }) => code && message)).toBe(true);
  });

  it('reads the folder through the client, each file once', async () => {
    const found = await client.request<AssessmentsResult>(ASSESSMENTS, undefined);
    expect(found.map(({ uri }) => uri)).toContain(uriOf(`${CLUB}/instagram.plattform.yaml`));
    const reads = asked.filter((each) => each.startsWith(`${FILE} `));
    expect(reads.length).toBeGreaterThan(3);
    expect(new Set(reads).size).toBe(reads.length);
    expect(asked.filter((each) => !each.includes(FOLDER_URI))).toEqual([]);
  });

  it('has findings of closed files', async () => {
    const { items } = await client.request<{ items: WorkspaceDocumentDiagnosticReport[] }>('workspace/diagnostic', { previousResultIds: [] });
    const closed = items.filter((item) => item.uri !== uriOf(DPIA) && item.kind === 'full' && item.items.length);
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.every(({ uri }) => pathOf(uri) !== undefined)).toBe(true);
  });

  it('explains a question in a hover, and has the pages of the sources', async () => {
    const hover = await client.at<Hover>('textDocument/hover', uriOf(DPIA), textOf(DPIA), '\n  I.1:', 4);
    expect(JSON.stringify(hover.contents)).toContain('DEL I: Vurdering av behov for DPIA');
    const sources = await client.request<SourcesResult>(SOURCES, undefined);
    expect(sources.length).toBeGreaterThan(300);
    expect(await client.request(PAGE, { uri: 'vurdert:/regel/ja-utloser-dpia.md' })).toMatch(/^> /m);
  });

  it('follows links to other files of the same folder, and knows those that lead nowhere', async () => {
    const file = `${CLUB}/instagram.plattform.yaml`;
    await client.open(uriOf(file), textOf(file).replace('./instagram.ip.yaml', './borte.ip.yaml'));
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: uriOf(file) } });
    expect(links.map(({ target }) => target)).toContain(uriOf(`${CLUB}/instagram.plm.yaml`));
    await client.pull(uriOf(file)); // asks the disk about the file that is named
    await client.request(ASSESSMENTS, undefined); // answered once the disk has
    const { items } = (await client.pull(uriOf(file))) as { items: Diagnostic[] };
    expect(items.map(({ code }) => code)).toContain('lenke-uten-fil');
    await client.close(uriOf(file));
  });

  it('reads a municipality\'s own template, with a part that nothing before it has asked for', async () => {
    const uri = uriOf('maler/ny.mal.yaml');
    const written = "mal: ny\nutvider: e-helse-2081\ntittel: T\nutgiver: U\nversjon: '1'\n";
    expect(fetched).not.toContain('own.cjs');
    await client.open(uri, written);
    const { items } = (await client.pull(uri)) as { items: Diagnostic[] };
    expect(items.map(({ code }) => code)).toContain('egen-id');
    expect(JSON.stringify((await client.at<Hover>('textDocument/hover', uri, written, 'utvider', 2)).contents)).toContain('bygger på');
    expect(fetched).toContain('own.cjs');
    await client.close(uri);
  });

  it('makes the report in every format but PDF, which it says that it cannot', async () => {
    const report = await client.request<PreviewResponse>(PREVIEW, { uri: uriOf(DPIA) });
    expect(report?.blocks.join('')).toContain('Visma Familia');
    expect(String(await made('html'))).toMatch(/^<!doctype html>/i);
    expect(String(await made('markdown'))).toContain('# ');
    expect((await made('docx')).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse(String(await made('json'))).vurdering).toBe('dpia');
    expect(String(await made('risks-csv'))).toMatch(/^\uFEFF.*;/);
    await expect(made('pdf')).rejects.toThrow(/^Rapporten kan ikke lages som PDF her/);
    expect(fetched).toContain('word.cjs');
    expect(new Set(fetched).size).toBe(fetched.length);
  });

  it('proposes a new file under a name that is free', async () => {
    const begin = { kind: 'ip', title: 'Instagram', service: 'Fritidsklubben', platforms: ['instagram'], folder: uriOf(CLUB) };
    const made = await client.request<NewAssessmentResult>(NEW_ASSESSMENT, begin);
    expect(made?.uri.startsWith(`${uriOf(CLUB)}/`)).toBe(true);
    expect(statSync(pathOf(made!.uri)!, { throwIfNoEntry: false })).toBeUndefined();
    expect(made?.text).toMatch(/^vurdering: ip$/m);
  });

  it('says so when its parts are not there, instead of going silent', async () => {
    expect((await startWorker('https://borte.example/dist/')).begun).toEqual({ problem: './server.cjs: 404' });
  });
});
