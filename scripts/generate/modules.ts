/** The modules that the engine imports: data as JSON, validators as plain code, rules with their checks. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchema } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { schemaOf, withoutWords } from '../../server/core/templates/schema.ts';
import { indexOf, type Condition, type Question } from '../../server/core/templates/model.ts';
import type { Json } from '../../server/core/syntax/nodes.ts';
import { packQuestion, packRule, packTemplate } from '../../server/core/packed.ts';
import { shareSchemas } from './shared-schemas.ts';
import type { Declared } from './compile.ts';

const BANNER = '// Laget av scripts/generate.ts. Endres ikke for hånd.\n';

export async function generatedModules(declared: Declared): Promise<Map<string, string>> {
  const data = {
    head: declared.head.fields.map(packQuestion),
    templates: declared.templates.map(packTemplate),
    articles: declared.articles,
    laws: declared.laws,
    sections: declared.sections,
    structure: declared.structure,
    sources: declared.sources,
    excerpts: declared.excerpts,
    terms: declared.terms,
    datedFacts: declared.datedFacts,
    snippets: declared.snippets,
    rules: declared.rules.map(packRule),
  };
  return new Map([
    ['server/generated/data.js', `${BANNER}export const data = JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`],
    ['server/generated/data.d.ts', `${BANNER}import type { PackedRule, PackedTemplate } from '../core/packed.ts';\nimport type { Article, DatedFact, Excerpt, Law, LawSection, Source, Term } from '../core/sources/model.ts';\nimport type { Structure } from '../core/sources/references/structure.ts';\nimport type { Snippet } from '../core/library.ts';\nexport const data: { head: PackedTemplate[]; templates: PackedTemplate[]; articles: Article[]; laws: Law[]; sections: LawSection[]; structure: Structure; sources: Source[]; excerpts: Excerpt[]; terms: Term[]; datedFacts: DatedFact[]; snippets: Snippet[]; rules: PackedRule[] };\n`],
    ['server/generated/checks.ts', checksModule(declared)],
    ['server/generated/validators.js', BANNER + (await validatorsModule(declared))],
    ['server/generated/validators.d.ts', `${BANNER}import type { FileSchema, Validator } from '../core/templates/validate.ts';\nexport const files: { [templateId: string]: FileSchema };\nexport const conditions: { [condition: string]: Validator };\n`],
  ]);
}

function checksModule({ checks }: Declared): string {
  const all = [...checks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name], i) => ({ code, name, local: `${name}${i}` }));
  const imports = all.map(({ code, name, local }) => `import { ${name} as ${local} } from '../core/rules/${code}/check.ts';`);
  const table = (wanted: string): string => `{\n${all.filter(({ name }) => name === wanted).map(({ code, local }) => `  '${code}': ${local},`).join('\n')}\n}`;
  return `${BANNER}import type { AcrossCheck } from '../core/across/model.ts';\nimport type { RuleCheck } from '../core/rules/model.ts';\n${imports.join('\n')}\n\nexport const checks: { [code: string]: RuleCheck } = ${table('check')};\nexport const acrossChecks: { [code: string]: AcrossCheck } = ${table('across')};\n`;
}

/**
 * Ajv compiles every shape and condition here, so that no schema is compiled when the product runs. The maps that hold
 * them, a file's head and its answers, are tables: core/templates/validate.ts walks them.
 */
async function validatorsModule({ templates, rules }: Declared): Promise<string> {
  const ajv = new Ajv2020({ allErrors: true, strict: false, inlineRefs: false, messages: false, code: { source: true, esm: true, optimize: 1 } });
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
  const conditions: Record<string, string> = {};
  const addCondition = (condition: Condition | undefined): void => {
    const key = condition && JSON.stringify(condition);
    if (key && !conditions[key]) conditions[key] = add({ ...condition }, `condition${Object.keys(conditions).length}`);
  };
  const addQuestion = (question: Question): void => {
    addCondition(question.condition);
    if (question.kind.type === 'group') question.kind.fields.forEach(addQuestion);
  };
  for (const template of templates) for (const { question } of indexOf(template).questions.values()) addQuestion(question);
  for (const rule of rules) addCondition(rule.when);
  const source = `${standaloneCode(ajv, exported)}\nexport const files = ${table(files)};\nexport const conditions = ${table(conditions)};\n`;
  // Bundled, because standalone code requires Ajv's small run-time helpers.
  const bundled = await build({ stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' }, bundle: true, format: 'esm', write: false, logLevel: 'error', treeShaking: true });
  const text = bundled.outputFiles[0]!.text;
  if (/\bnew Function\b|\beval\(/.test(text)) throw new Error('validatorene inneholder eval');
  return text;
}

/** The id of the schema that holds what the templates share. */
const SHARED = 'felles';
type Schema = { [keyword: string]: Json };
const table = (values: Record<string, string>): string => `{${Object.entries(values).map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')}}`;
