/**
 * The preview's page in Chromium, as VS Code's webview has it: what comes after the server's answer at a keystroke.
 * Undefined where there is no Chromium.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../test/vscode/vscode-server.mjs';
import { root } from '../install.mjs';

export async function previewPage() {
  let executablePath;
  try {
    executablePath = chromiumPath();
  } catch {
    return undefined;
  }
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  await page.setContent('<body class="vscode-light"><div class="v-toolbar"></div><main id="report" class="v-report"></main></body>');
  await page.addStyleTag({ content: fs.readFileSync(path.join(root, 'dist/preview.css'), 'utf8') });
  await page.evaluate(() => {
    globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => globalThis.answered?.(message), setState: () => {}, getState: () => undefined });
  });
  await page.addScriptTag({ content: fs.readFileSync(path.join(root, 'dist/preview.js'), 'utf8') });
  let number = 0;
  return {
    /** Puts a report in the page, of blocks as the panel sends them; resolves when it stands there and is laid out. */
    show: (blocks) => page.evaluate(({ blocks: report, number: n }) => new Promise((resolve) => {
      globalThis.answered = ({ type }) => type === 'shown' && (document.body.getBoundingClientRect(), resolve());
      globalThis.dispatchEvent(new MessageEvent('message', { data: { type: 'report', state: { uri: 'file:///bench', edition: 'internal', locked: false }, number: n, blocks: report, language: 'nb' } }));
    }), { blocks, number: ++number }),
    end: () => browser.close(),
  };
}
