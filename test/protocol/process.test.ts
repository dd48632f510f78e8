import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter, type FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { read } from '../core/fixtures.ts';
import { CLI, ensureBuilt, SERVER } from './built.ts';
import { childClient, PULLS, PUSHED, spawnServer } from './client.ts';

const URI = 'file:///mappe/visma-familia.dpia.yaml';
const SAMPLE = read('samples/visma-familia.dpia.yaml');

beforeAll(ensureBuilt);

describe('the built server as a process', () => {
  it('gives findings when asked, over standard input and output, and ends with 0', async () => {
    const client = await childClient().start(PULLS);
    expect(client.initialized.serverInfo).toMatchObject({ name: 'vurdert', version: expect.stringMatching(/^\d/) });
    await client.open(URI, SAMPLE);
    const { items } = await client.pull(URI) as FullDocumentDiagnosticReport;
    expect(items.length).toBeGreaterThan(20);
    expect(await client.end()).toBe(0);
  });

  it('sends findings to a client that cannot ask, the last version\'s after a burst', async () => {
    const client = await childClient().start(PUSHED);
    await client.open(URI, SAMPLE);
    for (let i = 1; i <= 50; i++) void client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: `# ${i}\n` });
    const last = await client.findings(({ version }) => version === 51);
    expect(last.diagnostics.length).toBeGreaterThan(20);
    expect(client.published.at(-1)).toBe(last);
    await client.close(URI);
    expect(await client.findings(({ version }) => version === undefined)).toEqual({ uri: URI, diagnostics: [] });
    expect(await client.end()).toBe(0);
  });

  it('knows the way on for an assessment that is not saved', async () => {
    const client = await childClient().start(PULLS);
    await client.open('untitled:eksempel.ip.yaml', read('media/walkthrough/eksempel.ip.yaml').replace('Middels', 'middels'));
    const { steps } = await client.request('vurdert/process', { uri: 'untitled:eksempel.ip.yaml' }) as { steps: { id: string; state: string }[] };
    expect(steps.slice(0, 2)).toMatchObject([{ id: 'ip', state: 'done' }, { id: 'plm', state: 'now' }]);
    expect(await client.end()).toBe(0);
  });

  it('is what «vurdert lsp --stdio» starts', async () => {
    const client = await childClient(spawn(process.execPath, [CLI, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })).start(PULLS);
    await client.open(URI, SAMPLE);
    expect(await client.request('vurdert/report', { uri: URI })).toMatchObject({ version: 1 });
    expect(await client.end()).toBe(0);
  });

  it('speaks over Node\'s own channel, as VS Code starts it', async () => {
    const child = spawn(process.execPath, [SERVER, '--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    expect(await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: PULLS })).toMatchObject({ capabilities: { hoverProvider: true } });
    await connection.sendRequest('shutdown');
    void connection.sendNotification('exit');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('ends with 1 when the client goes without a word', async () => {
    const client = await childClient().start(PULLS);
    const exited = once(client.child!, 'exit');
    client.child!.stdin!.end();
    expect((await exited)[0]).toBe(1);
  });

  it.each([
    ['text that is no message', 'hei\r\n\r\n'],
    ['a header without a length', 'Content-Type: tull\r\n\r\n'],
    ['a body that is not JSON', 'Content-Length: 5\r\n\r\n{hei}'],
    ['JSON that is no message', 'Content-Length: 4\r\n\r\nnull'],
    ['an unknown request', `Content-Length: 45\r\n\r\n${'{"jsonrpc":"2.0","id":77,"method":"finnes/x"}'}`],
    ['parameters of the wrong kind', `Content-Length: 75\r\n\r\n${'{"jsonrpc":"2.0","id":78,"method":"textDocument/hover","params":{"a":null}}'}`],
  ])('survives %s', async (_, garbage) => {
    const child = spawnServer();
    const client = await childClient(child).start(PULLS);
    child.stdin!.write(garbage);
    await client.open(URI, SAMPLE);
    expect((await client.pull(URI)).kind).toBe('full');
    expect(await client.end()).toBe(0);
  });
});
