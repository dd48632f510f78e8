// Runs the tests that work in the VS Code window as a user does: test/vscode/ui/*.ui.mjs, in the packed and installed
// extension. Build the extension first (`npm run build`).
//
//   node test/vscode/ui/run.mjs [part of a file name …] [--theme light|dark|contrast|contrast-light]
//
// A test exports
//   name      what it shows, one line
//   themes    the themes it runs in, unless --theme says another: ['light'] when left out
//   settings  more settings for its window (optional)
//   lay       lay(workspace) puts more into the folder before it is opened (optional)
//   run(h)    the test. h has page (Playwright's), workspace (the folder opened, a copy of samples/), theme, shot(name)
//             and the hands of window.mjs: openFile, goTo, hoverOver, runCommand, quickFix, waitForProblem, webviewFrame …
// A test also fails when the window asks another machine for anything (network.mjs).
// Ends with a line `N passed, N failed`, and with exit code 1 when a test failed.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { THEMES, prepare } from './harness.mjs';

const TIME_LIMIT = 5 * 60_000;

const { values: { theme: onlyTheme }, positionals: wanted } = parseArgs({ allowPositionals: true, options: { theme: { type: 'string' } } });
if (onlyTheme && !THEMES[onlyTheme]) throw new Error(`--theme er ${Object.keys(THEMES).join(' eller ')}`);

async function tests() {
  const files = fs.readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ui.mjs')).sort();
  const chosen = wanted.length ? files.filter((file) => wanted.some((part) => file.includes(part))) : files;
  if (!chosen.length) throw new Error('ingen tester å kjøre');
  const all = await Promise.all(chosen.map((file) => import(pathToFileURL(path.join(import.meta.dirname, file)).href)));
  return all.flatMap((test) => (onlyTheme ? [onlyTheme] : test.themes ?? ['light']).map((theme) => ({ ...test, theme })));
}

function withinTimeLimit(promise) {
  let timer;
  const limit = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not done after ${TIME_LIMIT / 1000} s`)), TIME_LIMIT); });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

async function runOne(openWindow, { name, theme, run, ...test }) {
  const window = await openWindow(theme, test);
  try {
    await withinTimeLimit(run(window.hands));
    if (window.outside.size) throw new Error(`the window asked other machines for:\n${[...window.outside].join('\n')}`);
  } catch (error) {
    await window.hands.shot(`feilet ${name}`.replace(/[^\p{L}\d]+/gu, '-')).catch(() => {});
    throw error;
  } finally {
    await window.close();
  }
}

let passed = 0;
let failed = 0;
try {
  const all = await tests();
  const { openWindow, close } = await prepare();
  try {
    for (const test of all) {
      const start = Date.now();
      const title = `${test.name} (${test.theme})`;
      try {
        await runOne(openWindow, test);
        passed++;
        console.log(`  ✔ ${title}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
      } catch (error) {
        failed++;
        console.log(`  ✖ ${title}\n${error.stack}`);
      }
    }
  } finally {
    await close();
  }
} catch (error) {
  failed++;
  console.error(error.message);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
