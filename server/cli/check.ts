import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rulePage } from '../core/features/pages.ts';
import type { Context } from '../core/library.ts';
import { STATUSES } from '../core/templates/model.ts';
import { nodeDisk } from '../workspace/node-disk.ts';
import { repositoryAbove } from '../workspace/roots.ts';
import { VERSION } from '../workspace/version.ts';
import { readArguments } from './arguments.ts';
import { baselineOf, readBaseline, updated, writeBaseline, type Baseline, type KnownFinding } from './baseline.ts';
import { FORMATS, formatOf, type FormatName } from './formats/index.ts';
import { countsOf, fails, SEVERITIES, summary, type Results } from './formats/model.ts';
import { leftOut, MOST_BYTES, MOST_RESULTS } from './formats/sarif.ts';
import { writeAll } from './outputs.ts';
import { describeProblem } from './problems.ts';
import { withoutLinks } from './plain.ts';
import { watch } from './progress.ts';
import { readAll, type ReadResult } from './read.ts';
import { declarationsOf, madeOf, nameOf, type Made } from './results.ts';
import { readSelected, type Selection } from './select.ts';
import { contextOf, DAY_OPTION, dayOf, EXIT, harmless, Refusal, type Terminal } from './terminal.ts';

const OPTIONS = {
  format: { type: 'string', among: Object.keys(FORMATS) }, output: { type: 'string', short: 'o' }, root: { type: 'string' },
  staged: { type: 'boolean' }, 'changed-since': { type: 'string' }, status: { type: 'string', among: STATUSES, several: true },
  'fail-on': { type: 'string', among: [...SEVERITIES, 'none'] }, 'max-warnings': { type: 'string' },
  baseline: { type: 'string' }, 'update-baseline': { type: 'boolean' }, ...DAY_OPTION,
} as const;

/** `vurdert check [STI …]`: the findings of the files and of everything below the folders, or of what git says has changed. */
export async function check(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const paths = positionals.length ? positionals : ['.'];
  const selection = selectionOf(values);
  const mostWarnings = numberOf(values['max-warnings']);
  if (values['update-baseline'] && values.baseline === undefined) throw new Refusal('cli.baseline.needs-file');
  const before = values.baseline === undefined ? undefined : await readBaseline(values.baseline);
  if (values.baseline !== undefined && !before && !values['update-baseline']) throw new Refusal('cli.baseline.missing', { sti: values.baseline });

  const context: Context = contextOf(terminal, dayOf(values));
  const { progress, done } = watch(terminal);
  const read = await (selection ? readSelected(selection, paths, context, progress) : readAll(paths, context, progress)).finally(done);
  const { checked } = read;
  const root = await rootOf(values.root, read, paths[0]!);
  const declared = await declarationsOf(read, context, root);
  const { problems } = declared;
  if (!selection && !checked.length && !problems.length && !declared.named.length && !declared.files.length && !read.own?.length) throw new Refusal('cli.no-assessments', { stier: paths.join(', ') });

  const made = checked.map((each) => madeOf(each, read, root)).filter(({ file }) => !values.status || values.status.includes(file.status));
  const sources = checked.map((each) => each.path);
  const baseline = values['update-baseline'] ? await update(values.baseline!, before, made, root, sources, terminal) : before;
  const results: Results = {
    version: VERSION, texts: terminal.texts, hasBaseline: baseline !== undefined, failOn: failOnOf(values['fail-on']),
    ruleOf: (code) => [context.library, ...read.configs.all().map((state) => state.library)].flatMap(({ rules }) => rules.find((rule) => rule.code === code) ?? [])[0], pageOf: (code) => withoutLinks(rulePage(context, code) ?? ''),
    files: [...declared.files, ...made.map(({ file }) => file)].map((file) => (baseline ? compared(file, baseline) : file)),
    problems: problems.map((problem) => ({ file: nameOf(problem.path, root), reason: problem.reason, message: describeProblem(problem, terminal.texts) })),
  };

  const output = values.output === '-' ? undefined : values.output;
  const isEmpty = selection !== undefined && !checked.length && !problems.length;
  await write(results, (values.format as FormatName | undefined) ?? formatOf(output), output, isEmpty, sources, terminal);
  for (const { message } of results.problems) terminal.error(`${harmless(message)}\n`);
  if (problems.length) return EXIT.failed;
  const { warning } = countsOf(results);
  const isOver = mostWarnings !== undefined && warning > mostWarnings;
  if (isOver) terminal.error(`${terminal.texts(warning === 1 ? 'cli.max-warnings.one' : 'cli.max-warnings', { n: warning, mest: mostWarnings })}\n`);
  return isOver || results.files.some((file) => file.results.some(({ severity }) => fails(results, severity))) ? EXIT.findings : EXIT.clean;
}

function selectionOf({ staged, 'changed-since': since }: { staged?: boolean; 'changed-since'?: string }): Selection | undefined {
  if (staged && since !== undefined) throw new Refusal('cli.one-selection');
  return staged ? { staged } : since === undefined ? undefined : { since };
}

function numberOf(given: string | undefined): number | undefined {
  if (given !== undefined && !/^\d{1,9}$/.test(given)) throw new Refusal('cli.max-warnings.number', { verdi: given });
  return given === undefined ? undefined : Number(given);
}

const failOnOf = (given: string | undefined): Results['failOn'] => (given === 'none' ? undefined : (SEVERITIES.find((severity) => severity === given) ?? 'error'));

/** The folder that paths for others are told from: as asked for, where git's files begin, or where the process stands. */
async function rootOf(given: string | undefined, read: ReadResult & { root?: string }, first: string): Promise<string> {
  if (given === undefined) return read.root ?? (await repositoryAbove(nodeDisk, path.resolve(first))) ?? path.resolve('.');
  if ((await nodeDisk.kindOf(given).catch(() => undefined)) !== 'folder') throw new Refusal('cli.root', { sti: given });
  return path.resolve(given);
}

function compared(file: Made['file'], baseline: Baseline): Made['file'] {
  const known = file.results.filter(({ fingerprint }) => baseline.has(fingerprint));
  return { ...file, known, results: file.results.filter(({ fingerprint }) => !baseline.has(fingerprint)) };
}

/** Writes the baseline anew. What stood of files that were not looked at stays for as long as they are there. */
async function update(file: string, before: Baseline | undefined, made: readonly Made[], root: string, sources: readonly string[], terminal: Terminal): Promise<Baseline> {
  const looked = new Set(made.map((each) => each.file.fromRoot));
  const others = [...new Set(before?.findings.map(({ fil }) => fil))].filter((each) => !looked.has(each));
  const there = new Set((await Promise.all(others.map(async (each) => ((await nodeDisk.kindOf(path.join(root, each)).catch(() => undefined)) === 'file' ? [each] : [])))).flat());
  const now = made.flatMap(({ file: { fromRoot, results }, places }) => results.map((result): KnownFinding => ({ fil: fromRoot, kode: result.code, på: places.get(result)!, id: result.fingerprint })));
  const { findings, added, gone } = updated(before, now, (each) => there.has(each));
  await writeBaseline(file, findings, sources);
  terminal.error(`${terminal.texts('cli.baseline.written', { sti: file, n: findings.length, nye: added, borte: gone })}\n`);
  return baselineOf(findings);
}

async function write(results: Results, format: FormatName, output: string | undefined, isEmpty: boolean, sources: readonly string[], terminal: Terminal): Promise<void> {
  const text = isEmpty && format === 'pretty' ? `${terminal.texts('cli.none-changed')}\n` : FORMATS[format](results, output === undefined ? terminal : { colour: false, width: undefined });
  if (output === undefined) terminal.out(text);
  else {
    await writeAll([{ path: output, content: text }], { force: true, makeFolders: false, sources });
    terminal.error(`${summary(results)} ${terminal.texts('cli.written.findings', { sti: output })}\n`);
  }
  if (format !== 'sarif') return;
  const left = leftOut(results);
  if (left) terminal.error(`${terminal.texts('cli.sarif.cut', { n: left, mest: MOST_RESULTS })}\n`);
  if (text.length > MOST_BYTES && gzipSync(text).length > MOST_BYTES) terminal.error(`${terminal.texts('cli.sarif.large', { mb: MOST_BYTES / 1024 / 1024 })}\n`);
}
