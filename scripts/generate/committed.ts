/** The generated files that users need, and that are therefore committed. */
import { catalogueTable, readCatalogue } from './catalogue.ts';
import { templateTable } from './template-table.ts';
import { combinedSchema, publishedSchema } from './published.ts';
import { catalogueEntry, json } from './schemastore.ts';
import { configSchema } from '../../server/core/config/schema.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import type { Declared } from './compile.ts';

export function committedFiles(declared: Declared): Map<string, string> {
  const files = new Map<string, string>();
  for (const template of declared.templates) {
    files.set(`schemas/${template.id}.schema.json`, json(publishedSchema(template)));
    files.set(`docs/maler/${template.id}.md`, templateTable(template));
  }
  files.set('schemas/vurdering.schema.json', json(combinedSchema(declared.templates)));
  files.set('schemas/schemastore.json', json(catalogueEntry()));
  files.set('schemas/vurdert.config.schema.json', json(configSchema(declared.rules, bokmål)));
  files.set('docs/regler.md', catalogueTable(readCatalogue(), declared.rules));
  return files;
}
