/** The generated files that users need, and that are therefore committed. */
import { catalogueTable, readCatalogue } from './catalogue.ts';
import { templateTable } from './template-table.ts';
import { schemaOf } from '../../server/core/templates/schema.ts';
import type { Declared } from './compile.ts';

export function committedFiles(declared: Declared): Map<string, string> {
  const files = new Map<string, string>();
  for (const template of declared.templates) {
    files.set(`schemas/${template.id}.schema.json`, `${JSON.stringify(schemaOf(template), null, 2)}\n`);
    files.set(`docs/maler/${template.id}.md`, templateTable(template));
  }
  files.set('docs/regler.md', catalogueTable(readCatalogue(), declared.rules));
  return files;
}
