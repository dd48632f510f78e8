/** The server's own side of the gate: no program is run before the client has said that the folder can be trusted. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT, TRUSTED, type ExportParams, type ExportResponse, type InitializationOptions } from '../../server/lsp/protocol.ts';
import { root } from '../core/fixtures.ts';
import { localClient, PULLS, type Client } from './client.ts';

const uri = 'file:///kommunen/visma-familia.dpia.yaml';
const text = readFileSync(path.join(root, 'samples/visma-familia.dpia.yaml'), 'utf8');

async function opened(options: InitializationOptions): Promise<{ client: Client; pdf(): Promise<ExportResponse>; runs(): number }> {
  let runs = 0;
  const client = localClient({ printPdf: () => {
    runs++;
    return Promise.resolve(new TextEncoder().encode('%PDF-'));
  } });
  await client.start(PULLS, options);
  await client.open(uri, text);
  return { client, runs: () => runs, pdf: () => client.request<ExportResponse>(EXPORT, { uri, format: 'pdf' } satisfies ExportParams) };
}

describe('a folder that is not trusted', () => {
  it('is read, and has its findings and its report, but no browser is started for a PDF', async () => {
    const { client, pdf, runs } = await opened({ trusted: false });
    expect(((await client.pull(uri)) as { items: unknown[] }).items.length).toBeGreaterThan(0);
    expect(await client.request<ExportResponse>(EXPORT, { uri, format: 'html' } satisfies ExportParams)).toHaveProperty('data');
    expect(await pdf()).toEqual({ problem: expect.stringMatching(/^PDF lages av en nettleser på maskinen, og Vurdert starter ingen programmer før/) as string });
    expect(runs()).toBe(0);
  });

  it('gets its PDF once the user trusts it', async () => {
    const { client, pdf, runs } = await opened({ trusted: false });
    await client.notify(TRUSTED, undefined);
    expect(await pdf()).toEqual({ data: Buffer.from('%PDF-').toString('base64') });
    expect(runs()).toBe(1);
  });

  it('is nothing that a client which knows no such thing has to say', async () => {
    const { pdf, runs } = await opened({});
    expect(await pdf()).toHaveProperty('data');
    expect(runs()).toBe(1);
  });
});
