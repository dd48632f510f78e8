// The list of what is in the package, as CycloneDX. npm makes it, of everything that is installed; here it is cut down to
// what is really bundled (dist/bundled.json), since the rest are tools that no user gets.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs npm, and gives what it prints. Windows finds it only through its shell.
 * @param {string} cwd
 * @param {...string} args
 * @returns {string}
 */
export function npm(cwd, ...args) {
  const windows = process.platform === 'win32';
  return execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'], shell: windows });
}

/**
 * npm's own list, from package-lock.json alone.
 * @param {string} root
 * @returns {any}
 */
export const npmSbom = (root) => JSON.parse(npm(root, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'));

/**
 * Only the libraries that are bundled, and what they depend on among each other.
 * @param {any} sbom as npm gives it
 * @param {{ name: string, version: string, in: string[] }[]} bundled
 * @throws when npm does not know one of them: package-lock.json is not what was built from
 */
export function onlyBundled(sbom, bundled) {
  const refs = new Map(bundled.map(({ name, version, in: files }) => [`${name}@${version}`, files]));
  const root = sbom.metadata.component['bom-ref'];
  // Installed in two places is listed twice, under one name.
  const components = [...new Map(sbom.components.map((each) => [`${each.name}@${each.version}`, each])).entries()]
    .filter(([key]) => refs.has(key))
    .map(([key, { scope, properties, ...each }]) => ({ ...each, scope: 'required', properties: refs.get(key).map((value) => ({ name: 'vurdert:in', value })) }));
  const missing = [...refs.keys()].filter((key) => !components.some(({ name, version }) => `${name}@${version}` === key));
  if (missing.length > 0) throw new Error(`not in package-lock.json: ${missing.join(', ')}`);
  const kept = new Set([root, ...components.map((each) => each['bom-ref'])]);
  const dependencies = sbom.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }));
  const { name } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'));
  // npm calls the project by its folder.
  return { ...sbom, metadata: { ...sbom.metadata, component: { ...sbom.metadata.component, name, type: 'application' } }, components, dependencies };
}
