/** The modules that the engine imports: data as JSON, validators as plain code, rules with their checks. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { schemaOf, withoutWords } from '../../server/core/templates/schema.ts';
import { indexOf, type Condition, type Question } from '../../server/core/templates/model.ts';
import type { Json } from '../../server/core/syntax/nodes.ts';
import { shareSchemas } from './shared-schemas.ts';
import type { Declared } from './compile.ts';

const BANNER = '// Laget av scripts/generate.ts. Endres ikke for hånd.\n';

export async function generatedModules(declared: Declared): Promise<Map<string, string>> {
  const data = {
    templates: declared.templates,
    articles: declared.articles,
    laws: declared.laws,
    sections: declared.sections,
    structure: declared.structure,
    sources: declared.sources,
    excerpts: declared.excerpts,
    terms: declared.terms,
    snippets: declared.snippets,
    rules: declared.rules,
  };
  return new Map([
    ['server/generated/data.js', `${BANNER}export const data = JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`],
    ['server/generated/data.d.ts', `${BANNER}import type { Template } from '../core/templates/model.ts';\nimport type { Article, Excerpt, Law, LawSection, Source, Term } from '../core/sources/model.ts';\nimport type { Structure } from '../core/sources/references/structure.ts';\nimport type { Rule } from '../core/rules/model.ts';\nimport type { Snippet } from '../core/library.ts';\nexport const data: { templates: Template[]; articles: Article[]; laws: Law[]; sections: LawSection[]; structure: Structure; sources: Source[]; excerpts: Excerpt[]; terms: Term[]; snippets: Snippet[]; rules: Omit<Rule, 'check' | 'across'>[] };\n`],
    ['server/generated/checks.ts', checksModule(declared)],
    ['server/generated/validators.js', BANNER + (await validatorsModule(declared))],
    ['server/generated/validators.d.ts', `${BANNER}import type { SchemaError } from '../core/library.ts';\nexport type Validator = { (value: unknown): boolean; errors?: SchemaError[] | null };\nexport const files: { [templateId: string]: Validator };\nexport const conditions: { [condition: string]: Validator };\n`],
  ]);
}

function checksModule({ checks }: Declared): string {
  const all = [...checks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name], i) => ({ code, name, local: `${name}${i}` }));
  const imports = all.map(({ code, name, local }) => `import { ${name} as ${local} } from '../core/rules/${code}/check.ts';`);
  const table = (wanted: string): string => `{\n${all.filter(({ name }) => name === wanted).map(({ code, local }) => `  '${code}': ${local},`).join('\n')}\n}`;
  return `${BANNER}import type { AcrossCheck } from '../core/across/model.ts';\nimport type { RuleCheck } from '../core/rules/model.ts';\n${imports.join('\n')}\n\nexport const checks: { [code: string]: RuleCheck } = ${table('check')};\nexport const acrossChecks: { [code: string]: AcrossCheck } = ${table('across')};\n`;
}

/** Ajv compiles every schema and condition here, so that no schema is compiled when the product runs. */
async function validatorsModule({ templates, rules }: Declared): Promise<string> {
  const ajv = new Ajv2020({ allErrors: true, strict: false, inlineRefs: false, messages: false, code: { source: true, esm: true, optimize: 1 } });
  const files: Record<string, string> = {};
  const conditions: Record<string, string> = {};
  const exported: Record<string, string> = {};
  const { schemas, shared } = shareSchemas(templates.map((template) => {
    const { $id: _, $schema: __, ...schema } = withoutWords(schemaOf(template) as never) as { [keyword: string]: Json };
    return schema;
  }), 'felles');
  ajv.addSchema(shared);
  templates.forEach((template, i) => {
    ajv.addSchema(schemas[i]!, `file${i}`);
    exported[`file${i}`] = `file${i}`;
    files[template.id] = `file${i}`;
  });
  const add = (condition: Condition | undefined): void => {
    const key = condition && JSON.stringify(condition);
    if (!key || conditions[key]) return;
    const name = `condition${Object.keys(conditions).length}`;
    // A condition reads what is there; the first reason why not is enough.
    ajv.addSchema({ ...condition }, name);
    exported[name] = name;
    conditions[key] = name;
  };
  const addQuestion = (question: Question): void => {
    add(question.condition);
    if (question.kind.type === 'group') question.kind.fields.forEach(addQuestion);
  };
  for (const template of templates) for (const { question } of indexOf(template).questions.values()) addQuestion(question);
  for (const rule of rules) add(rule.when);
  const code = standaloneCode(ajv, exported);
  const table = (names: Record<string, string>): string => `{${Object.entries(names).map(([key, name]) => `${JSON.stringify(key)}: ${name}`).join(', ')}}`;
  const source = `${code}\nexport const files = ${table(files)};\nexport const conditions = ${table(conditions)};\n`;
  // Bundled, because standalone code requires Ajv's small run-time helpers.
  const bundled = await build({ stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' }, bundle: true, format: 'esm', write: false, logLevel: 'error', treeShaking: true });
  const text = bundled.outputFiles[0]!.text;
  if (/\bnew Function\b|\beval\(/.test(text)) throw new Error('validatorene inneholder eval');
  return text;
}
