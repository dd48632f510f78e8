/**
 * Writes what a contribution to SchemaStore consists of into a folder, to be laid into a copy of its repository.
 *   tsx scripts/schemastore.ts MAPPE
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contribution } from './generate/schemastore.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Bruk: npm run schemastore -- MAPPE');
  process.exit(2);
}
for (const [name, text] of contribution()) {
  // What goes into a file that is there already is shown; the rest is laid out as it is to lie.
  if (!name.startsWith('src/')) {
    console.log(`\n${name}:\n${text}`);
    continue;
  }
  const target = path.join(folder, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
