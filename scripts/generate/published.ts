/**
 * The schemas as other programs take them. Within, a template's schema is draft 2020-12; what is given away is
 * draft-07, which most editors know best (SchemaStore asks for it) and in which the same keywords mean the same.
 */
import type { Template } from '../../server/core/templates/model.ts';
import { schemaOf } from '../../server/core/templates/schema.ts';
import type { Json } from '../../server/core/syntax/nodes.ts';

type Schema = { [keyword: string]: Json };

export const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The schema of the files that answer one template. */
export function publishedSchema(template: Template): Schema {
  return { ...(forEditors(schemaOf(template), '#/definitions/') as Schema), $schema: DRAFT };
}

/**
 * One schema for all: chooses by `mal`, and by `vurdering` where no template is named. A chain, so that a mistake is
 * told of once. A file with a template of its organisation's own is left alone: what it may hold, only the server knows.
 */
export function combinedSchema(templates: readonly Template[]): Schema {
  const kinds: Json[] = [...new Set(templates.map(({ kind }) => kind))];
  const ids: Json[] = templates.map(({ id }) => id);
  const definitions = Object.fromEntries(templates.map((template) => {
    const { $schema: _, $id: __, ...schema } = forEditors(schemaOf(template), `#/definitions/${template.id}/definitions/`) as Schema;
    return [template.id, schema];
  }));
  let chosen: Schema = { properties: { vurdering: { enum: [...kinds, null] } } };
  const choose = (condition: Schema, id: string): void => void (chosen = { if: condition, then: { $ref: `#/definitions/${id}` }, else: chosen });
  for (const { id } of templates) choose({ required: ['mal'], properties: { mal: { const: id } } }, id);
  // Editors that complete leave `required` aside, so the more particular condition goes first.
  for (const { id, kind } of templates) choose({ required: ['vurdering'], properties: { vurdering: { const: kind }, mal: { type: 'null' } } }, id);
  return {
    $schema: DRAFT,
    $id: 'urn:vurdert:vurdering',
    title: 'Personvernvurdering',
    description: 'En personvernvurdering som YAML: innledende vurdering, PLM, DPIA, plattformvurdering eller behandlingsoversikt. Laget av Vurdert fra malene; endres ikke for hånd.',
    type: 'object',
    properties: {
      vurdering: { title: 'vurdering', description: 'Hva slags vurdering filen er', defaultSnippets: snippets(kinds) },
      mal: { title: 'mal', description: 'Malen som filen svarer på. En egen mal i samme lager kan også stå her.', defaultSnippets: snippets(ids) },
    },
    // Nothing is named yet.
    if: { properties: { vurdering: { type: 'null' }, mal: { type: 'null' } } },
    then: {},
    else: chosen,
    definitions,
  };
}

/** Definitions where draft-07 has them, and what helps editors: Markdown beside a description of several lines, and the answers to choose from. */
function forEditors(schema: Json, definitions: string): Json {
  if (Array.isArray(schema)) return schema.map((each) => forEditors(each, definitions));
  if (schema === null || typeof schema !== 'object') return schema;
  const result: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref' && typeof value === 'string') result[key] = value.replace('#/$defs/', definitions);
    else result[key === '$defs' ? 'definitions' : key] = forEditors(value, definitions);
    if (key === 'description' && typeof value === 'string' && value.includes('\n')) result['markdownDescription'] = asMarkdown(value);
  }
  // Editors that complete an answer do not look behind a condition.
  const bare = result['if'] && (result['else'] as Schema | undefined);
  if (bare && Array.isArray(bare['enum'])) result['defaultSnippets'] = snippets(bare['enum'], bare['enumDescriptions'] as Json[] | undefined);
  return result;
}

/** What editors offer as a value, where the schema itself does not tell them. Others leave the keyword aside. */
function snippets(values: Json[], words: Json[] = []): Json {
  return values.flatMap((body, i) => (body === null ? [] : [{ label: String(body), ...(words[i] ? { description: words[i] } : {}), body }]));
}

/** The first line is what is asked; «– …» are points. */
function asMarkdown(description: string): string {
  const [first = '', ...rest] = description.split('\n').map((line) => line.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&'));
  const lines = rest.map((line, i) => (line.startsWith('– ') ? `${rest[i - 1]?.startsWith('– ') ? '' : '\n'}- ${line.slice(2)}` : `\n${line}`));
  return [`**${first}**`, ...lines].join('\n');
}
