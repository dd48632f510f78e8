/** Reads and checks everything that is declared. Problems are sentences that name the file and the place. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchema } from 'ajv';
import { factsIn, type Known } from '../../server/core/templates/check.ts';
import { carryProblems } from '../../server/core/templates/check-carried.ts';
import { loadHead, loadTemplate, type SharedHead } from '../../server/core/templates/load.ts';
import { problemLine } from '../../server/core/templates/problems.ts';
import { loadRule, ruleProblems, type DeclaredRule } from '../../server/core/rules/load.ts';
import { isReferenceIn } from '../../server/core/sources/spans.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import { ASSESSMENT_KINDS } from '../../server/core/recognise.ts';
import { indexOf, type AssessmentKind, type Template } from '../../server/core/templates/model.ts';
import type { Snippet } from '../../server/core/library.ts';
import type { Language } from '../../server/core/texts/language.ts';
import type { Structure } from '../../server/core/sources/references/structure.ts';
import { factProblems } from './facts.ts';
import { sourceProblems } from './source-problems.ts';
import { readSources, resolveQuestions, type SourceLibrary } from './sources.ts';
import { readStructure } from './structure.ts';
import { namesIn, readJson, readYaml, root } from './read.ts';
import { readIn, snippetIn } from './translations.ts';

export interface Declared extends SourceLibrary {
  templates: Template[];
  head: SharedHead;
  /** Rules without their checks; `checks` names the codes that have a check.ts, and which of the two it exports. */
  rules: DeclaredRule[];
  checks: Map<string, 'check' | 'across'>;
  structure: Structure;
  snippets: Snippet[];
  problems: string[];
}

export type { DeclaredRule } from '../../server/core/rules/load.ts';

/** Everything as it is declared, in the words of a language: bokmål's where that lacks. */
export function compile(language: Language = 'nb'): Declared {
  const problems: string[] = [];
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validateTemplate = ajv.compile(readJson('schemas/mal.schema.json') as AnySchema);
  const validateRule = ajv.compile(readJson('schemas/regel.schema.json') as AnySchema);
  const report = (file: string, errors: typeof ajv.errors): void => {
    for (const error of errors ?? []) problems.push(`${file}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  };

  const library = readSources(problems, language);
  const known = new Set(library.articles.map((article) => article.reference));
  const sources: Known = { isArticle: (reference) => isReferenceIn(known, reference), articles: () => known };

  const head = loadHead(readIn('schemas/templates/felles.yaml', language));
  const templates: Template[] = [];
  const places = new Map<Template, { file: string; of: ReturnType<typeof loadTemplate>['places'] }>();
  for (const name of namesIn('schemas/templates')) {
    if (name === 'felles.yaml' || !name.endsWith('.yaml')) continue;
    const file = `schemas/templates/${name}`;
    const written = readYaml(file);
    if (!validateTemplate(written)) {
      report(file, validateTemplate.errors);
      continue;
    }
    const loaded = loadTemplate(readIn(file, language), head, sources);
    problems.push(...loaded.problems.map((problem) => `${file}, ${problemLine(problem, bokmål)}`));
    templates.push(loaded.template);
    places.set(loaded.template, { file, of: loaded.places });
  }
  for (const [template, { file, of }] of places) problems.push(...carryProblems(template, of, templates).map((problem) => `${file}, ${problemLine(problem, bokmål)}`));

  const rules: Declared['rules'] = [];
  const checks: Declared['checks'] = new Map();
  const facts = factsIn(templates);
  for (const code of namesIn('server/core/rules')) {
    const file = `server/core/rules/${code}/rule.yaml`;
    if (!existsSync(path.join(root, file))) continue;
    const written = readYaml(file);
    if (!validateRule(written)) {
      report(file, validateRule.errors);
      continue;
    }
    const check = path.join(root, `server/core/rules/${code}/check.ts`);
    if (existsSync(check)) checks.set(code, /^export const across\b/m.test(readFileSync(check, 'utf8')) ? 'across' : 'check');
    if (written['kode'] !== code) problems.push(`${file}: koden er «${written['kode']}», men mappen heter «${code}»`);
    problems.push(...ruleProblems(written, checks.has(code) || code === 'ubrukt-undertrykkelse', facts, sources).map((problem) => `${file}, ${problemLine(problem, bokmål)}`));
    rules.push(loadRule(readIn(file, language)));
  }
  resolveQuestions(library, templates, problems);
  problems.push(...sourceProblems(library, { templates, rules }), ...factProblems(library.datedFacts, known, platformsOf(templates)));
  return { ...library, templates, head, rules, checks, structure: readStructure(problems), snippets: readSnippets(problems, language), problems };
}

/** The options of the questions that ask for a platform. */
function platformsOf(templates: Template[]): Set<string> {
  const asking = templates.flatMap((template) => [...indexOf(template).questions.values()]).filter(({ question }) => question.role === 'plattform');
  return new Set(asking.flatMap(({ question: { kind } }) => ('options' in kind ? kind.options.map(({ value }) => value) : [])));
}

/** The snippets are VS Code snippet files; ours carry a `scope` of their own, which VS Code never sees. */
function readSnippets(problems: string[], language: Language): Snippet[] {
  const snippets: Snippet[] = [];
  for (const name of namesIn('snippets')) {
    if (!name.endsWith('.json')) continue;
    for (const [title, snippet] of Object.entries(readJson(`snippets/${name}`))) {
      if (!snippet.prefix || !snippet.body || !snippet.description || !['file', 'head', 'answers'].includes(snippet.scope)) problems.push(`snippets/${name}: «${title}» trenger prefix, body, description og scope (file, head eller answers)`);
      const kinds: AssessmentKind[] = snippet.kinds ?? [];
      if (!kinds.every((kind) => ASSESSMENT_KINDS.includes(kind)) || (snippet.scope === 'file' && kinds.length !== 1)) problems.push(`snippets/${name}: «${title}», kinds: ${snippet.scope === 'file' ? 'ett slag vurdering' : `slag vurderinger (${ASSESSMENT_KINDS.join(', ')})`}`);
      snippets.push({ ...snippetIn(name, title, snippet, language), scope: snippet.scope, kinds });
    }
  }
  return snippets;
}
