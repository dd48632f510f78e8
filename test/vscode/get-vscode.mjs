// Puts a real VS Code into .vscode-test/: VS Code's own server and workbench, as they ship inside the npm package
// `code-server`. Everything comes from npm with its integrity pinned here or in the package's own shrinkwrap, and
// nothing is compiled. That is also why code-server is not a devDependency: its postinstall compiles, so `npm ci`
// would fail on a machine without a compiler.
//
//   node test/vscode/get-vscode.mjs     (the first time about 30 s and 400 MB; afterwards at once)
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const cacheDir = path.join(root, '.vscode-test');

const CODE_SERVER = {
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** This VS Code runs on Node 24, which the project itself does not ask for. */
const NODE = {
  major: 24,
  version: '24.21.0',
  integrity: {
    'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

const platform = `${process.platform}-${process.arch}`;
const remove = (target) => fs.rmSync(target, { recursive: true, force: true, maxRetries: 5 });

function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return execFileSync('npm', [...args, ...quiet], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: 600_000 });
}

/** Unpacks the folder `inner` of an npm package into `into`, after checking the package against its pinned integrity. */
function unpack(spec, integrity, into, inner) {
  const [info] = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', into], into));
  if (info.integrity !== integrity) throw new Error(`${spec} har ikke det innholdet som er låst i get-vscode.mjs (${info.integrity})`);
  const tarball = path.join(into, info.filename);
  execFileSync('tar', ['-xzf', tarball, '-C', into, `--strip-components=${inner.split('/').length}`, inner], { timeout: 300_000 });
  fs.rmSync(tarball);
}

/**
 * Builds `dir` in a temporary folder beside it and moves it into place when it is whole, so that a run that was cut
 * off, or two runs at once, never leave half a VS Code behind.
 */
function putInPlace(dir, build) {
  if (fs.existsSync(dir)) return;
  const unfinished = `${dir}.${process.pid}.tmp`;
  fs.mkdirSync(unfinished, { recursive: true });
  try {
    build(unfinished);
    if (!fs.existsSync(dir)) fs.renameSync(unfinished, dir);
  } finally {
    remove(unfinished);
  }
}

/** Native modules that VS Code can do without, replaced by plain JavaScript so that nothing has to be compiled. */
const STAND_INS = {
  // Writes the log files of the server and of the extension host.
  '@vscode/spdlog': `
const fs = require('fs'), path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; try { fs.mkdirSync(path.dirname(file), { recursive: true }); } catch {} }
  write(level, message) {
    if (level < this.level || !this.file) return;
    try { fs.appendFileSync(this.file, new Date().toISOString() + ' [' + NAMES[level] + '] ' + message + '\\n'); } catch {}
  }
  trace(m) { this.write(0, m); } debug(m) { this.write(1, m); } info(m) { this.write(2, m); }
  warn(m) { this.write(3, m); } error(m) { this.write(4, m); } critical(m) { this.write(5, m); }
  getLevel() { return this.level; } setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() {} flush() {} drop() { this.file = undefined; }
}
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`,
  // Ends an extension host whose server died.
  '@vscode/native-watchdog': `
exports.start = (pid) => { setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 1000).unref(); };
`,
  // Proxy authentication.
  kerberos: `
exports.initializeClient = () => { throw new Error('kerberos is not built in'); };
`,
};

function putStandIns(modules) {
  for (const [name, code] of Object.entries(STAND_INS)) {
    const dir = path.join(modules, name);
    if (!fs.existsSync(dir)) continue;
    const { version } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
    remove(dir);
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ name, version, main: 'index.js' }));
    fs.writeFileSync(path.join(dir, 'index.js'), code.trimStart());
  }
}

/** More than half of the bytes are of no use here: AI agents, other platforms' binaries, source maps. */
function prune(dir) {
  for (const name of ['@github/copilot-sdk', '@github/copilot-sdk-linux-x64', '@microsoft/mxc-sdk', '@devcontainers/cli']) {
    remove(path.join(dir, 'node_modules', name));
  }
  remove(path.join(dir, 'extensions/copilot'));
  for (const name of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    const binaries = path.join(dir, 'node_modules', name);
    if (!fs.existsSync(binaries)) continue;
    for (const other of fs.readdirSync(binaries)) if (other !== platform) remove(path.join(binaries, other));
  }
  for (const file of fs.readdirSync(dir, { recursive: true })) if (file.endsWith('.js.map')) remove(path.join(dir, file));
}

function buildServer(dir) {
  unpack(`code-server@${CODE_SERVER.version}`, CODE_SERVER.integrity, dir, 'package/lib/vscode');
  // --legacy-peer-deps as in VS Code's own .npmrc; --engine-strict=false because the Node that runs npm is not the
  // one that runs VS Code. The built-in extensions' own modules are left out: only the TypeScript one needs them.
  npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--engine-strict=false'], dir);
  putStandIns(path.join(dir, 'node_modules'));
  prune(dir);
}

function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) === NODE.major) return process.execPath;
  const integrity = NODE.integrity[platform];
  if (!integrity) {
    throw new Error(`Den innebygde VS Code-en trenger Node ${NODE.major} på denne maskinen (${platform}). Kjør kommandoen på nytt med Node ${NODE.major}.`);
  }
  const dir = path.join(cacheDir, `node-${NODE.version}`);
  putInPlace(dir, (unfinished) => {
    unpack(`node-${platform}@${NODE.version}`, integrity, unfinished, 'package');
    for (const name of ['include', 'share']) remove(path.join(unfinished, name));
  });
  return path.join(dir, 'bin/node');
}

/**
 * The VS Code server, fetched when it is not there already.
 * @returns {{ node: string, main: string, dir: string }} the Node to run it with, its script, and its folder
 */
export function getVSCode() {
  const dir = path.join(cacheDir, `code-server-${CODE_SERVER.version}`);
  if (!fs.existsSync(dir)) console.log('Henter VS Code til .vscode-test/ (bare første gang, et halvt minutt eller mer) …');
  putInPlace(dir, buildServer);
  return { dir, node: nodeBinary(), main: path.join(dir, 'out/server-main.js') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(getVSCode().dir);
