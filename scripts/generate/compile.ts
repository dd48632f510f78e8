/** Reads and checks everything that is declared. Problems are sentences that name the file and the place. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchema } from 'ajv';
import { conditionProblems } from '../../server/core/templates/conditions.ts';
import { loadHead, loadTemplate, type SharedHead } from '../../server/core/templates/load.ts';
import { placesOf } from '../../server/core/assessment/words-at.ts';
import { ASSESSMENT_KINDS } from '../../server/core/recognise.ts';
import { indexOf, type AssessmentKind, type Condition, type Question, type Template } from '../../server/core/templates/model.ts';
import type { Rule, RuleGroup, Severity } from '../../server/core/rules/model.ts';
import type { Snippet } from '../../server/core/library.ts';
import type { Structure } from '../../server/core/sources/references/structure.ts';
import { factProblems } from './facts.ts';
import { sourceProblems } from './source-problems.ts';
import { readSources, resolveQuestions, type SourceLibrary } from './sources.ts';
import { readStructure } from './structure.ts';
import { namesIn, readJson, readYaml, root, type Written } from './read.ts';

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

const SEVERITIES: Record<string, Severity> = { feil: 'error', advarsel: 'warning', informasjon: 'information' };

export type DeclaredRule = Omit<Rule, 'check' | 'across'>;

export function compile(): Declared {
  const problems: string[] = [];
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validateTemplate = ajv.compile(readJson('schemas/mal.schema.json') as AnySchema);
  const validateRule = ajv.compile(readJson('schemas/regel.schema.json') as AnySchema);
  const report = (file: string, errors: typeof ajv.errors): void => {
    for (const error of errors ?? []) problems.push(`${file}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  };

  const library = readSources(problems);
  const known = new Set(library.articles.map((article) => article.reference));
  const isKnown = (reference: string): boolean => known.has(reference) || spans(reference, known);

  const head = loadHead(readYaml('schemas/templates/felles.yaml'));
  const templates: Template[] = [];
  for (const name of namesIn('schemas/templates')) {
    if (name === 'felles.yaml') continue;
    const file = `schemas/templates/${name}`;
    const written = readYaml(file);
    if (!validateTemplate(written)) {
      report(file, validateTemplate.errors);
      continue;
    }
    const loaded = loadTemplate(written, head, isKnown);
    problems.push(...loaded.problems.map((problem) => `${file}: ${problem}`));
    templates.push(loaded.template);
  }

  problems.push(...carryProblems(templates));

  const rules: Declared['rules'] = [];
  const checks: Declared['checks'] = new Map();
  const isFact = (name: string): boolean => name === 'forklaringer' || templates.some((template) => indexOf(template).questions.has(name) || indexOf(template).head.has(name));
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
    problems.push(...ruleProblems(written, code, checks.has(code), isFact, isKnown).map((problem) => `${file}: ${problem}`));
    rules.push(loadRule(written));
  }
  resolveQuestions(library, templates, problems);
  problems.push(...sourceProblems(library, { templates, rules }), ...factProblems(library.datedFacts, known, platformsOf(templates)));
  return { ...library, templates, head, rules, checks, structure: readStructure(problems), snippets: readSnippets(problems), problems };
}

/** Answers that are to be taken from something that no template has (`hentes-fra`). */
function carryProblems(templates: Template[]): string[] {
  const problems: string[] = [];
  const has = (mal: string, place: string): boolean => {
    const template = templates.find(({ id }) => id === mal);
    const [id = '', field] = place.split('/');
    const question = template && (indexOf(template).questions.get(id)?.question ?? indexOf(template).head.get(id));
    return question !== undefined && (field === undefined || (question.kind.type === 'group' && question.kind.fields.some((each) => each.id === field)));
  };
  const check = (template: Template, question: Question): void => {
    for (const source of question.carriedFrom) {
      // With a form, the holes name the fields of the group, or the questions.
      const holes = [...(source.form ?? '').matchAll(/\{([^}]+)\}/g)].map(([, hole]) => (source.also ? hole! : `${source.question}/${hole!}`));
      for (const place of [...placesOf(source), ...holes]) if (!has(source.template, place)) problems.push(`malen ${template.id}, ${question.id}, hentes-fra: «${place}» finnes ikke i ${source.template}`);
    }
    if (question.kind.type === 'group') for (const field of question.kind.fields) check(template, field);
  };
  for (const template of templates) for (const { question } of indexOf(template).questions.values()) check(template, question);
  return problems;
}

/** The options of the questions that ask for a platform. */
function platformsOf(templates: Template[]): Set<string> {
  const asking = templates.flatMap((template) => [...indexOf(template).questions.values()]).filter(({ question }) => question.role === 'plattform');
  return new Set(asking.flatMap(({ question: { kind } }) => ('options' in kind ? kind.options.map(({ value }) => value) : [])));
}

/** «art. 12–22» and «art. 44–49» stand for all articles between. */
function spans(reference: string, known: Set<string>): boolean {
  const match = /^art\. (\d+)–(\d+)$/.exec(reference);
  return match !== null && known.has(`art. ${match[1]}`) && known.has(`art. ${match[2]}`);
}

function ruleProblems(written: Written, folder: string, hasCheck: boolean, isFact: (name: string) => boolean, isKnown: (reference: string) => boolean): string[] {
  const problems: string[] = [];
  if (written['kode'] !== folder) problems.push(`koden er «${written['kode']}», men mappen heter «${folder}»`);
  if (!written['når'] && !hasCheck && folder !== 'ubrukt-undertrykkelse') problems.push('regelen har verken når eller check.ts');
  if (written['når'] && !hasCheck && written['på'] === undefined) problems.push('regelen har når, men ikke på');
  if (written['når']) problems.push(...conditionProblems(written['når'], isFact).map((problem) => `når: ${problem}`));
  for (const reference of written['artikler'] ?? []) if (!isKnown(reference)) problems.push(`artikler: «${reference}» finnes ikke i kildene`);
  for (const place of [written['på'], ...(written['relatert'] ?? []), ...(written['leser'] ?? [])]) if (place && !isFact(String(place).split('/')[0]!)) problems.push(`«${place}» er verken et spørsmål eller en nøkkel`);
  return problems;
}

function loadRule(written: Written): DeclaredRule {
  const messages = typeof written['melding'] === 'string' ? { '': written['melding'] } : written['melding'];
  return {
    code: written['kode'],
    title: written['tittel'],
    rows: written['rader'] ?? [],
    group: written['gruppe'] as RuleGroup,
    severity: SEVERITIES[written['alvorlighet']]!,
    gate: written['port'] === true,
    always: written['alltid'] === true,
    ...(written['viker'] === true ? { yields: true } : {}),
    ...(written['sist'] === true ? { last: true } : {}),
    templates: written['maler'] ?? [],
    kinds: written['slag'] ?? [],
    articles: written['artikler'] ?? [],
    ...(written['sitat'] ? { quotation: { source: written['sitat'].kilde, text: written['sitat'].tekst } } : {}),
    ...(written['når'] ? { when: written['når'] as Condition } : {}),
    ...(written['på'] === undefined ? {} : { at: written['på'] }),
    related: written['relatert'] ?? [],
    reads: written['leser'] ?? [],
    messages: Object.fromEntries(Object.entries(messages as Record<string, string>).map(([variant, text]) => [variant, text.trim()])),
    why: written['hvorfor'].trim(),
    todo: written['gjør'].trim(),
  };
}

/** The snippets are VS Code snippet files; ours carry a `scope` of their own, which VS Code never sees. */
function readSnippets(problems: string[]): Snippet[] {
  const snippets: Snippet[] = [];
  for (const name of namesIn('snippets')) {
    if (!name.endsWith('.json')) continue;
    for (const [title, snippet] of Object.entries(readJson(`snippets/${name}`))) {
      if (!snippet.prefix || !snippet.body || !snippet.description || !['file', 'head', 'answers'].includes(snippet.scope)) problems.push(`snippets/${name}: «${title}» trenger prefix, body, description og scope (file, head eller answers)`);
      const kinds: AssessmentKind[] = snippet.kinds ?? [];
      if (!kinds.every((kind) => ASSESSMENT_KINDS.includes(kind)) || (snippet.scope === 'file' && kinds.length !== 1)) problems.push(`snippets/${name}: «${title}», kinds: ${snippet.scope === 'file' ? 'ett slag vurdering' : `slag vurderinger (${ASSESSMENT_KINDS.join(', ')})`}`);
      snippets.push({ name: title, prefix: snippet.prefix, description: snippet.description, body: [snippet.body].flat().join('\n'), scope: snippet.scope, kinds });
    }
  }
  return snippets;
}
