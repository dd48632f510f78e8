// Checks and compiles what is declared (scripts/generate.ts), then bundles the four programs into dist/.
//   node scripts/build.mjs [--watch]
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
execFileSync(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/generate.ts')], { stdio: 'inherit', cwd: root });

const { version } = JSON.parse((await import('node:fs')).readFileSync(path.join(root, 'package.json'), 'utf8'));
const common = { absWorkingDir: root, bundle: true, minify: true, legalComments: 'none', logLevel: 'warning', define: { VURDERT_VERSION: JSON.stringify(version) } };
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const bundles = [
  { ...node, entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/lsp/node.ts'], outfile: 'dist/server.cjs' },
  { ...node, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
  { ...common, entryPoints: ['client/preview/webview.ts'], outfile: 'dist/preview.js', platform: 'browser', format: 'iife', target: 'chrome114' },
].filter(({ entryPoints }) => existsSync(path.join(root, entryPoints[0])));

if (process.argv.includes('--watch')) for (const options of bundles) await (await context(options)).watch();
else {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await Promise.all(bundles.map((options) => build(options)));
}
