/**
 * The JSON Schemas that are given away, alone: a second validator says what our own says, of every sample and fixture, and
 * they hold nothing that only our own programs could read.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Validator, type Schema as CfSchema } from '@cfworker/json-schema';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { contribution } from '../../scripts/generate/schemastore.ts';
import { kindByName } from '../../server/core/recognise.ts';
import { library } from '../../server/core/product.ts';
import { toJson, type Json } from '../../server/core/syntax/nodes.ts';
import { parse } from '../../server/core/syntax/parse.ts';
import { indexOf } from '../../server/core/templates/model.ts';
import { read, root } from './fixtures.ts';

type Schema = { [keyword: string]: Json };
const schemaFile = (name: string): Schema => JSON.parse(read(`schemas/${name}.schema.json`)) as Schema;
const IDS = library.templates.map(({ id }) => id);
const NAMES = [...IDS, 'vurdering'];
const SCHEMAS = new Map(NAMES.map((name) => [name, schemaFile(name)]));
const SECOND = new Map(NAMES.map((name) => [name, new Validator(SCHEMAS.get(name) as CfSchema, '7', false)]));

/** The keywords that say what is wrong; the others say that something within them is. */
const TELLING = new Set(['type', 'enum', 'const', 'pattern', 'required', 'false']);
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where our own validators see mistakes, and of what kind. */
function ours(id: string, value: Json): string[] {
  const places = library.validate(id, value).filter(({ keyword }) => keyword !== 'if').map(({ instancePath, keyword, params }) => {
    const extra = params['additionalProperty'];
    return extra === undefined ? `${instancePath} ${keyword}` : `${instancePath}/${escaped(String(extra))} false`;
  });
  return [...new Set(places)].sort();
}

/** The same, as the second validator sees it. */
function second(name: string, value: Json): string[] {
  const { errors } = SECOND.get(name)!.validate(value);
  const places = errors.filter(({ keyword }) => TELLING.has(keyword)).map(({ keyword, instanceLocation }) => `${decodeURIComponent(instanceLocation.slice(1))} ${keyword}`);
  return [...new Set(places)].sort();
}

const yamlIn = (folder: string): string[] => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).map((name) => path.join(folder, name));
const valueOf = (file: string): Json => {
  const tree = parse(read(file)).root;
  return tree ? toJson(tree) : null;
};
/** The rules' fixtures are not all files as a user has them (overlays, several in one); what they hold is read as it stands. */
const VALUES = [...yamlIn('samples'), ...yamlIn('server/core/rules').filter((file) => !/[\\/](?:rule|nn|en)\.yaml$/.test(file))].map((file) => ({ file, value: valueOf(file) }));

describe.each(IDS)('%s, by a second validator', (id) => {
  it('the same of every sample and fixture, at the same places', () => {
    let wrong = 0;
    for (const { file, value } of VALUES) {
      const expected = ours(id, value);
      if (expected.length) wrong++;
      expect(second(id, value), file).toEqual(expected);
    }
    expect(VALUES.length).toBeGreaterThan(400);
    expect(wrong).toBeGreaterThan(100);
  });

  it('the same of mistakes at every key', () => {
    const template = library.templates.find((each) => each.id === id)!;
    const head = { vurdering: template.kind, mal: id, tittel: 'x', behandlingsansvarlig: 'y', status: 'utkast' };
    for (const mistake of ['tull', 17, true, [], {}, { svar: 'tull' }, [{ tull: 1 }]] as Json[]) {
      const value = { ...head, ...Object.fromEntries(template.head.filter(({ id: key }) => key !== 'svar').map(({ id: key }) => [key, mistake])), svar: Object.fromEntries([...indexOf(template).questions.keys(), 'X.1'].map((key) => [key, mistake])), 'ukjent/nøkkel': mistake };
      expect(second(id, value)).toEqual(ours(id, value));
    }
  });
});

describe('one schema for all', () => {
  it('says of a file what its template\'s own schema says', () => {
    let chosen = 0;
    for (const { file, value } of VALUES) {
      const mal = value && typeof value === 'object' && !Array.isArray(value) ? value['mal'] : undefined;
      if (typeof mal !== 'string' || !IDS.includes(mal)) continue;
      chosen++;
      expect(second('vurdering', value), file).toEqual(second(mal, value));
    }
    expect(chosen).toBeGreaterThan(40);
  });
  it.each(library.templates.map(({ id, kind }) => [kind, id]))('chooses by «vurdering: %s» where no template is named', (kind, id) => {
    for (const value of [{ vurdering: kind }, { vurdering: kind, mal: null }, { vurdering: kind, tull: 1 }] as Json[]) expect(second('vurdering', value)).toEqual(second(id, value));
  });
  it('leaves a file with a template of its own alone, and says what kinds there are', () => {
    expect(second('vurdering', { vurdering: 'dpia', mal: 'kommunens-egen', hva: 'som helst' })).toEqual([]);
    expect(second('vurdering', { vurdering: 'tull' })).toEqual(['/vurdering enum']);
    expect(second('vurdering', ['tull'])).toEqual([' type']);
  });
});

describe.each(NAMES)('schemas/%s.schema.json', (name) => {
  const schema = SCHEMAS.get(name)!;
  const all: { at: string; node: Schema }[] = [];
  const visit = (value: Json, at: string): void => {
    if (Array.isArray(value)) value.forEach((each, i) => visit(each, `${at}/${i}`));
    else if (value && typeof value === 'object') {
      all.push({ at, node: value });
      for (const [key, each] of Object.entries(value)) visit(each, `${at}/${key}`);
    }
  };
  visit(schema, '#');

  it('says what it is', () => {
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: expect.stringMatching(/^urn:vurdert:/), title: expect.any(String), description: expect.any(String) });
  });
  it('refers to nothing outside itself, and to nothing that is not there', () => {
    for (const { at, node } of all) {
      expect(node['$defs'], at).toBeUndefined();
      if (typeof node['$ref'] !== 'string') continue;
      expect(node['$ref'], at).toMatch(/^#\/definitions\//);
      const target = node['$ref'].slice(2).split('/').reduce<Json | undefined>((value, key) => (value as Schema | undefined)?.[key], schema);
      expect(target, `${at} → ${node['$ref']}`).toBeTypeOf('object');
    }
  });
  it('has no choice whose errors nobody can read', () => {
    for (const { at, node } of all) for (const keyword of ['oneOf', 'anyOf', 'not']) expect(node[keyword], at).toBeUndefined();
  });
  it('is taken by Ajv as SchemaStore has it: no keyword that it does not know', () => {
    const ajv = new Ajv({ strictTypes: false, strictTuples: false, allowMatchingProperties: true, allErrors: true });
    for (const keyword of ['markdownDescription', 'enumDescriptions', 'defaultSnippets']) ajv.addKeyword(keyword);
    expect(ajv.compile(schema)({ vurdering: 'tull' })).toBe(false);
  });
  it('says for editors what every key and every choice is', () => {
    for (const { at, node } of all) {
      for (const [key, each] of Object.entries((node['properties'] ?? {}) as Schema)) {
        if (/\/(?:if|then|else)$/.test(at) || ['svar', 'forklaring', 'begrunnelse'].includes(key)) continue;
        expect((each as Schema)['description'], `${at}/${key}`).toEqual(expect.stringMatching(/\S/));
        expect((each as Schema)['description'], `${at}/${key}`).not.toMatch(/undefined|\[object|[{}]/);
      }
      if (node['enumDescriptions']) expect((node['enumDescriptions'] as Json[]).length, at).toBe((node['enum'] as Json[]).length);
      if (node['markdownDescription']) expect(node['description'], at).toContain('\n');
    }
  });
});

describe('schemas/schemastore.json', () => {
  const { name, description, fileMatch, url } = JSON.parse(read('schemas/schemastore.json')) as { name: string; description: string; fileMatch: string[]; url: string };
  it('keeps to what SchemaStore asks of an entry', () => {
    for (const text of [name, description]) {
      expect(text).not.toMatch(/schema|\n|[,. \t-]$/i);
      expect(text).toMatch(/\S/);
    }
    expect(new Set(fileMatch).size).toBe(fileMatch.length);
    for (const pattern of fileMatch) expect(pattern).not.toContain('/');
  });
  it('is for the files that are ours by name, all kinds and no others', () => {
    const kinds = fileMatch.map((pattern) => kindByName(pattern.replace('*', 'navn')));
    expect(kinds).not.toContain(undefined);
    expect(new Set(kinds)).toEqual(new Set(library.templates.map(({ kind }) => kind)));
  });
  it('names no address before there is one', () => {
    expect(url).toContain('fyll ut');
  });
});

describe('a contribution to SchemaStore', () => {
  const files = contribution();
  const [schema] = [...files].filter(([name]) => name.startsWith('src/schemas/')).map(([, text]) => JSON.parse(text) as Schema);
  const validator = new Validator(schema as CfSchema, '7');
  const tests = [...files].filter(([name]) => /^src\/(?:negative_)?test\//.test(name));

  it('has an address, samples that it takes and files that it refuses', () => {
    expect(schema!['$id']).toBe('https://www.schemastore.org/vurdert.json');
    expect(JSON.parse(files.get('oppføring i src/api/json/catalog.json')!)).toMatchObject({ url: schema!['$id'] });
    expect(tests.filter(([name]) => name.startsWith('src/test/')).length).toBeGreaterThan(15);
    expect(tests.filter(([name]) => name.startsWith('src/negative_test/')).length).toBeGreaterThanOrEqual(3);
  });
  it.each(tests)('%s', (name, text) => {
    expect(name.split('/')).toHaveLength(4);
    // Its first line is the one that their checks ask for, and editors read it.
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/json/vurdert.json');
    expect(validator.validate(toJson(parse(text).root!)).valid).toBe(!name.startsWith('src/negative_test/'));
  });
});
