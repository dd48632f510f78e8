// Runs test/vscode/suite inside the extension host of a real VS Code, with the extension under development loaded.
// Build the extension first (`npm run build`).
//
//   node test/vscode/run-suite.mjs [tools]    (the tests whose file's name begins so)
//
// Ends with a line `N passed, N failed`, and with exit code 1 when a test failed or the run did not come to its end.
// Then .vscode-test/last/ holds a picture of the window and VS Code's log.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { buildSuite } from './build-suite.mjs';
import { cacheDir, root } from './get-vscode.mjs';
import { CHROMIUM_ARGS, DEVELOPMENT_ARGS, chromiumPath, copySamples, removeDir, startServer, temporaryDir } from './vscode-server.mjs';
import { suiteEnded } from './suite-ended.mjs';

const TIMEOUT = Number(process.env.TEST_TIMEOUT || 600_000);

/** Prints what is added to `file`, as it is added; the function it returns prints the rest and stops. */
function follow(file) {
  let printed = 0;
  const print = () => {
    const all = fs.readFileSync(file);
    process.stdout.write(all.subarray(printed));
    printed = all.length;
  };
  const watcher = fs.watch(file, print);
  return () => {
    watcher.close();
    print();
  };
}

async function keepTraces(page, log) {
  const dir = path.join(cacheDir, 'last');
  fs.mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: path.join(dir, 'suite.png') }).catch(() => {});
  fs.writeFileSync(path.join(dir, 'suite.log'), log);
  console.error(`Bilde av vinduet og logg: ${path.relative(root, dir)}`);
}

/** @returns {Promise<{ passed: number, failed: number, problem?: string }>} */
async function runSuite(workspace, output) {
  const tests = await buildSuite(process.argv[2]);
  const server = await startServer({ args: DEVELOPMENT_ARGS, env: { VURDERT_SUITE_OUTPUT: output } });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  const stopFollowing = follow(output);
  const windowLog = [];
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.exposeFunction('codeAutomationLog', (type, args) => { windowLog.push(`[${type}] ${util.format(...args)}`); });
    const ended = suiteEnded(page, server, TIMEOUT);
    await page.goto(server.url(workspace, [
      ['extensionDevelopmentPath', server.uri(root)],
      ['extensionTestsPath', server.uri(tests)],
    ]), { timeout: 120_000 });
    const result = await ended;
    stopFollowing();
    // VS Code reports 0 also when the extension host is killed in the middle of a run, so the suite's own last word counts.
    const statsFile = `${output}.json`;
    const stats = fs.existsSync(statsFile) ? JSON.parse(fs.readFileSync(statsFile, 'utf8')) : undefined;
    const passed = stats?.passes ?? 0;
    let failed = stats?.failures ?? 0;
    let problem;
    if (typeof result === 'string') problem = result;
    else if (!stats) problem = 'extension host-en sluttet før testene var ferdige';
    else if (passed + failed === 0) problem = 'ingen tester ble kjørt';
    else if (result !== 0 && failed === 0) problem = `VS Code avsluttet med kode ${result}`;
    if (problem) failed++;
    if (failed) await keepTraces(page, `${windowLog.join('\n')}\n\n${server.log()}`);
    return { passed, failed, problem };
  } finally {
    stopFollowing();
    await browser.close().catch(() => {});
    await server.stop();
  }
}

const samples = copySamples();
const outputDir = temporaryDir('vurdert-suite-');
const output = path.join(outputDir, 'mocha.txt');
fs.writeFileSync(output, '');
try {
  const { passed, failed, problem } = await runSuite(samples.workspace, output);
  if (problem) console.error(`Testene i VS Code: ${problem}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  samples.remove();
  removeDir(outputDir);
}
