// Installs what the project needs when it is not there. Shared by start.mjs and test.mjs, so it uses Node alone.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in the project's folder with its output in the terminal. Windows finds npm only through its shell. */
function runHere(command, args, timeout) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout, shell: process.platform === 'win32' && command === 'npm' });
  return status === 0;
}

const readLock = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;

/**
 * Whether node_modules is what package-lock.json asks for. Compared by content, not by time: npm writes the two files
 * in no certain order, and git sets the time of the one to that of the checkout.
 */
function isInstalled() {
  try {
    const installed = readLock('node_modules/.package-lock.json');
    return Object.entries(readLock('package-lock.json')).every(([name, wanted]) => (
      name === '' || wanted.optional || wanted.devOptional || wanted.peer || installed[name]?.version === wanted.version
    ));
  } catch {
    return false;
  }
}

export function install() {
  if (isInstalled()) return;
  console.log('Installerer det prosjektet trenger (npm ci) …');
  if (!runHere('npm', ['ci', '--no-audit', '--no-fund'], 15 * 60_000)) throw new Error('Installasjonen stanset. Se meldingene over.');
}

export function build() {
  if (!runHere(process.execPath, ['scripts/build.mjs'], 10 * 60_000)) throw new Error('Byggingen stanset. Se meldingene over.');
}
