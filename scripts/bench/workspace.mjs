// A workspace of many assessments: reading it, and one file saved in it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument } from 'yaml';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const CASES_A_RECORD = 20;
const SAVES = 15;

/** Writes cases of three files (plattform, ip, plm) with a record for every twenty, `count` files or some more in all. */
export function writeWorkspace(root, count) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vurdert-bench-'));
  const sample = (name) => fs.readFileSync(path.join(root, 'samples/bydel', name), 'utf8');
  const files = ['plattform', 'ip', 'plm'].map((kind) => [`instagram.${kind}.yaml`, sample(`fritidsklubben/instagram.${kind}.yaml`)]);
  const record = sample('behandlingsoversikt.yaml');
  const [head, firstRow] = /^([\s\S]*?)( {4}- id: [\s\S]*?ført: \S+\n)/.exec(record).slice(1);
  let written = 0;
  for (let group = 0; written < count; group++) {
    const rows = [];
    for (let i = 0; i < CASES_A_RECORD && written < count - 1; i++) {
      const name = `sak-${group}-${i}`;
      fs.mkdirSync(path.join(folder, `bydel-${group}`, name), { recursive: true });
      for (const [file, text] of files) fs.writeFileSync(path.join(folder, `bydel-${group}`, name, file), text.replace('id: fritidsklubben-instagram', `id: ${name}`));
      rows.push(firstRow.replace('fritidsklubben-instagram', name).replace('./fritidsklubben/', `./${name}/`));
      written += files.length;
    }
    fs.writeFileSync(path.join(folder, `bydel-${group}`, 'behandlingsoversikt.yaml'), head + rows.join(''));
    written++;
  }
  return { folder, written };
}

/** Parses every file as the bare `yaml` package does; files a second. */
export function bareParse(folder) {
  const texts = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const start = performance.now();
  for (const file of texts) parseDocument(fs.readFileSync(file, 'utf8')).toJS();
  return texts.length / ((performance.now() - start) / 1000);
}

/** The server over the folder: all findings for the first time, memory, and one file saved again and again. */
export async function overWorkspace(server, folder, memory) {
  const uri = (file) => pathToFileURL(path.join(folder, file)).href;
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  const begun = performance.now();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }], capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } } } });
  void connection.sendNotification('initialized', {});
  const { ProgressType } = await import('vscode-languageserver-protocol/node');
  const seen = new Map();
  let wake = () => {};
  connection.onProgress(new ProgressType(), 'bench', ({ items }) => {
    for (const item of items) seen.set(decodeURIComponent(item.uri), item);
    wake();
  });
  const until = async (isIt) => {
    while (!isIt()) await new Promise((resolve) => (wake = resolve));
  };
  const list = await connection.sendRequest('vurdert/assessments');
  const indexed = performance.now() - begun;
  void connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'bench' }).catch(() => {});
  await until(() => seen.size === list.length);
  const all = performance.now() - begun;
  const mebibytes = memory(child.pid);

  // The IP of a case says something else, and says it no more: the platform assessment, the PLM and the record hear of it.
  const file = 'bydel-0/sak-0-0/instagram.ip.yaml';
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const record = decodeURIComponent(uri('bydel-0/sak-0-0/instagram.plattform.yaml'));
  const saves = [];
  for (let i = 0; i < SAVES; i++) {
    const before = seen.get(record)?.resultId;
    fs.writeFileSync(path.join(folder, file), i % 2 ? text : text.replace(/^tittel: .*$/m, `tittel: Lagret ${i}`));
    const start = performance.now();
    void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(file), type: 2 }] });
    await until(() => seen.get(record)?.resultId !== before);
    saves.push(performance.now() - start);
  }
  // The same while the file is open: typing what the others read.
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(file), languageId: 'yaml', version: 1, text } });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uri(file) } });
  const keys = [];
  for (let i = 0; i < SAVES; i++) {
    const start = performance.now();
    void connection.sendNotification('textDocument/didChange', { textDocument: { uri: uri(file), version: i + 2 }, contentChanges: [{ text: text.replace(/^tittel: .*$/m, `tittel: Skrevet ${i}`) }] });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uri(file) } });
    keys.push(performance.now() - start);
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await gone;
  connection.dispose();
  return { indexed, all, mebibytes, saves, keys };
}
