// How the built server and `vurdert check` do with many assessments (scripts/bench.mjs is about one).
//   node scripts/bench-workspace.mjs [100 1000 5000] [--server dist/server.cjs --cli dist/cli.cjs]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bareParse, overWorkspace, writeWorkspace } from './bench/workspace.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { server: { type: 'string' }, cli: { type: 'string' } } });
const server = values.server ?? path.join(root, 'dist/server.cjs');
const cli = values.cli ?? path.join(root, 'dist/cli.cjs');
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;

function memory(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return undefined;
  }
}

const results = [];
for (const count of positionals.length ? positionals.map(Number) : [100, 1000, 5000]) {
  const { folder, written } = writeWorkspace(root, count);
  try {
    const bare = bareParse(folder);
    const session = await overWorkspace(server, folder, memory);
    const start = performance.now();
    const run = spawnSync(process.execPath, [cli, 'check', folder], { encoding: 'utf8', maxBuffer: 1 << 30 });
    const checked = written / ((performance.now() - start) / 1000);
    results.push({ written, bare, checked, last: run.stdout.trim().split('\n').at(-1), ...session });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
const rows = [
  ['vurderinger', ...results.map(({ written }) => String(written))],
  ['yaml alene, filer i sekundet', ...results.map(({ bare }) => bare.toFixed(0))],
  ['vurdert check, filer i sekundet', ...results.map(({ checked }) => checked.toFixed(0))],
  ['  yaml alene ÷ vurdert check', ...results.map(({ bare, checked }) => (bare / checked).toFixed(2))],
  ['start til listen over alle vurderinger', ...results.map(({ indexed }) => ms(indexed))],
  ['start til funnene i alle filer', ...results.map(({ all }) => ms(all))],
  ['minne da (RSS)', ...results.map(({ mebibytes }) => (mebibytes === undefined ? '?' : `${mebibytes.toFixed(0)} MiB`))],
  ['én fil lagret til nye funn i en fil som bygger på den, median', ...results.map(({ saves }) => ms(median(saves)))],
  ['tast i en åpen fil til funnene i den, median', ...results.map(({ keys }) => ms(median(keys)))],
  ['vurdert check sier', ...results.map(({ last }) => last)],
];
const widths = rows[0].map((_, i) => Math.max(...rows.slice(0, -1).map((row) => row[i].length)));
for (const row of rows) console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('   '));
