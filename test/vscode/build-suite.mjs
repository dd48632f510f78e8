// The suite (test/vscode/suite) as JavaScript, for both of its runners: run-suite.mjs and run-desktop.mjs.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDir, root } from './get-vscode.mjs';

/** Bundles test/vscode/suite, or the tests whose file's name begins with `only`, and returns the entry point that VS Code calls `run()` on. */
export async function buildSuite(only = '') {
  const from = path.join(root, 'test/vscode/suite');
  const into = path.join(cacheDir, 'suite');
  fs.rmSync(into, { recursive: true, force: true }); // a test that was renamed must not run on
  await build({
    entryPoints: fs.readdirSync(from).filter((name) => name === 'index.ts' || (name.endsWith('.test.ts') && name.startsWith(only))).map((name) => path.join(from, name)),
    outdir: into,
    bundle: true,
    platform: 'node',
    // VS Code takes tests as CommonJS only, and the package is ES modules.
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    target: 'node20',
    sourcemap: 'inline',
    // VS Code provides vscode; mocha is one instance for the entry point and the tests.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(into, 'index.cjs');
}
