// Builds, and makes the extension's package, npm's and what goes with them, in one folder (release/):
//   node scripts/package.mjs [--out DIR] [--repository URL --ref TAG | --baseContentUrl URL --baseImagesUrl URL] [--no-build]
//
//   vurdert-<version>.vsix   vurdert-<version>.tgz   sbom.cdx.json (CycloneDX: the libraries in them)   SHA256SUMS
//
// README.md is the page on the Marketplace and Open VSX, where a relative link leads nowhere and a relative picture is
// not shown. package.json names no repository, so whoever publishes says where the pictures lie: with --repository and
// --ref as GitHub and GitLab have it, or with the two addresses, as vsce has it. Without, the links stay as they are,
// which is right for a package that is installed by hand.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { npm, npmSbom, onlyBundled } from './sbom.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Where README.md's relative links lead.
 * @param {{ repository?: string, ref?: string, baseContentUrl?: string, baseImagesUrl?: string }} said
 * @returns {{ baseContentUrl: string, baseImagesUrl: string } | undefined} undefined where nobody has said
 * @throws when an address is not https, or one of the two is missing
 */
export function addresses({ repository, ref, baseContentUrl, baseImagesUrl }) {
  const of = repository === undefined ? { baseContentUrl, baseImagesUrl } : inRepository(repository, ref);
  const given = Object.entries(of).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  for (const [name, value] of Object.entries(of)) {
    if (value === undefined || !/^https:\/\//.test(value)) throw new Error(`${name} must be an address that begins with https://`);
  }
  return of;
}

function inRepository(repository, ref) {
  if (!ref) throw new Error('--repository needs --ref, the tag that the pictures are taken from');
  const base = repository.replace(/(?:\.git)?\/?$/, '');
  const between = /\bgitlab\b/.test(new URL(base).hostname) ? '/-' : '';
  return { baseContentUrl: `${base}${between}/blob/${ref}`, baseImagesUrl: `${base}${between}/raw/${ref}` };
}

/** As `sha256sum` prints them, for `sha256sum --check`. */
export const checksums = (files) => files.map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${path.basename(file)}\n`).join('');

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'release' }, repository: { type: 'string' }, ref: { type: 'string' }, baseContentUrl: { type: 'string' }, baseImagesUrl: { type: 'string' }, 'no-build': { type: 'boolean' } } });
  const where = addresses(values);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!values['no-build'] || !existsSync(path.join(root, 'dist/bundled.json'))) execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });

  const folder = path.resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const vsix = path.join(folder, `vurdert-${version}.vsix`);
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: where !== undefined, ...where });

  // What is packed is what was built above: prepack would build it again.
  const [tarball] = JSON.parse(npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', path.relative(root, folder) || '.'));

  const sbom = path.join(folder, 'sbom.cdx.json');
  const shipped = [...await listFiles({ cwd: root, packageManager: PackageManager.None }), ...tarball.files.map((file) => file.path)];
  const bundled = JSON.parse(readFileSync(path.join(root, 'dist/bundled.json'), 'utf8')).filter((library) => library.in.some((file) => shipped.includes(file)));
  writeFileSync(sbom, `${JSON.stringify(onlyBundled(npmSbom(root), bundled), null, 2)}\n`);
  writeFileSync(path.join(folder, 'SHA256SUMS'), checksums([vsix, path.join(folder, tarball.filename), sbom]));
  if (!where) console.log('README.md keeps its relative links: its pictures will not be shown on the Marketplace or Open VSX. To publish, say where they lie: --repository URL --ref TAG.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
