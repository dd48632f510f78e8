// Packs the extension as users get it, and opens VS Code windows with it installed.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDir, getVSCode, root } from '../get-vscode.mjs';
import { CHROMIUM_ARGS, QUIET_SETTINGS, chromiumPath, copySamples, removeDir, startServer, temporaryDir } from '../vscode-server.mjs';
import { NO_NETWORK_ARGS, recordOutsideRequests } from './network.mjs';
import { vscodeWindow } from './window.mjs';

export const THEMES = { light: 'Light 2026', dark: 'Dark 2026', contrast: 'Default High Contrast', 'contrast-light': 'Default High Contrast Light' };
const shotsDir = path.join(cacheDir, 'shots');

/** The .vsix, packed from what is built now. */
function pack() {
  const vsix = path.join(cacheDir, 'vurdert.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  execFileSync(process.execPath, [
    vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix,
  ], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
  return vsix;
}

function install(vsix, extensionsDir) {
  const { node, main } = getVSCode();
  const dataDir = temporaryDir('vurdert-data-');
  try {
    execFileSync(node, [
      main, '--accept-server-license-terms', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--install-extension', vsix,
    ], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
  } finally {
    removeDir(dataDir);
  }
}

/**
 * What all windows share: the installed extension and one Chromium. Every window has a server, a browser profile and a
 * copy of samples/ of its own, so one test leaves nothing behind for the next.
 */
export async function prepare() {
  const executablePath = chromiumPath();
  fs.rmSync(shotsDir, { recursive: true, force: true });
  fs.mkdirSync(shotsDir, { recursive: true });
  const extensionsDir = temporaryDir('vurdert-ext-');
  install(pack(), extensionsDir);
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, ...NO_NETWORK_ARGS] });
  return {
    openWindow: (theme, test) => openWindow(browser, extensionsDir, theme, test),
    async close() {
      await browser.close();
      removeDir(extensionsDir);
    },
  };
}

async function openWindow(browser, extensionsDir, theme, { settings: own = {}, lay }) {
  const samples = copySamples();
  lay?.(samples.workspace);
  const settings = {
    ...QUIET_SETTINGS,
    'workbench.colorTheme': THEMES[theme],
    'workbench.reduceMotion': 'on',
    'explorer.compactFolders': false, // openFile() in window.mjs unfolds one folder at a time
    'editor.find.seedSearchStringFromSelection': 'never',
    'editor.hover.delay': 50,
    ...own,
  };
  const server = await startServer({ settings, args: ['--extensions-dir', extensionsDir], asksForTrust: settings['security.workspace.trust.enabled'] });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, colorScheme: /light/.test(theme) ? 'light' : 'dark', reducedMotion: 'reduce' });
  const outside = recordOutsideRequests(context);
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(server.url(samples.workspace));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();

  return {
    /** What a test gets. */
    hands: {
      page,
      theme,
      ...vscodeWindow(page),
      workspace: samples.workspace,
      /** A picture of the window in .vscode-test/shots/: <name>.png, or <name>-<theme>.png in another theme than light. */
      shot: (name) => page.screenshot({ path: path.join(shotsDir, `${name}${theme === 'light' ? '' : `-${theme}`}.png`), animations: 'disabled' }),
    },
    outside,
    async close() {
      await context.close();
      await server.stop();
      samples.remove();
    },
  };
}
