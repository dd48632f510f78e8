/**
 * Checks what is declared (templates, rules, sources, snippets) and compiles it: the model, the validators and the
 * rules into server/generated/ (not committed), the JSON Schemas and the tables in docs/ (committed).
 *   tsx scripts/generate.ts            writes
 *   tsx scripts/generate.ts --check    fails when a committed file is stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueProblems, readCatalogue } from './generate/catalogue.ts';
import { compile } from './generate/compile.ts';
import { committedFiles } from './generate/committed.ts';
import { generatedModules } from './generate/modules.ts';
import { root } from './generate/read.ts';

const declared = compile();
const articles = new Set(declared.articles.map((article) => article.reference));
declared.problems.push(...catalogueProblems(readCatalogue(), { rules: declared.rules, templates: declared.templates, isArticle: (reference) => articles.has(reference) }).map((problem) => `schemas/katalog.yaml: ${problem}`));
if (declared.problems.length) {
  for (const problem of declared.problems) console.error(problem);
  console.error(`${declared.problems.length} feil i malene, reglene eller kildene.`);
  process.exit(1);
}
const check = process.argv.includes('--check');
let stale = 0;
for (const [file, content] of committedFiles(declared)) {
  const target = path.join(root, file);
  let old: string | undefined;
  try {
    old = readFileSync(target, 'utf8');
  } catch {
    old = undefined;
  }
  if (old === content) continue;
  if (check) {
    console.error(`${file} er ikke oppdatert: kjør npm run build og ta den med.`);
    stale++;
  } else write(target, content);
}
if (!check) for (const [file, content] of await generatedModules(declared)) write(path.join(root, file), content);
process.exitCode = stale ? 1 : 0;

function write(target: string, content: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}
