// The web suite as one script for the web worker extension host, with the samples in it: there is no disk there.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDir, root } from '../get-vscode.mjs';

const here = import.meta.dirname;

/** `import samples from 'samples'`: the text of each file of samples/, by its path from there. */
const samples = {
  name: 'samples',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^samples$/ }, () => ({ path: 'samples', namespace: 'samples' }));
    onLoad({ filter: /.*/, namespace: 'samples' }, () => {
      const folder = path.join(root, 'samples');
      const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
      return { contents: JSON.stringify(Object.fromEntries(files.map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')]))), loader: 'json' };
    });
  },
};

/** Bundles the suite and returns its path from the root of the project. */
export async function buildWebSuite() {
  const outfile = path.join(cacheDir, 'web-suite/index.cjs');
  fs.rmSync(path.dirname(outfile), { recursive: true, force: true });
  await build({
    entryPoints: [path.join(here, 'index.ts')], outfile, bundle: true, platform: 'browser', format: 'cjs', target: 'chrome114', sourcemap: 'inline',
    external: ['vscode'], alias: { 'node:assert/strict': path.join(here, 'assert.ts') }, plugins: [samples], logLevel: 'warning',
  });
  return path.relative(root, outfile).replaceAll(path.sep, '/');
}
