// Everything that has to hold: installs what is missing, builds, checks the types, and runs the core's tests, the suite
// inside VS Code and the tests in VS Code's window.
//
//   npm test                    npm test -- --core      types and the core's tests only (no Chromium needed)
//                               npm test -- --core -u   the same, and the golden files are written anew: read the difference
//                               npm test -- --vscode    the tests in VS Code only
//
// Ends with a line `N passed, N failed`, which CI reads, and with exit code 1 when something failed. A step that has no
// tests of its own to count (installing, building, types) counts as one failed test when it fails.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { neovimPath } from '../test/editors/neovim-path.mjs';
import { chromiumPath } from '../test/vscode/vscode-server.mjs';
import { build, install, root } from './install.mjs';

const MINUTE = 60_000;
const results = [];

const tool = (name, ...args) => [path.join(root, 'node_modules', name), ...args];

/** Runs a script with Node, shows what it prints, and resolves with that and whether it ended well in time. */
function run(args, limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      process.stdout.write(chunk);
    });
    const timer = setTimeout(() => {
      console.error(`Stanset etter ${limit / MINUTE} minutter.`);
      child.kill('SIGTERM'); // lets the runner end its VS Code
    }, limit);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, printed });
    });
  });
}

/** Runs one step. `step` gives { passed, failed }, or throws. */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  let counted;
  try {
    counted = await work();
  } catch (error) {
    console.error(error.message);
    counted = { passed: 0, failed: 1 };
  }
  results.push({ name, ...counted, seconds: (Date.now() - start) / 1000 });
  return counted.failed === 0;
}

/** A step that ended badly has failed, whatever it managed to count. */
const atLeastOneFailure = (ok, { passed, failed }) => ({ passed, failed: ok ? failed : Math.max(failed, 1) });

async function types() {
  const { ok } = await run(tool('typescript/bin/tsc', '--noEmit'), 10 * MINUTE);
  return { passed: 0, failed: ok ? 0 : 1 };
}

async function core() {
  const report = path.join(root, '.vscode-test/vitest.json');
  fs.rmSync(report, { force: true });
  const { ok } = await run(tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(only.update ? ['--update'] : [])), 20 * MINUTE);
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return atLeastOneFailure(ok, { passed: numPassedTests, failed: numFailedTests });
}

/** The runners in test/vscode end with the line that this one ends with, too. */
const runner = (script, limit) => async () => {
  const { ok, printed } = await run([path.join(root, script)], limit);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(printed.trimEnd().split('\n').at(-1)) ?? [0, 0, 1];
  return atLeastOneFailure(ok, { passed: Number(passed), failed: Number(failed) });
};

function summary() {
  const total = { passed: 0, failed: 0 };
  console.log('\n── Oppsummering');
  for (const { name, passed, failed, seconds } of results) {
    total.passed += passed;
    total.failed += failed;
    const counts = passed + failed ? `, ${passed} besto, ${failed} feilet` : '';
    console.log(`${failed ? '✖' : '✔'} ${name}${counts} (${seconds.toFixed(0)} s)`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

const { values: only } = parseArgs({ options: { core: { type: 'boolean' }, vscode: { type: 'boolean' }, update: { type: 'boolean', short: 'u' } } });
const all = !only.core && !only.vscode;
const withCore = all || only.core;
const withVSCode = all || only.vscode;

const quick = (work) => async () => {
  await work();
  return { passed: 0, failed: 0 };
};

// Chromium and Neovim first: that one is missing must not come to light after ten minutes of other work.
const ready = (!withVSCode || await step('Chromium', quick(chromiumPath)))
  && (!all || await step('Neovim', quick(neovimPath)))
  && await step('Installasjon', quick(install))
  && await step('Bygging', quick(build));
if (ready) {
  if (withCore) {
    await step('Typer', types);
    await step('Kjernen', core);
  }
  if (all) await step('I andre redigeringsprogrammer', runner('test/editors/run.mjs', 10 * MINUTE));
  if (withVSCode) {
    await step('Rapportene', runner('test/report/run.mjs', 10 * MINUTE));
    await step('I VS Code', runner('test/vscode/run-suite.mjs', 15 * MINUTE));
    await step('I nettleseren', runner('test/vscode/web/run.mjs', 10 * MINUTE));
    await step('I vinduet', runner('test/vscode/ui/run.mjs', 30 * MINUTE));
  }
}
process.exitCode = summary() ? 0 : 1;
