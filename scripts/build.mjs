// Checks and compiles what is declared (scripts/generate.ts), then bundles the programs into dist/.
//   node scripts/build.mjs [--watch]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { declarations } from './declarations.mjs';
import { writeBundled } from './bundled.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
execFileSync(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/generate.ts')], { stdio: 'inherit', cwd: root });

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const common = { absWorkingDir: root, bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', define: { VURDERT_VERSION: JSON.stringify(version) } };
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
/**
 * A part: a file that Node and the web worker share. Node takes it as any module; in the worker it is a script that
 * hands itself over (server/lsp/worker.ts). What it loads later it loads with `require`, which both have. None asks
 * where it is: a worker of VS Code's is at a `blob:` address, of which @cfworker/json-schema would make a broken one.
 */
const part = { ...node, banner: { js: '((make)=>typeof module==="object"?make(require,module,exports):self.vurdertPart(make))((require,module,exports)=>{' }, footer: { js: '});' }, supported: { 'dynamic-import': false }, define: { ...common.define, 'self.location': 'undefined' } };
/** Runs in any browser's worker: nothing of Node's, nor of a page's. */
const anywhere = { ...part, platform: 'neutral' };
const browser = { ...common, platform: 'browser', target: 'chrome114' };
/** Libraries as browsers have them, in what Node runs too. */
const browserLibraries = {
  name: 'browser-libraries',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:yaml|vscode-(?:jsonrpc|languageserver|languageserver-protocol)\/browser)$/ }, ({ path: wanted, resolveDir }) => {
      const file = wanted === 'yaml' ? 'yaml/browser/index.js' : wanted.replace('/browser', '/lib/browser/main.js');
      for (let folder = resolveDir; ; folder = path.dirname(folder)) {
        const found = path.join(folder, 'node_modules', file);
        if (existsSync(found)) return { path: found };
        if (folder === path.dirname(folder)) return { errors: [{ text: `${file} is not there` }] };
      }
    });
  },
};
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
/**
 * What is said in another language is a file of its own too, which is loaded when somebody reads that language. The one
 * client that cannot load a file beside it, VS Code's in a browser, holds its few words itself.
 */
const languagesApart = {
  name: 'languages-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(?:nn|en)\.(?:ts|js)$/ }, ({ path: wanted, importer }) => (/[\\/](?:core[\\/]languages|node_modules)[\\/]/.test(importer) ? undefined : { path: path.basename(wanted).slice(0, 2), namespace: 'language' }));
    onLoad({ filter: /.*/, namespace: 'language' }, ({ path: language }) => ({ contents: `export const readTexts = () => require('./${language}.cjs').readTexts(); export const readDifference = () => require('./${language}.cjs').readDifference();` }));
    onResolve({ filter: /^\.\/(?:nn|en)\.cjs$/ }, ({ path: file }) => ({ path: file, external: true }));
  },
};
/**
 * A municipality's own templates and rules, which few folders have: the first call loads the file. Each function is
 * named, so that the build fails where one is asked for that is not here.
 */
const OWN = ['loadOwn', 'readAlone', 'unused', 'ownCompletions', 'ownFindings', 'ownHover', 'ownLinks', 'ownOutline'];
const ownApart = {
  name: 'own-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/own-files\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './own.cjs', namespace: 'own' }));
    onLoad({ filter: /.*/, namespace: 'own' }, ({ path: file }) => ({ contents: OWN.map((name) => `export const ${name} = (...given) => require('${file}').${name}(...given);`).join('\n') }));
    onResolve({ filter: /.*/, namespace: 'own' }, ({ path: file }) => ({ path: file, external: true }));
  },
};
/** What the command line and the client say, the server never says (test/protocol/package.test.ts): bokmål's is left out of it. */
const othersTexts = {
  name: 'others-texts',
  setup({ onLoad }) {
    onLoad({ filter: /texts[\\/]nb[\\/](?:cli|client)\.ts$/ }, ({ path: file }) => ({ contents: `export const ${path.basename(file, '.ts')} = {};` }));
  },
};
/** What is loaded at need: by `vurdert mcp` its program, and by that what the npm package gives other programs. */
const programsApart = {
  name: 'programs-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/mcp\/main\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './mcp.cjs', external: true } : undefined));
    onResolve({ filter: /\/api\/index\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './api.cjs', external: true }));
  },
};
const bundles = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.cjs', external: ['vscode'], plugins: [languagesApart] },
  // Both endings are VS Code's wish: it takes an extension as CommonJS only, and a worker as what servers know for JavaScript.
  { ...browser, format: 'cjs', entryPoints: ['client/web.ts'], outfile: 'dist/web/client.cjs', external: ['vscode'] },
  { ...browser, format: 'iife', entryPoints: ['server/lsp/worker.ts'], outfile: 'dist/web/worker.js' },
  { ...part, entryPoints: ['server/lsp/main.ts'], outfile: 'dist/server.cjs', plugins: [reportApart, languagesApart, ownApart, othersTexts, browserLibraries] },
  { ...node, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' }, supported: { 'dynamic-import': false }, plugins: [reportApart, languagesApart, ownApart, programsApart] },
  { ...node, entryPoints: ['server/api/index.ts'], outfile: 'dist/api.cjs', supported: { 'dynamic-import': false }, plugins: [reportApart, languagesApart, ownApart] },
  // Its library has a validator that compiles what it checks with, for Node, and one that does not (`workerd`).
  { ...node, entryPoints: ['server/mcp/main.ts'], outfile: 'dist/mcp.cjs', conditions: ['workerd'], plugins: [programsApart, languagesApart] },
  { ...anywhere, entryPoints: ['server/core/reports.ts'], outfile: 'dist/report.cjs', plugins: [reportApart, languagesApart, browserLibraries] },
  { ...anywhere, entryPoints: ['server/core/own-files.ts'], outfile: 'dist/own.cjs', plugins: [languagesApart, reportApart, browserLibraries] },
  { ...anywhere, entryPoints: ['server/generated/words.js'], outfile: 'dist/words.cjs' },
  ...['nn', 'en'].map((language) => ({ ...anywhere, entryPoints: [`server/core/languages/${language}.ts`], outfile: `dist/${language}.cjs` })),
  { ...anywhere, entryPoints: ['server/core/report/word/index.ts'], outfile: 'dist/word.cjs', plugins: [languagesApart] },
  { ...browser, format: 'iife', entryPoints: ['client/preview/webview.ts'], outfile: 'dist/preview.js' },
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
  const built = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  writeApi();
  writeBundled(root, built.map(({ metafile }) => metafile));
}

/** The npm package as a module, and its types: those of `import` and those of `require` are the same text. */
function writeApi() {
  const names = Object.keys(createRequire(import.meta.url)(path.join(root, 'dist/api.cjs'))).sort();
  writeFileSync(path.join(root, 'dist/api.mjs'), `import api from './api.cjs';\nexport const { ${names.join(', ')} } = api;\n`);
  for (const ending of ['mts', 'cts']) writeFileSync(path.join(root, `dist/api.d.${ending}`), declarations(root));
}
