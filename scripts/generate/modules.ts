/** The modules that the engine imports: data as JSON, validators as plain code, rules with their checks. */
import { Ajv, type AnySchema } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { schemaOf, withoutWords } from '../../server/core/templates/schema.ts';
import type { Json } from '../../server/core/syntax/nodes.ts';
import { differenceOf } from '../../server/core/difference.ts';
import { packQuestion, packRule, packTemplate } from '../../server/core/packed.ts';
import { shareSchemas } from './shared-schemas.ts';
import { compile, type Declared } from './compile.ts';
import { TRANSLATED } from './translations.ts';

const BANNER = '// Laget av scripts/generate.ts. Endres ikke for hånd.\n';

export async function generatedModules(declared: Declared): Promise<Map<string, string>> {
  const own = contentOf(declared);
  // In another language only what differs, so that what has no translation is bokmål.
  const languages = TRANSLATED.map((language): [string, string] => [`server/generated/${language}.js`, `${BANNER}export const readDifference = () => JSON.parse(${JSON.stringify(JSON.stringify(differenceOf(own as never, contentOf(compile(language)) as never) ?? {}))});\n`]);
  const { data, words } = own;
  return new Map([
    ...languages,
    ...TRANSLATED.map((language): [string, string] => [`server/generated/${language}.d.ts`, `${BANNER}import type { Difference } from '../core/difference.ts';\nexport const readDifference: () => { data?: Difference; words?: Difference };\n`]),
    ['server/generated/words.js', `${BANNER}export const readWords = () => JSON.parse(${JSON.stringify(JSON.stringify(words))});\n`],
    ['server/generated/words.d.ts', `${BANNER}import type { Snippet } from '../core/library.ts';\nimport type { RuleWords } from '../core/packed.ts';\nimport type { Article, Excerpt, Term } from '../core/sources/model.ts';\nexport const readWords: () => { articles: Article[]; excerpts: Excerpt[]; terms: Term[]; snippets: Snippet[]; rules: { [code: string]: RuleWords } };\n`],
    ['server/generated/data.js', `${BANNER}export const data = JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`],
    ['server/generated/data.d.ts', `${BANNER}import type { PackedRule, PackedTemplate } from '../core/packed.ts';\nimport type { DatedFact, Law, LawSection, Source } from '../core/sources/model.ts';\nimport type { Structure } from '../core/sources/references/structure.ts';\nimport type { SharedHead } from '../core/templates/load.ts';\nexport const data: { head: PackedTemplate[]; shared: Omit<SharedHead, 'fields'>; templates: PackedTemplate[]; laws: Law[]; sections: LawSection[]; structure: Structure; sources: Source[]; datedFacts: DatedFact[]; rules: PackedRule[] };\n`],
    ['server/generated/checks.ts', checksModule(declared)],
    ['server/generated/validators.js', BANNER + (await validatorsModule(declared))],
    ['server/generated/validators.d.ts', `${BANNER}import type { FileSchema } from '../core/templates/validate.ts';\nexport const files: { [templateId: string]: FileSchema };\n`],
  ]);
}

/** What the engine is given, in the language that it is declared in. */
function contentOf(declared: Declared): { data: object; words: object } {
  const data = {
    head: declared.head.fields.map(packQuestion),
    shared: { risk: declared.head.risk, lists: declared.head.lists },
    templates: declared.templates.map((template) => packTemplate(template, declared.head.fields)),
    laws: declared.laws,
    sections: declared.sections,
    structure: declared.structure,
    sources: declared.sources,
    datedFacts: declared.datedFacts,
    rules: declared.rules.map(({ title: _, why: __, todo: ___, quotation: ____, ...rule }) => packRule(rule)),
  };
  // What is read, not reckoned with: a file of its own in the bundle, and parsed when somebody first asks.
  const words = { articles: declared.articles, excerpts: declared.excerpts, terms: declared.terms, snippets: declared.snippets, rules: Object.fromEntries(declared.rules.map(({ code, title, why, todo, quotation }) => [code, { title, why, todo, ...(quotation ? { quotation } : {}) }])) };
  return { data, words };
}

function checksModule({ checks }: Declared): string {
  const all = [...checks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name], i) => ({ code, name, local: `${name}${i}` }));
  const imports = all.map(({ code, name, local }) => `import { ${name} as ${local} } from '../core/rules/${code}/check.ts';`);
  const table = (wanted: string): string => `{\n${all.filter(({ name }) => name === wanted).map(({ code, local }) => `  '${code}': ${local},`).join('\n')}\n}`;
  return `${BANNER}import type { AcrossCheck } from '../core/across/model.ts';\nimport type { RuleCheck } from '../core/rules/model.ts';\n${imports.join('\n')}\n\nexport const checks: { [code: string]: RuleCheck } = ${table('check')};\nexport const acrossChecks: { [code: string]: AcrossCheck } = ${table('across')};\n`;
}

/**
 * Ajv compiles every shape here, so that no schema is compiled when the product runs. The maps that hold them, a file's
 * head and its answers, are tables: core/templates/validate.ts walks them.
 */
async function validatorsModule({ templates }: Declared): Promise<string> {
  // Our shapes have nothing of 2020-12's own in them; for that dialect Ajv would keep count of what has been looked at.
  const ajv = new Ajv({ allErrors: true, strict: false, inlineRefs: false, messages: false, code: { source: true, esm: true, optimize: 1 } });
  const { schemas, shared } = shareSchemas(templates.map((template) => withoutWords(schemaOf(template) as never) as Schema), SHARED);
  ajv.addSchema(shared);
  const exported: Record<string, string> = {};
  const add = (schema: AnySchema, name: string): string => {
    if (!exported[name]) ajv.addSchema(schema, name);
    exported[name] = name;
    return name;
  };
  const validatorOf = (schema: Schema): string => {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return add(schema, `only${Object.keys(exported).length}`);
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    exported[name] = reference;
    return name;
  };
  const tableOf = (properties: Schema): string => table(Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, validatorOf(schema as Schema)])));
  const files = Object.fromEntries(schemas.map(({ required, properties }, i) => {
    const { svar, ...head } = properties as { svar: Schema };
    return [templates[i]!.id, `{required: ${JSON.stringify(required)}, head: ${tableOf(head)}, answers: ${tableOf(svar['properties'] as Schema)}}`];
  }));
  const source = `${standaloneCode(ajv, exported)}\nexport const files = ${table(files)};\n`;
  // Bundled, because standalone code requires Ajv's small run-time helpers.
  const bundled = await build({ stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' }, bundle: true, format: 'esm', write: false, logLevel: 'error', treeShaking: true });
  // Where in the schema an error has its keyword, nobody asks.
  const text = bundled.outputFiles[0]!.text.replace(/\bschemaPath: "[^"\\]*", /g, '');
  if (/\bnew Function\b|\beval\(/.test(text)) throw new Error('validatorene inneholder eval');
  return text;
}

/** The id of the schema that holds what the templates share. */
const SHARED = 'felles';
type Schema = { [keyword: string]: Json };
const table = (values: Record<string, string>): string => `{${Object.entries(values).map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')}}`;
