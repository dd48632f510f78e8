import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../core/fixtures.ts';

export const SERVER = path.join(root, 'dist/server.cjs');
export const CLI = path.join(root, 'dist/cli.cjs');
const WEB = ['client.cjs', 'worker.js'].map((name) => path.join(root, 'dist/web', name));

/** Builds dist/ when a source is newer: `npm test` has built just before, a single test run by hand has not. */
export function ensureBuilt(): void {
  const built = [SERVER, CLI, ...WEB].map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  const newest = Math.max(...['client', 'server', 'schemas', 'snippets', 'scripts'].map((folder) => newestIn(path.join(root, folder))), statSync(path.join(root, 'package.json')).mtimeMs);
  if (Math.min(...built) < newest) execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
}

/** What the build itself writes does not count. */
function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !file.includes(`${path.sep}generated${path.sep}`) && !entry.name.endsWith('.schema.json')) newest = Math.max(newest, statSync(file).mtimeMs);
  }
  return newest;
}
