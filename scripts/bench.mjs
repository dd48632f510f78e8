// How fast the built server is, over stdio as an editor runs it, beside the bare `yaml` package on the same texts.
//   npm run bench               npm run bench -- --json
//                               npm run bench -- --server path/to/server.cjs      another build than this one
// Not a test: it judges nothing, prints what it measured beside the goals, and takes some minutes: last come workspaces of
// 100, 1,000 and 5,000 assessments (scripts/bench-workspace.mjs).
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { grow } from './bench/grow.mjs';
import { previewPage } from './bench/preview.mjs';
import { build, root } from './install.mjs';

const KIB = 1024;
const BASE = 80 * KIB;
const KEYSTROKES = 40;
const WARM_UP = 15;
const SPAWNS = 7;
const uri = 'file:///bench/vurdering.dpia.yaml';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, server: { type: 'string' } } });
const server = options.server ?? path.join(root, 'dist/server.cjs');

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const p95 = (numbers) => sorted(numbers)[Math.min(numbers.length - 1, Math.ceil(numbers.length * 0.95) - 1)];

/** Milliseconds that `work` takes, over `times` runs after a warm-up. */
async function timed(times, warmUp, work) {
  const taken = [];
  for (let i = 0; i < warmUp + times; i++) {
    const start = performance.now();
    await work(i);
    if (i >= warmUp) taken.push(performance.now() - start);
  }
  return taken;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** A server of its own with the text open, as VS Code opens it: findings by pull. */
async function start(text) {
  const begun = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  child.once('exit', (code) => code && fail(`Serveren stanset med kode ${code}.`));
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  void connection.sendNotification('initialized', {});
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  const pull = (token) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, ...(token ? [token] : []));
  const first = await pull();
  const spawned = performance.now() - begun;
  let version = 1;
  return {
    child, connection, pull, spawned, findings: first.items.length,
    uri,
    request: (method, params) => connection.sendRequest(method, { textDocument: { uri }, ...params }),
    /** A keystroke: a letter in, at a place in the text. */
    type: (position) => connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range: { start: position, end: position }, text: 'e' }] }),
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
      connection.dispose();
    },
  };
}

/** Resident memory in MiB; undefined where the system does not tell. */
function memory(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / KIB;
  } catch {
    return undefined;
  }
}

/** 20 keystrokes at 10 a second, the client asking as VS Code does: a request under way is cancelled by the next key. */
async function burst(session, position) {
  let checks = 0;
  let running;
  let again = false;
  const settled = [];
  const pull = async () => {
    if (running) {
      running.cancel();
      again = true;
      return;
    }
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    do {
      again = false;
      running = new CancellationTokenSource();
      await session.pull(running.token).then(() => checks++, () => (again ||= true));
    } while (again);
    running = undefined;
    for (const resolve of settled.splice(0)) resolve();
  };
  let last = 0;
  for (let i = 0; i < 20; i++) {
    if (i) await new Promise((resolve) => void setTimeout(resolve, 100));
    last = performance.now();
    void session.type(position);
    void pull();
  }
  await new Promise((resolve) => void settled.push(resolve));
  return { last: performance.now() - last, checks };
}

async function measure(factor, sample) {
  const text = grow(sample, BASE * factor);
  const spawns = [];
  for (let i = 0; i < SPAWNS; i++) {
    const session = await start(text);
    spawns.push(session.spawned);
    await session.end();
  }
  const session = await start(text);
  const place = (needle, after = 0) => {
    const before = text.slice(0, text.indexOf(needle) + after).split('\n');
    return { line: before.length - 1, character: before.at(-1).length };
  };
  const inProse = place('Kartlegger familiesituasjoner', 5);
  // By turns, so that whatever else the machine does weighs on both alike.
  const keys = [];
  const bare = [];
  for (let i = 0; i < WARM_UP + (factor > 4 ? 30 : KEYSTROKES); i++) {
    const [parsed] = await timed(1, 0, () => parseDocument(text));
    const [typed] = await timed(1, 0, async () => {
      void session.type(inProse);
      await session.pull();
    });
    if (i < WARM_UP) continue;
    bare.push(parsed);
    keys.push(typed);
  }
  const warm = (method, params) => timed(40, 10, () => session.request(method, params));
  const hover = await warm('textDocument/hover', { position: place('\n  II.4.2:', 4) });
  const reference = await warm('textDocument/hover', { position: place('artikkel 6 c', 3) });
  const completion = await warm('textDocument/completion', { position: place('\n  II.4.3:', 3) });
  // What the preview waits for: the report of the version that was just typed.
  const report = await timed(20, 5, async () => {
    void session.type(inProse);
    await session.request('vurdert/preview', { uri: session.uri });
  });
  let standing = [];
  const shown = preview && await timed(20, 5, async () => {
    void session.type(inProse);
    const { blocks } = await session.request('vurdert/preview', { uri: session.uri });
    await preview.show(blocks.map((block, i) => (block === standing[i] ? null : block)));
    standing = blocks;
  });
  const outline = await warm('textDocument/documentSymbol', {});
  const typed = await burst(session, inProse);
  const mebibytes = memory(session.child.pid);
  await session.end();
  return { factor, kib: Buffer.byteLength(text) / KIB, findings: session.findings, bare: median(bare), spawned: median(spawns), key: median(keys), keyP95: p95(keys), hover: median(hover), reference: median(reference), completion: median(completion), outline: median(outline), report: median(report), shown: shown && median(shown), burst: typed.last, checks: typed.checks, mebibytes };
}

if (!options.server) build();
const sample = fs.readFileSync(path.join(root, 'samples/visma-familia.dpia.yaml'), 'utf8');
const results = [];
const preview = options.server ? undefined : await previewPage();
for (const factor of [1, 4, 16]) results.push(await measure(factor, sample));
await preview?.end();
const bundle = fs.statSync(server).size;
const node = median(await timed(SPAWNS, 2, () => spawnSync(process.execPath, ['-e', '0'])));

const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const rows = [
  ['', ...results.map(({ factor, kib }) => `${factor}× (${kib.toFixed(0)} KiB)`), 'mål ved 1×'],
  ['yaml alene, parseDocument', ...results.map(({ bare }) => ms(bare)), ''],
  ['start til første funn', ...results.map(({ spawned }) => ms(spawned)), '≤ 400 ms'],
  ['  av dette Node alene, tom', ...results.map(() => ms(node)), ''],
  ['tast til funn, median', ...results.map(({ key }) => ms(key)), ''],
  ['tast til funn, p95', ...results.map(({ keyP95 }) => ms(keyP95)), ''],
  ['  × yaml alene (median)', ...results.map(({ key, bare }) => (key / bare).toFixed(2)), '≤ 2'],
  ['20 taster, 10 i sekundet: siste tast til funn', ...results.map((each) => ms(each.burst)), ''],
  ['  kontroller som ble kjørt', ...results.map(({ checks }) => String(checks)), '≤ 20'],
  ['hover', ...results.map(({ hover }) => ms(hover)), '≤ 5 ms'],
  ['hover på en henvisning i fritekst', ...results.map(({ reference }) => ms(reference)), '≤ 5 ms'],
  ['fullføring', ...results.map(({ completion }) => ms(completion)), '≤ 5 ms'],
  ['disposisjon', ...results.map(({ outline }) => ms(outline)), ''],
  ['tast til rapport, i tjeneren', ...results.map(({ report }) => ms(report)), ''],
  ['tast til rapport på siden', ...results.map(({ shown }) => (shown === undefined ? '?' : ms(shown))), '≤ 100 ms'],
  ['minne (RSS)', ...results.map(({ mebibytes }) => (mebibytes === undefined ? '?' : `${mebibytes.toFixed(0)} MiB`)), '≤ 120 MiB'],
  ['funn', ...results.map(({ findings }) => String(findings)), ''],
];
if (options.json) console.log(JSON.stringify({ results, node, bundle }, undefined, 2));
else {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows) console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('   '));
  console.log(`\n${path.basename(server)}: ${(bundle / KIB).toFixed(0)} KiB (mål: ≤ 1024 KiB)`);
  console.log('');
  spawnSync(process.execPath, [path.join(root, 'scripts/bench-workspace.mjs'), ...(options.server ? ['--server', server] : [])], { stdio: 'inherit' });
}
