/**
 * What SchemaStore takes: the entry of its catalogue, which editors read too (which files the schema is for), and the
 * files of a contribution, laid out as its CONTRIBUTING.md asks and its checks want them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ASSESSMENT_KINDS } from '../../server/core/recognise.ts';
import { readJson, root } from './read.ts';

export interface CatalogueEntry {
  name: string;
  description: string;
  fileMatch: string[];
  url: string;
}

/** Where the schema will lie is not ours to invent. Whoever hosts it fills this in; scripts/schemastore.ts does for SchemaStore itself. */
const NOT_HOSTED = '«fyll ut: adressen som vurdering.schema.json ligger på»';

export function catalogueEntry(url = NOT_HOSTED): CatalogueEntry {
  const endings = ['yaml', 'yml'];
  return {
    name: 'Vurdert',
    description: 'Personvernvurderinger som YAML (Norwegian data protection impact assessments)',
    // The names that server/core/recognise.ts knows files by.
    fileMatch: [...ASSESSMENT_KINDS.flatMap((kind) => endings.map((ending) => `*.${kind}.${ending}`)), ...endings.map((ending) => `behandlingsoversikt.${ending}`)],
    url,
  };
}

/** What the schema is called there. */
const NAME = 'vurdert';
/** The address that SchemaStore gives a schema of that name. */
const ADDRESS = `https://www.schemastore.org/${NAME}.json`;

/**
 * The files of a contribution to SchemaStore, by their path in its repository: the schema, samples that it takes and
 * files that it refuses. The last two are not files of theirs but what goes into theirs.
 */
export function contribution(): Map<string, string> {
  const schema = `src/schemas/json/${NAME}.json`;
  const files = new Map([
    [schema, json({ ...readJson('schemas/vurdering.schema.json'), $id: ADDRESS })],
    ['oppføring i src/api/json/catalog.json', json(catalogueEntry(ADDRESS))],
    // A bare answer may be a string or a number: a union of types, which Ajv's full strictness does not take.
    ['tillegg i src/schema-validation.jsonc', json({ ajvNotStrictMode: [`${NAME}.json`] })],
  ]);
  const add = (folder: string, from: string, names: readonly string[]): void => {
    for (const name of names) {
      const target = `src/${folder}/${NAME}/${name.replaceAll(path.sep, '-')}`;
      const modeline = `# yaml-language-server: $schema=${path.posix.relative(path.posix.dirname(target), schema)}\n`;
      files.set(target, modeline + readFileSync(path.join(root, from, name), 'utf8'));
    }
  };
  // One sample is broken off on purpose.
  add('test', 'samples', yamlIn('samples').filter((name) => !name.startsWith('halvskrevet')));
  add('negative_test', 'test/fixtures/skjema', yamlIn('test/fixtures/skjema'));
  return files;
}

const yamlIn = (folder: string): string[] => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).sort();

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
