// Runs test/vscode/web in the web worker extension host of a real VS Code, as vscode.dev and github.dev have it: the
// extension's `browser` entry, and a folder in the browser's memory. Build the extension first (`npm run build`).
//
//   node test/vscode/web/run.mjs
//
// The run also fails when the window asks another machine for anything, and when it does not say why there is no PDF
// and no comparison. Ends with a line `N passed, N failed`, and with exit code 1 when something failed.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { cacheDir, root } from '../get-vscode.mjs';
import { NO_NETWORK_ARGS, recordOutsideRequests } from '../ui/network.mjs';
import { CHROMIUM_ARGS, DEVELOPMENT_ARGS, chromiumPath, startServer } from '../vscode-server.mjs';
import { buildWebSuite } from './build.mjs';
import { suiteEnded } from '../suite-ended.mjs';

const TIMEOUT = Number(process.env.TEST_TIMEOUT || 300_000);
const EXTENSION = '/devext';
/** What the window says when the suite has asked for what cannot be done. */
const TOLD = [/^PDF lages av en nettleser som Vurdert starter på maskinen/, /^VS Code i nettleseren gir ikke utvidelser tilgang til git/];

/** The extension's files, on the page's own origin: its policy allows no other. Answered by the browser's own hands, so no server has them. */
async function serveExtension(context, origin) {
  await context.route(`${origin}${EXTENSION}/**`, (route) => {
    const file = path.join(root, decodeURIComponent(new URL(route.request().url()).pathname).slice(EXTENSION.length));
    return file.startsWith(root) && fs.existsSync(file) && fs.statSync(file).isFile() ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
}

/**
 * Web extensions under development are taken from the page's configuration only: it is put into its <meta>. (Not by
 * routing the page itself: a routed page counts as public and may not open sockets to 127.0.0.1.)
 */
async function developExtension(page, authority, tests) {
  await page.addInitScript(([host, extension, suite]) => {
    if (window !== window.top) return;
    const uri = (at) => ({ scheme: 'http', authority: host, path: at });
    new MutationObserver((_, observer) => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      observer.disconnect();
      const configuration = JSON.parse(meta.dataset.settings);
      configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [uri(extension)], extensionTestsPath: uri(`${extension}/${suite}`) };
      meta.dataset.settings = JSON.stringify(configuration);
    }).observe(document, { childList: true, subtree: true });
  }, [authority, EXTENSION, tests]);
}

/** The messages that the window has shown, also those that have gone by. */
async function messages(page) {
  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget:visible');
  await palette.locator('input.input').fill('>Notifications: Show Notifications');
  await palette.locator('.quick-input-list .monaco-list-row', { hasText: 'Show Notifications' }).first().click();
  const shown = page.locator('.notifications-center.visible .notification-list-item-message');
  await shown.first().waitFor();
  return shown.allTextContents();
}

async function runSuite() {
  const tests = await buildWebSuite();
  const server = await startServer({ args: DEVELOPMENT_ARGS });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS, ...NO_NETWORK_ARGS] });
  const problems = [];
  const log = [];
  let stats;
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const outside = recordOutsideRequests(context);
    const origin = new URL(server.url('/')).origin;
    await serveExtension(context, origin);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await developExtension(page, new URL(origin).host, tests);
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = util.format(...args);
      const [, told] = /^.*?vurdert-suite (\{.*\})/s.exec(line) ?? [];
      if (!told) return void log.push(`[${type}] ${line}`);
      const { line: words, stats: counted } = JSON.parse(told);
      if (words) console.log(words);
      stats = counted ?? stats;
    });
    const ended = suiteEnded(page, server, TIMEOUT);
    await page.goto(`${origin}/?${new URLSearchParams({ folder: 'tmp:/', payload: JSON.stringify([['skipWelcome', 'true']]) })}`, { timeout: 120_000 });
    const result = await ended;
    if (typeof result === 'string') problems.push(result);
    else if (!stats) problems.push('extension host-en sluttet før testene var ferdige');
    else if (stats.passes + stats.failures === 0) problems.push('ingen tester ble kjørt');
    else if (result !== 0 && !stats.failures) problems.push(`VS Code avsluttet med kode ${result}`);
    if (!problems.length && !stats.failures) {
      const told = await messages(page).catch((error) => [String(error)]);
      for (const wanted of TOLD) if (!told.some((each) => wanted.test(each))) problems.push(`vinduet har ikke sagt ${wanted}, bare:\n${told.join('\n')}`);
    }
    if (outside.size) problems.push(`vinduet spurte andre maskiner om:\n${[...outside].join('\n')}`);
    if (problems.length || stats?.failures) {
      const dir = path.join(cacheDir, 'last');
      fs.mkdirSync(dir, { recursive: true });
      await page.screenshot({ path: path.join(dir, 'web.png') }).catch(() => {});
      fs.writeFileSync(path.join(dir, 'web.log'), `${log.join('\n')}\n\n${server.log()}`);
      console.error(`Bilde av vinduet og logg: ${path.relative(root, dir)}`);
    }
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
  }
  for (const problem of problems) console.error(`Testene i nettleseren: ${problem}`);
  return { passed: stats?.passes ?? 0, failed: (stats?.failures ?? 0) + problems.length };
}

const { passed, failed } = await runSuite().catch((error) => {
  console.error(error.stack);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
