// One command for a newcomer: installs, builds and opens samples/ in VS Code with the extension loaded. That is the
// machine's own VS Code when there is one, otherwise an embedded VS Code in the browser.
//
//   npm start                   npm start -- --port 8080
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, install, root } from './install.mjs';

const samples = path.join(root, 'samples');
const hasDisplay = ['darwin', 'win32'].includes(process.platform) || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const onWindows = process.platform === 'win32'; // there `code` is a script, which only a shell runs

function openDesktop() {
  if (!hasDisplay) return false;
  const args = [`--extensionDevelopmentPath=${root}`, samples].map((each) => (onWindows ? `"${each}"` : each));
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell: onWindows }).status !== 0) return false;
  console.log('Åpner eksemplene i VS Code med Vurdert lastet.');
  return spawnSync('code', args, { stdio: 'inherit', shell: onWindows }).status === 0;
}

function openBrowser(url) {
  if (!hasDisplay) return;
  spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

async function openEmbedded(port) {
  if (onWindows) throw new Error('Fant ikke kommandoen «code». Installer VS Code, og kjør «npm start» igjen.');
  const { DEVELOPMENT_ARGS, QUIET_SETTINGS, startServer } = await import('../test/vscode/vscode-server.mjs');
  const server = await startServer({
    port,
    args: DEVELOPMENT_ARGS,
    settings: { ...QUIET_SETTINGS, 'git.enabled': true },
    dataDir: path.join(root, '.vscode-test/user'),
    marketplace: true,
  });
  const url = server.url(samples, [['extensionDevelopmentPath', server.uri(root)]]);
  console.log(`\nVS Code med Vurdert og eksemplene ligger på denne adressen. Åpne den i nettleseren:\n\n  ${url}\n\nAvslutt med Ctrl+C.`);
  openBrowser(url);
  throw new Error(await server.exited);
}

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port skal være et tall fra 0 til 65535, ikke «${values.port}».`);
  install();
  build();
  if (!openDesktop()) await openEmbedded(port);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
