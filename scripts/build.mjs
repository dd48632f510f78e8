// Checks and compiles what is declared (scripts/generate.ts), then bundles the programs into dist/.
//   node scripts/build.mjs [--watch]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
execFileSync(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/generate.ts')], { stdio: 'inherit', cwd: root });

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const common = { absWorkingDir: root, bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', define: { VURDERT_VERSION: JSON.stringify(version) } };
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
/**
 * The report brings half of unified along, and Word a library of its own: each a file, loaded by the first that asks, so
 * that the server starts without them. The sources' words are a file that the programs share.
 */
const reportApart = {
  name: 'report-apart',
  setup({ onResolve }) {
    const apart = (filter, file) => onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? { path: file, external: true } : undefined));
    apart(/core\/(?:report|diff)\/index\.ts$/, './report.cjs');
    apart(/\/word\/index\.ts$/, './word.cjs');
    onResolve({ filter: /generated\/words\.js$/ }, () => ({ path: './words.cjs', external: true }));
  },
};
const bundles = [
  { ...node, entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/lsp/node.ts'], outfile: 'dist/server.cjs', plugins: [reportApart] },
  { ...node, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' }, plugins: [reportApart] },
  { ...node, entryPoints: ['server/core/reports.ts'], outfile: 'dist/report.cjs', plugins: [reportApart] },
  { ...node, entryPoints: ['server/generated/words.js'], outfile: 'dist/words.cjs' },
  { ...node, entryPoints: ['server/core/report/word/index.ts'], outfile: 'dist/word.cjs' },
  { ...common, entryPoints: ['client/preview/webview.ts'], outfile: 'dist/preview.js', platform: 'browser', format: 'iife', target: 'chrome114' },
].filter(({ entryPoints }) => existsSync(path.join(root, entryPoints[0])));

/** The preview's sheet: the report's own rules (a module of the core) behind VS Code's colours. */
const sheet = {
  name: 'report-rules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^report-rules$/ }, () => ({ path: 'report-rules', namespace: 'report' }));
    onLoad({ filter: /.*/, namespace: 'report' }, async () => {
      const { outputFiles: [module] } = await build({ stdin: { contents: "export { reportRules } from './report/style.ts'; export { diffRules } from './diff/style.ts';", resolveDir: path.join(root, 'server/core'), loader: 'ts' }, write: false, bundle: true, format: 'esm' });
      const { reportRules, diffRules } = await import(`data:text/javascript;base64,${Buffer.from(module.contents).toString('base64')}`);
      return { contents: reportRules + diffRules, loader: 'css', watchFiles: ['report', 'diff'].map((room) => path.join(root, 'server/core', room, 'style.ts')) };
    });
  },
};
if (existsSync(path.join(root, 'client/preview/preview.css'))) bundles.push({ ...common, entryPoints: ['client/preview/preview.css'], outfile: 'dist/preview.css', plugins: [sheet], target: 'chrome114' });

if (process.argv.includes('--watch')) for (const options of bundles) await (await context(options)).watch();
else {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await Promise.all(bundles.map((options) => build(options)));
}
