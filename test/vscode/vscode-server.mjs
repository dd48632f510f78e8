// Starts the VS Code of get-vscode.mjs as a server on 127.0.0.1 and stops it again, and finds the Chromium that
// shows its window.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getVSCode, root } from './get-vscode.mjs';

/** A quiet VS Code: nothing starts by itself, and nothing asks for the network. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'git.enabled': false,
};

/**
 * A built VS Code takes extensionDevelopmentPath and extensionTestsPath from the address only with this switch. It
 * also lets the page tell the test run how the suite ended.
 */
export const DEVELOPMENT_ARGS = ['--enable-smoke-test-driver'];

/** Everything that would make Chromium itself talk to the network is off; Playwright adds --no-sandbox, which root needs. */
export const CHROMIUM_ARGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function chromiumPath() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (fs.existsSync(asked)) return asked;
    throw new Error(`CHROME_PATH er satt til «${asked}», men der er det ingen fil.`);
  }
  const found = [
    '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Error('Fant ikke Chromium, som testene i VS Code trenger.\n'
    + 'Installer den med «sudo apt-get install -y chromium», eller sett CHROME_PATH til en Chromium eller Chrome som finnes på maskinen.');
}

export const temporaryDir = (prefix) => fs.mkdtempSync(path.join(os.tmpdir(), prefix));
export const removeDir = (dir) => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });

/** A copy of samples/ for VS Code to open, because tests may write. Its name stands in the window, so it is the same each time. */
export function copySamples() {
  const dir = temporaryDir('vurdert-');
  const workspace = path.join(dir, 'samples');
  fs.cpSync(path.join(root, 'samples'), workspace, { recursive: true });
  return { workspace, remove: () => removeDir(dir) };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();
let listening = false;

/** Servers are process groups of their own, so Ctrl+C does not reach them: they are ended with the process that started them. */
function endWithThisProcess(server) {
  running.add(server);
  if (listening) return;
  listening = true;
  process.on('exit', () => running.forEach((each) => each.killNow()));
  for (const signal of SIGNALS) process.on(signal, () => process.exit(128 + os.constants.signals[signal]));
}

/** Resolves with the address that the server says it is bound to. */
function waitForAddress(child, log, exited) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code-serveren startet ikke:\n${log.text}`)), 120_000);
    const read = (chunk) => {
      log.text = (log.text + chunk).slice(-200_000);
      const bound = /Server bound to ([\d.]+:\d+)/.exec(log.text);
      if (bound) {
        clearTimeout(timer);
        resolve(bound[1]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    exited.then((why) => {
      clearTimeout(timer);
      reject(new Error(`${why}\n${log.text}`));
    });
  });
}

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {object} [options.settings] the user's settings.json, written when there is none
 * @param {string} [options.dataDir] kept afterwards; without it, a temporary one
 * @param {string[]} [options.args] more arguments for the server
 * @param {object} [options.env] more environment; the extension host inherits it
 * @param {boolean} [options.marketplace] whether VS Code may ask for extensions on the network
 * @param {boolean} [options.asksForTrust] whether VS Code asks if a folder can be trusted, as users have it; the settings have to allow it too
 */
export async function startServer({ port = 0, settings = QUIET_SETTINGS, dataDir, args = [], env = {}, marketplace = false, asksForTrust = false } = {}) {
  const { node, main } = getVSCode();
  const data = dataDir ?? temporaryDir('vurdert-data-');
  const settingsFile = path.join(data, 'data/User/settings.json');
  if (!fs.existsSync(settingsFile)) {
    fs.mkdirSync(path.dirname(settingsFile), { recursive: true });
    fs.writeFileSync(settingsFile, JSON.stringify(settings, null, 2));
  }
  // Its sockets and temporary files end with it. The name is short because a socket's path has at most 107 characters.
  const tmp = temporaryDir('vsc-');
  const offline = marketplace ? {} : { EXTENSIONS_GALLERY: '{}' };
  const child = spawn(node, [
    main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
    '--server-data-dir', data, '--telemetry-level', 'off', ...(asksForTrust ? [] : ['--disable-workspace-trust']), ...args,
  ], { env: { ...process.env, TMPDIR: tmp, XDG_RUNTIME_DIR: tmp, ...offline, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });

  const kill = (signal) => { try { process.kill(-child.pid, signal); } catch { /* already gone */ } }; // with its extension host and file watcher
  const clean = () => [tmp, ...(dataDir ? [] : [data])].forEach(removeDir);
  const log = { text: '' };
  const exited = new Promise((resolve) => { child.once('exit', (code, signal) => resolve(`VS Code-serveren avsluttet (${code ?? signal})`)); });
  const server = {
    exited,
    log: () => log.text,
    killNow() {
      kill('SIGKILL');
      clean();
    },
    async stop() {
      kill('SIGTERM');
      const tooLong = setTimeout(() => kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(tooLong);
      server.killNow();
      running.delete(server);
    },
  };
  endWithThisProcess(server);
  const authority = await waitForAddress(child, log, exited);
  /** A file on this machine, as the window in the browser names it. */
  server.uri = (file) => `vscode-remote://${authority}${encodeURI(path.resolve(file))}`;
  /** The address that opens `folder`; `payload` is VS Code's own list of [key, value]. */
  server.url = (folder, payload = []) => `http://${authority}/?${new URLSearchParams({ folder: path.resolve(folder), payload: JSON.stringify(payload) })}`;
  return server;
}
