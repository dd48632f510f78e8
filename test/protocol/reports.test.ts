import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiffResponse, ExportResponse, PlaceResult, ReportResponse } from '../../server/lsp/protocol.ts';
import { root } from '../core/fixtures.ts';
import { Folder, IP, PLATFORM, start, type Session } from './folder.ts';

const labels = { before: 'siste commit', after: 'slik filen er nå' };
const exported = async ({ client }: Session, params: object): Promise<string> => {
  const answer = await client.request<ExportResponse>('vurdert/export', params);
  if (!answer || !('data' in answer)) throw new Error(JSON.stringify(answer));
  return Buffer.from(answer.data, 'base64').toString('utf8');
};

describe('the report over the protocol', () => {
  it('is of an open file as it is written, and of a closed one as it lies on the disk', async () => {
    const folder = new Folder();
    const { client } = await start([folder]);
    const uri = folder.uriOf(PLATFORM);
    const report = (): Promise<ReportResponse> => client.request('vurdert/report', { uri, format: 'markdown' });
    expect(await report()).toMatchObject({ version: 0, title: 'Fritidsklubbens informasjonskonto på Instagram' });
    await client.open(uri, folder.read(PLATFORM).replace('tittel: Fritidsklubbens', 'tittel: Klubbens'));
    const open = await report();
    expect(open).toMatchObject({ version: 1, title: 'Klubbens informasjonskonto på Instagram' });
    expect(open!.html).toContain('# Klubbens informasjonskonto på Instagram');
    expect(await client.request('vurdert/report', { uri: folder.uriOf('finnes-ikke.ip.yaml') })).toBeNull();
  });

  it('has a public edition without what is kept back', async () => {
    const folder = new Folder();
    folder.replace(PLATFORM, 'Bydelsdirektør\n', '[[Bydelsdirektør|offentleglova § 23]]\n');
    const session = await start([folder]);
    const uri = folder.uriOf(PLATFORM);
    const report = async (edition: string): Promise<string> => (await session.client.request<ReportResponse>('vurdert/report', { uri, format: 'markdown', edition }))!.html;
    expect(await report('internal')).toContain('Bydelsdirektør');
    expect(await report('public')).not.toContain('Bydelsdirektør');
    for (const format of ['html', 'markdown', 'json', 'risks-csv', 'actions-csv']) expect(await exported(session, { uri, format, edition: 'public' })).not.toContain('Bydelsdirektør');
  });
});

describe('the comparison over the protocol', () => {
  it('tells what an answer was and is, and findings over several files that came', async () => {
    const folder = new Folder();
    const { client, index } = await start([folder]);
    const uri = folder.uriOf(PLATFORM);
    const before = folder.read(PLATFORM);
    await client.open(uri, before.replace('  A.3: fritid\n', '  A.3: annet\n').replace('ip: ./instagram.ip.yaml', 'ip: ./borte.ip.yaml'));
    await client.pull(uri);
    await index.idle(); // the disk has said what is there
    const { html, same, version } = (await client.request<DiffResponse>('vurdert/diff', { uri, before, labels, format: 'json' }))!;
    const [file] = (JSON.parse(html) as { filer: { svar: { id: string; før: { svar: string }; nå: { svar: string } }[]; funn: { nye: { kode: string }[] } }[] }).filer;
    expect({ same, version }).toEqual({ same: false, version: 1 });
    expect(file!.svar.map(({ id, før, nå }) => [id, før.svar, nå.svar])).toEqual([['A.3', 'fritid', 'annet']]);
    expect(file!.funn.nye.map(({ kode }) => kode)).toContain('lenke-uten-fil');
  });

  it('is between nothing and the file where there was none', async () => {
    const folder = new Folder();
    const { client } = await start([folder]);
    expect(await client.request('vurdert/diff', { uri: folder.uriOf(IP), before: null, labels })).toMatchObject({ same: false });
    expect(await client.request('vurdert/diff', { uri: folder.uriOf(IP), before: folder.read(IP), labels })).toMatchObject({ same: true });
  });
});

describe('the report as a file', () => {
  it('tells the history that the client knows', async () => {
    const session = await start([new Folder()]);
    const folder = new Folder();
    const { client } = session;
    const uri = folder.uriOf(IP);
    await client.open(uri, folder.read(IP));
    const history = { revision: { short: 'a1b2c3d4', date: '2026-05-20' }, changes: [{ date: '2026-05-20', revision: 'a1b2c3d4', summary: 'IP for Instagram er godkjent' }] };
    const markdown = await exported(session, { uri, format: 'markdown', history });
    expect(markdown).toContain('a1b2c3d4, 20. mai 2026');
    expect(markdown).toContain('IP for Instagram er godkjent');
    expect(await exported(session, { uri, format: 'markdown' })).not.toContain('a1b2c3d4');
  });

  it('says plainly that there is nothing to print PDF with', async () => {
    const folder = new Folder();
    const { client } = await start([folder]);
    const answer = await client.request<{ problem: string }>('vurdert/export', { uri: folder.uriOf(IP), format: 'pdf' });
    expect(answer.problem).toMatch(/PDF/);
  });

  it('is the same as the command line makes', async () => {
    const folder = new Folder();
    const session = await start([folder]);
    const uri = folder.uriOf(IP);
    expect(await exported(session, { uri, format: 'markdown' })).toBe(readFileSync(path.join(root, 'test/fixtures/rapporter/bydel/fritidsklubben/instagram.ip.md'), 'utf8'));
  });
});

describe('a place in the report', () => {
  it('is found in the file by its path', async () => {
    const folder = new Folder();
    const { client } = await start([folder]);
    const lines = folder.read(PLATFORM).split('\n');
    const place = (at: string): Promise<PlaceResult> => client.request('vurdert/place', { uri: folder.uriOf(PLATFORM), path: at });
    expect(lines[(await place('A.3'))!.start.line]).toContain('A.3: fritid');
    expect(lines[(await place('beslutning'))!.start.line]).toContain('beslutning:');
    expect(await client.request('vurdert/place', { uri: folder.uriOf('borte.ip.yaml'), path: 'A.3' })).toBeNull();
  });
});
