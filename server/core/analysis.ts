import { readAssessment } from './assessment/read.ts';
import type { Assessment } from './assessment/model.ts';
import type { Finding } from './findings.ts';
import { templateFor, type Context } from './library.ts';
import { digestOf } from './across/digest.ts';
import { findingsAcross } from './rules/run-across.ts';
import { inFileOrder, runRules } from './rules/run.ts';
import { LineIndex } from './syntax/lines.ts';
import { entryOf } from './syntax/nodes.ts';
import { parse, type SyntaxTree } from './syntax/parse.ts';
import { ASSESSMENT_KINDS, kindByName, mayBeOurs } from './recognise.ts';

export { kindByName, mayBeOurs } from './recognise.ts';

/** One version of one file, read once; every feature works from it. */
export interface Analysis {
  text: string;
  lines: LineIndex;
  tree: SyntaxTree;
  assessment: Assessment;
  context: Context;
  /** All findings, in the file's order; worked out when first asked for. */
  findings(): Finding[];
  /** Findings that the file suppresses with a reason. */
  suppressed(): Finding[];
}

/**
 * Reads a file. Undefined when it is not an assessment: no `vurdering:` with a kind that we know, and no name that
 * tells the kind while the key is missing. `parseText` is there for tests that count.
 */
export function analyse(text: string, fileName: string, context: Context, parseText: typeof parse = parse): Analysis | undefined {
  if (!mayBeOurs(text, fileName)) return undefined;
  const tree = parseText(text);
  const written = entryOf(tree.root, 'vurdering')?.value;
  const named = written?.kind === 'scalar' && typeof written.value === 'string' ? written.value.trim().toLowerCase() : undefined;
  const kind = ASSESSMENT_KINDS.find((candidate) => candidate === named) ?? kindByName(fileName);
  if (!kind) return undefined;
  const id = entryOf(tree.root, 'mal')?.value;
  const template = templateFor(context.library, kind, id?.kind === 'scalar' ? String(id.value) : undefined);
  if (!template) return undefined;
  const assessment = readAssessment(tree.root, kind, template, context.library);
  const lines = new LineIndex(text);
  let result: { findings: Finding[]; suppressed: Finding[] } | undefined;
  const run = (): { findings: Finding[]; suppressed: Finding[] } => (result ??= withSurroundings(analysis, runRules({ text, tree, assessment, context })));
  const analysis: Analysis = { text, lines, tree, assessment, context, findings: () => run().findings, suppressed: () => run().suppressed };
  return analysis;
}

/** The file's own findings, and where its surroundings are known, those over several files. */
function withSurroundings(analysis: Analysis, own: { findings: Finding[]; suppressed: Finding[] }): { findings: Finding[]; suppressed: Finding[] } {
  const { surroundings } = analysis.context;
  if (!surroundings) return own;
  const digest = digestOf(analysis, surroundings.address);
  const more = surroundings.take?.(digest, { findings: own.findings, suppressed: own.suppressed.length }) ?? findingsAcross(digest, surroundings.workspace, analysis.context);
  return { findings: [...own.findings, ...more.findings].sort(inFileOrder), suppressed: [...own.suppressed, ...more.suppressed] };
}
