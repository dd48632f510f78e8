// Whose code is in dist/: the libraries are devDependencies, but what of them is bundled goes out to users. Their
// licences say that they are to be named, so the build writes
//   dist/THIRD-PARTY-NOTICES.txt   every library with its licence, word for word; it ships in both packages
//   dist/bundled.json              the same as data, for scripts/sbom.mjs and the tests; it ships in neither
// What esbuild says of each output is the list, so that a library can come and go and nobody has to remember it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The packages that something of is in the outputs.
 * @param {string} root the folder that the metafiles' paths start from
 * @param {import('esbuild').Metafile[]} metafiles
 * @returns {{ name: string, version: string, license: string, in: string[], texts: string[] }[]} by name and version;
 *   `in` are the files in dist/ that hold it, `texts` its licence and notices
 * @throws when a package has no licence, or no text of it
 */
function bundledPackages(root, metafiles) {
  const packages = new Map();
  for (const { outputs } of metafiles) {
    for (const [output, { inputs }] of Object.entries(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 && /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
        if (!folder) continue;
        const known = packages.get(folder) ?? packages.set(folder, new Set()).get(folder);
        known.add(output);
      }
    }
  }
  const all = [...packages].map(([folder, outputs]) => ({ ...described(path.join(root, folder)), in: [...outputs].sort() }));
  // One that is installed in two places is one library.
  const each = new Map();
  for (const one of all) {
    const key = `${one.name}@${one.version}`;
    each.set(key, { ...one, in: [...new Set([...(each.get(key)?.in ?? []), ...one.in])].sort() });
  }
  return [...each.keys()].sort().map((key) => each.get(key));
}

function described(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:[.-].*)?$/i.test(file)).sort();
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0) texts.push(...licenceInReadme(folder));
  if (texts.length === 0 && license === 'MIT') texts.push(mit(author?.name ?? author ?? `the authors of ${name}`));
  if (typeof license !== 'string' || texts.length === 0) throw new Error(`${name}@${version} is bundled, but its package has no licence text to ship: ${folder}`);
  return { name, version, license, texts };
}

/** Some have theirs at the end of the readme. */
function licenceInReadme(folder) {
  const file = readdirSync(folder).find((name) => /^readme\.md$/i.test(name));
  const found = file && /^#+ *licen[cs]e\s*\n([\s\S]*)/im.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1].trim();
  return found && /copyright|permission/i.test(found) ? [found] : [];
}

/** The licence's own words, which our LICENSE holds too, with the holder that the package names. */
function mit(holder) {
  const ours = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8').trim();
  return ours.replace(/^Copyright .*$/m, `Copyright (c) ${String(holder).replace(/\s*[<(].*$/, '')}`);
}

const RULE = '-'.repeat(80);

/** The notices as one text. A licence that several share word for word stands once, under all of them. */
export function notices(packages) {
  const byText = new Map();
  for (const { name, version, license, texts } of packages) {
    const text = texts.join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const head = 'Vurdert holds code from the libraries below. Each is used under its own licence, which follows its name.';
  return [head, ...[...byText].map(([text, names]) => `${RULE}\n${names.join('\n')}\n\n${text}`)].join('\n\n') + '\n';
}

/** Writes both files to dist/. */
export function writeBundled(root, metafiles) {
  const packages = bundledPackages(root, metafiles);
  const dist = path.join(root, 'dist');
  if (!existsSync(dist)) throw new Error('dist/ is not there: build first');
  writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
  writeFileSync(path.join(dist, 'bundled.json'), `${JSON.stringify(packages.map(({ texts, ...rest }) => rest), null, 2)}\n`);
}
