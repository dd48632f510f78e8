import { readAssessment } from './assessment/read.ts';
import type { Assessment } from './assessment/model.ts';
import type { Finding } from './findings.ts';
import { libraryIn, templateFor, type Context } from './library.ts';
import { digestOf } from './across/digest.ts';
import { findingsAcross } from './rules/run-across.ts';
import { citationsOf, type Citations } from './rules/reading/references.ts';
import { inFileOrder, runRules } from './rules/run.ts';
import { graded } from './rules/severity.ts';
import { LineIndex } from './syntax/lines.ts';
import { entryOf } from './syntax/nodes.ts';
import { parse, type SyntaxTree } from './syntax/parse.ts';
import { ASSESSMENT_KINDS, kindByName, mayBeOurs } from './recognise.ts';

import type { Template } from './templates/model.ts';
import { languageNamed, type Language } from './texts/language.ts';

export { kindByName, mayBeOurs } from './recognise.ts';

/** One version of one file, read once; every feature works from it. */
export interface Analysis {
  text: string;
  lines: LineIndex;
  tree: SyntaxTree;
  assessment: Assessment;
  context: Context;
  /** The file's own language: that of its questions and its report. What is said about it is in the context's. */
  language: Language;
  /** All findings, in the file's order; worked out when first asked for. */
  findings(): Finding[];
  /** Findings that the file suppresses with a reason. */
  suppressed(): Finding[];
  /** What the file refers to, by answer; read when first asked for, by a rule or a feature. */
  citations(): Citations[];
}

/**
 * Reads a file. Undefined when it is not an assessment: no `vurdering:` with a kind that we know, and no name that
 * tells the kind while the key is missing. `parseText` is there for tests that count.
 */
export function analyse(text: string, fileName: string, context: Context, parseText: typeof parse = parse): Analysis | undefined {
  if (!mayBeOurs(text, fileName)) return undefined;
  const tree = parseText(text);
  if (isTemplateShaped(tree)) return undefined;
  const written = entryOf(tree.root, 'vurdering')?.value;
  const named = written?.kind === 'scalar' && typeof written.value === 'string' ? written.value.trim().toLowerCase() : undefined;
  const kind = ASSESSMENT_KINDS.find((candidate) => candidate === named) ?? kindByName(fileName);
  if (!kind) return undefined;
  const known = templateFor(context.library, kind, headText(tree, 'mal'), headText(tree, 'malversjon'));
  if (!known) return undefined;
  const language = languageOf(tree, context);
  const template = templateIn(language, known, context);
  const assessment = readAssessment(tree.root, kind, template, context.library);
  const lines = new LineIndex(text);
  let result: { findings: Finding[]; suppressed: Finding[] } | undefined;
  const run = (): { findings: Finding[]; suppressed: Finding[] } => (result ??= withSurroundings(analysis, runRules({ text, tree, assessment, context })));
  const analysis: Analysis = { text, lines, tree, assessment, context, language, findings: () => run().findings, suppressed: () => run().suppressed, citations: () => citationsOf(assessment, text, context.library) };
  return analysis;
}

/** A template has `vurdering:` as well: the kind that its files are. */
function isTemplateShaped({ root }: SyntaxTree): boolean {
  return entryOf(root, 'mal') !== undefined && (entryOf(root, 'deler') !== undefined || entryOf(root, 'utvider') !== undefined);
}

function headText({ root }: SyntaxTree, key: string): string | undefined {
  const value = entryOf(root, key)?.value;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value).trim() : undefined;
}

/** What a file says of its language (`språk`), or its configuration, or bokmål. */
function languageOf({ root }: SyntaxTree, { configuration, readIn }: Context): Language {
  if (readIn) return readIn;
  const written = entryOf(root, 'språk')?.value;
  return (written?.kind === 'scalar' ? languageNamed(written.value) : undefined) ?? configuration?.language ?? 'nb';
}

/** The same template in another language; one that a municipality brings along has only its own. */
function templateIn(language: Language, template: Template, { library }: Context): Template {
  return libraryIn(library, language).templates.find(({ id, version }) => id === template.id && version === template.version) ?? template;
}

const spoken = new WeakMap<Analysis, Map<Language, Analysis>>();

/** The same version of the file with everything about it said in a language: what a report is made of. Reads nothing anew where it is so already. */
export function spokenIn(analysis: Analysis, language: Language): Analysis {
  const { text, tree, assessment: { kind }, context } = analysis;
  if (context.texts.language === language && analysis.language === language) return analysis;
  const known = spoken.get(analysis)?.get(language);
  if (known) return known;
  const { surroundings, ...alone } = context;
  // The index is told of a file's findings in the reader's language alone.
  const around = surroundings ? { surroundings: { address: surroundings.address, workspace: surroundings.workspace } } : {};
  const made = analyse(text, `x.${kind}.yaml`, { ...alone, ...around, library: libraryIn(context.library, language), texts: context.texts.in(language), readIn: language }, () => tree) ?? analysis;
  spoken.set(analysis, (spoken.get(analysis) ?? new Map<Language, Analysis>()).set(language, made));
  return made;
}

/** The same in the file's own language. */
export const inOwnLanguage = (analysis: Analysis): Analysis => spokenIn(analysis, analysis.language);

/** The file's own findings as the configuration grades them, and where its surroundings are known, those over several files. */
function withSurroundings(analysis: Analysis, own: { findings: Finding[]; suppressed: Finding[] }): { findings: Finding[]; suppressed: Finding[] } {
  const { surroundings } = analysis.context;
  const findings = graded(own.findings, analysis.assessment.status, analysis.context);
  if (!surroundings) return { findings, suppressed: own.suppressed };
  const digest = digestOf(analysis, surroundings.address);
  const more = surroundings.take?.(digest, { findings: own.findings, suppressed: own.suppressed.length }) ?? findingsAcross(digest, surroundings.workspace, analysis.context);
  return { findings: [...findings, ...more.findings].sort(inFileOrder), suppressed: [...own.suppressed, ...more.suppressed] };
}
