// Universal design: axe-core over the HTML report of every sample and over the front page of the folder, light and dark,
// in the Chromium that the window tests use. Build first (`npm run build`).
//
//   node test/report/run.mjs [part of a file name …]
//
// A page also fails when it asks for anything outside itself. Ends with a line `N passed, N failed`.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../vscode/vscode-server.mjs';
import { NO_NETWORK_ARGS } from '../vscode/ui/network.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wanted = process.argv.slice(2);
// The dark ones in a narrow window too, where tables have to scroll; of the public edition only the light ones.
const VIEWS = [{ colorScheme: 'light', width: 1200, editions: ['intern', 'offentlig'] }, { colorScheme: 'dark', width: 400, editions: ['intern'] }];
// WCAG 2.1 A and AA, which the law asks for, and what axe calls best practice (landmarks, the order of headings).
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations', 'passes'] };

let passed = 0;
let failed = 0;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vurdert-report-'));
try {
  for (const [edition, name] of [['internal', 'intern'], ['public', 'offentlig']]) execFileSync(process.execPath, [path.join(root, 'dist/cli.cjs'), 'render', path.join(root, 'samples'), '--edition', edition, '--output-dir', path.join(folder, name)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).filter((file) => !wanted.length || wanted.some((part) => file.includes(part))).sort();
  if (!files.length) throw new Error('ingen rapporter å kontrollere');
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS, ...NO_NETWORK_ARGS] });
  for (const { colorScheme, width, editions } of VIEWS) {
    // axe is put into the page past its policy, which is the point of that.
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const file of files.filter((each) => editions.includes(each.split(path.sep)[0]))) {
      asked.length = 0;
      const address = pathToFileURL(path.join(folder, file)).href;
      await page.goto(address);
      // What can be opened is read too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
      await page.addScriptTag({ content: axe });
      const { violations, passes } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
      const problems = [
        ...(passes.some(({ id }) => id === 'color-contrast') ? [] : ['axe har ikke kontrollert noe']),
        ...violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 4).map(({ html, failureSummary }) => `      ${html.slice(0, 160)}\n        ${failureSummary.replace(/\s+/g, ' ')}`).join('\n')} (${nodes.length} steder)`),
        ...asked.filter((each) => each !== address).map((each) => `ber om ${each}`),
      ];
      if (problems.length) {
        failed++;
        console.log(`  ✖ ${file} (${colorScheme})\n    ${problems.join('\n    ')}`);
      } else passed++;
    }
    await context.close();
  }
  await browser.close();
} catch (error) {
  failed++;
  console.error(error);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
