/**
 * Vurdert for other programs: reads privacy assessments written as YAML, reports findings, renders reports. The same
 * engine as the editor's and `vurdert check`. It only reads: no function writes a file, and none uses the network.
 *
 * Nothing here says that a processing is lawful; that is for people to decide.
 */
import path from 'node:path';
import { lookUp as lookUpIn } from '../core/features/look-up.ts';
import { sayPage } from '../core/features/tools/say.ts';
import { missingIn } from '../core/features/tools/missing.ts';
import { describeProblem } from '../cli/problems.ts';
import { declarationsOf } from '../cli/results.ts';
import { VERSION } from '../workspace/version.ts';
import { contextFor, declarationOf, opened, openedTogether, readMany, resultOf, shown } from './reading.ts';
import type { CheckResult, Difference, DiffOptions, FileResult, Files, LookedUp, Missing, Options, RenderOptions, Source, SourceOptions } from './types.ts';

export { VurdertError } from './error.ts';
export type * from './types.ts';

/** The version of the package. */
export const version: string = VERSION;

/**
 * Finds what is wrong in one assessment.
 *
 * @param source its YAML, or `{ path }`
 * @returns undefined where a text is no assessment
 * @throws VurdertError where a file cannot be read or is no assessment
 */
export async function check(source: Source, options: SourceOptions = {}): Promise<FileResult | undefined> {
  return (await opened(source, options))?.result;
}

/**
 * Finds what is wrong in many, alone and together: links that lead nowhere, rows that are out of date. And, as
 * `vurdert check` does, in the configurations, own templates and own rules that hold for them or are among them.
 *
 * @param files paths of files and folders on the disk, or texts by path
 * @param options `within`: a folder that nothing outside of is read
 */
export async function checkFiles(files: readonly string[] | Files, options: Options & { within?: string } = {}): Promise<CheckResult> {
  const { read, within } = await readMany(files, options);
  const context = contextFor(options);
  const declared = await declarationsOf(read, context, within?.root ?? path.resolve('.'), within?.disk);
  return {
    files: read.checked.map((each) => resultOf(each, read, within)),
    declarations: declared.files.map((each) => declarationOf(each, within)),
    problems: declared.problems.map((problem) => ({ file: shown(problem.path, within), reason: problem.reason, message: describeProblem({ ...problem, path: shown(problem.path, within) }, context.texts) })),
  };
}

/**
 * Renders the report: HTML, Markdown, JSON (schemas/rapport.schema.json) or Word.
 *
 * @returns undefined where a text is no assessment, or where no public edition can be made of it
 * @throws VurdertError where a file cannot be read or is no assessment
 */
export function render(source: Source, options: RenderOptions & { format: 'docx' }): Promise<Uint8Array | undefined>;
export function render(source: Source, options?: RenderOptions & { format?: 'html' | 'markdown' | 'json' }): Promise<string | undefined>;
export async function render(source: Source, options: RenderOptions = {}): Promise<string | Uint8Array | undefined> {
  const { format = 'html', edition = 'internal' } = options;
  const { analysis } = (await opened(source, options)) ?? {};
  if (!analysis) return undefined;
  const report = await import('../core/report/index.ts');
  const edited = report.editionOf(analysis, edition);
  if (!edited) return undefined;
  if (format === 'docx') return report.renderWord(analysis, { edition });
  if (format === 'json') return `${JSON.stringify(report.assessmentJson(edited, edition), undefined, 2)}\n`;
  return report.renderReport(analysis, { format, edition });
}

/**
 * Compares two versions of an assessment as their reports read, not as YAML. The older one is read in the place of the
 * newer, so that what is around it and its links are the same for both.
 *
 * @returns undefined where neither is an assessment
 * @throws VurdertError where a file cannot be read or is no assessment
 */
export async function diff(before: Source, after: Source, options: DiffOptions = {}): Promise<Difference | undefined> {
  const { format = 'markdown', edition = 'internal', labels = { before: 'før', after: 'nå' } } = options;
  const found = await openedTogether(before, after, options);
  if (!found) return undefined;
  const { renderDifferences } = await import('../core/diff/index.ts');
  return renderDifferences([{ name: found.result.file, before: found.before, after: found.after }], { format, edition, labels, texts: contextFor(options).texts });
}

/**
 * Lists what an assessment has not answered, by section.
 *
 * @returns undefined where a text is no assessment
 * @throws VurdertError where a file cannot be read or is no assessment
 */
export async function missing(source: Source, options: SourceOptions = {}): Promise<Missing | undefined> {
  const found = await opened(source, options);
  return found && { file: found.result.file, ...missingIn(found.analysis) };
}

/**
 * Looks something up: a rule's code (`ja-utloser-dpia`), an article or act («art. 35 nr. 1»), a question (`A.1`,
 * `plattform/A.1`), a term. What is quoted is quoted word for word, with its source.
 *
 * @returns the page as Markdown, or the names that come nearest
 */
export async function lookUp(what: string, options: Options = {}): Promise<LookedUp> {
  const found = lookUpIn(contextFor(options), what);
  return 'markdown' in found ? { markdown: sayPage(found.markdown) } : found;
}
