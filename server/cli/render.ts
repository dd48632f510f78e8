import path from 'node:path';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Beside, Edition } from '../core/report/index.ts';
import { isYaml, readAssessmentFile, type Problem } from '../workspace/assessments.ts';
import { historyOf } from '../workspace/git.ts';
import { nodeDisk } from '../workspace/node-disk.ts';
import { printPdf } from '../workspace/pdf/index.ts';
import type { Context } from '../core/library.ts';
import { readArguments } from './arguments.ts';
import { contextAt } from './configured.ts';
import { commonFolder, formatByName, refuseExisting, writeAll, type Output } from './outputs.ts';
import { describeProblem } from './problems.ts';
import { readAll } from './read.ts';
import { contextOf, DAY_OPTION, dayOf, EXIT, Refusal, type Terminal } from './terminal.ts';

type Report = typeof import('../core/report/index.ts');
type Format = 'html' | 'md' | 'docx' | 'pdf' | 'csv' | 'json';
const ENDINGS = { html: 'html', md: 'md', docx: 'docx', pdf: 'pdf', csv: 'csv', json: 'json' } as const;
const FORMATS: { [name: string]: Format } = { ...ENDINGS, markdown: 'md', word: 'docx' };
const EDITIONS: { [name: string]: Edition } = { internal: 'internal', public: 'public', intern: 'internal', offentlig: 'public' };
const READABLE: readonly Format[] = ['html', 'md', 'json'];

/** `vurdert render [STI …] [--format …] [--edition …] [-o FIL | --output-dir MAPPE]`: the reports of assessments. */
export async function render(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', among: Object.keys(FORMATS) }, edition: { type: 'string', among: Object.keys(EDITIONS) },
    output: { type: 'string', short: 'o' }, 'output-dir': { type: 'string' }, force: { type: 'boolean' }, history: { type: 'boolean' }, ...DAY_OPTION,
  });
  const paths = positionals.length ? positionals : ['.'];
  const output = values.output === '-' ? undefined : values.output;
  const folder = values['output-dir'];
  if (output !== undefined && folder !== undefined) throw new Refusal('cli.render.one-place');
  const format = values.format === undefined ? ((await formatByName<Format>(output, ENDINGS)) ?? 'html') : FORMATS[values.format]!;
  const edition = EDITIONS[values.edition ?? 'internal']!;
  if (output === undefined && folder === undefined && !READABLE.includes(format)) throw new Refusal('cli.render.needs-file', { format });

  const { read, problems } = await analysed(paths, contextOf(terminal, dayOf(values)));
  for (const problem of problems) terminal.error(`${describeProblem(problem, terminal.texts)}\n`);
  if (!read.length && !problems.length) throw new Refusal('cli.no-assessments', { stier: paths.join(', ') });
  if (folder === undefined && read.length > 1) throw new Refusal(output === undefined ? 'cli.render.several-out' : 'cli.render.several', { n: read.length });
  if (read.length) {
    // The report brings its own libraries along: the other commands start without them.
    const report = await import('../core/report/index.ts');
    const job: Job = { report, format, edition, force: values.force === true, withHistory: values.history === true, sources: read.map((each) => each.path) };
    if (folder !== undefined) await renderFolder(read, await baseOf(paths), folder, job, terminal);
    else await renderOne(read[0]!, output, job, terminal);
  }
  return problems.length ? EXIT.failed : EXIT.clean;
}

interface Together {
  path: string;
  address: string;
  analysis: Analysis;
}

/**
 * The assessments that are asked for, each in its surroundings: what is rendered with it, what that links to, and what
 * lies beside a file that is named alone, so that its process is not shown without the steps that others hold.
 */
async function analysed(paths: readonly string[], context: Context): Promise<{ read: Together[]; problems: Problem[] }> {
  const asked = paths.map((each) => path.resolve(each));
  const isAsked = (file: string): boolean => asked.some((each) => path.resolve(file) === each || path.resolve(file).startsWith(each + path.sep));
  const beside = (await Promise.all(paths.map(neighbours))).flat().filter((each) => !isAsked(each));
  const isBeside = new Set(beside);
  const { checked, problems, workspace, configs } = await readAll([...paths, ...beside], context, () => undefined);
  const read: Together[] = [];
  for (const { path: file, digest: { address } } of checked) {
    if (isBeside.has(file)) continue;
    const found = await readAssessmentFile(nodeDisk, file, true);
    const analysis = found && 'text' in found ? analyse(found.text, path.basename(file), { ...contextAt({ ...context, configs }, address), surroundings: { address, workspace } }) : undefined;
    if (analysis) read.push({ path: file, address, analysis });
  }
  return { read, problems: problems.filter((problem) => !isBeside.has(problem.path)) };
}

/** The YAML files in the folder of a file; none of a folder's, which is read whole. */
async function neighbours(file: string): Promise<string[]> {
  if ((await nodeDisk.kindOf(file).catch(() => undefined)) !== 'file') return [];
  const folder = path.dirname(file);
  const entries = await nodeDisk.list(folder).catch(() => []);
  return entries.filter(({ kind, name }) => kind === 'file' && isYaml(name)).map(({ name }) => nodeDisk.join(folder, name)).sort();
}

interface Job {
  report: Report;
  format: Format;
  edition: Edition;
  force: boolean;
  /** Whether what git knows of the file is told. */
  withHistory: boolean;
  sources: readonly string[];
}

async function renderOne(one: Together, output: string | undefined, job: Job, terminal: Terminal): Promise<void> {
  if (output === undefined) {
    const [{ content }] = (await made(one, '', job)) as [Output];
    return terminal.out(String(content));
  }
  const targets = targetsOf(output, job.format);
  if (job.format === 'pdf' && !job.force) await refuseExisting(targets);
  await writeAll(await made(one, output, job), { force: job.force || job.format === 'pdf', makeFolders: false, sources: job.sources });
  for (const each of targets) terminal.error(`${terminal.texts('cli.written', { sti: each })}\n`);
}

/** A report for each, in the same tree, and the front page that leads to them. */
async function renderFolder(read: readonly Together[], base: string, folder: string, job: Job, terminal: Terminal): Promise<void> {
  const taken = new Set(['index.html']);
  const jobs = read.map((one) => {
    const report = `${path.relative(base, path.resolve(one.path)).replace(/\.ya?ml$/i, '')}.${job.format}`;
    const name = report.toLowerCase();
    if (taken.has(name)) throw new Refusal('cli.render.same-name', { sti: report });
    taken.add(name);
    return { one, report, target: path.join(folder, report) };
  });
  if (job.format === 'pdf' && !job.force) await refuseExisting(jobs.map(({ target }) => target));
  const outputs: Output[] = [];
  const reports = new Map(jobs.map(({ one, report }) => [one.address, inSteps(report)]));
  for (const { one, report, target } of jobs) outputs.push(...(await made(one, target, job, besideOf(inSteps(report), reports, job))));
  const entries = jobs.map(({ one, report: name }) => {
    const [report, plan] = targetsOf(name, job.format).map(inSteps);
    return { analysis: shownOf(one, job), report: report!, plan };
  });
  outputs.push({ path: path.join(folder, 'index.html'), content: `${job.report.renderSite(entries, job.edition)}\n` });
  await writeAll(outputs, { force: job.force || job.format === 'pdf', makeFolders: true, sources: job.sources });
  terminal.error(`${terminal.texts(read.length === 1 ? 'cli.render.written-many.one' : 'cli.render.written-many', { n: read.length, sti: folder })}\n`);
}

const inSteps = (file: string): string => file.split(path.sep).join('/');

/** The ways from one report of a folder to the others; `reports`: where each lies in the folder, by its assessment's address. */
function besideOf(from: string, reports: ReadonlyMap<string, string>, { report: { wayOf } }: Job): Beside {
  const way = (to: string): string => wayOf(path.posix.relative(path.posix.dirname(from), to));
  return {
    home: way('index.html'),
    reportOf(address) {
      const report = reports.get(address);
      return report === undefined || report === from ? undefined : way(report);
    },
  };
}

async function baseOf(paths: readonly string[]): Promise<string> {
  const folders = await Promise.all(paths.map(async (each) => ((await nodeDisk.kindOf(each).catch(() => undefined)) === 'folder' ? each : path.dirname(each))));
  return commonFolder(folders);
}

/** The files of a report: CSV is two, named by what they hold. */
function targetsOf(output: string, format: Format): string[] {
  if (format !== 'csv') return [output];
  const stem = output.replace(/\.csv$/i, '');
  return [`${stem}.risikoer.csv`, `${stem}.handlingsplan.csv`];
}

function shownOf({ analysis, path: file }: Together, { report, edition }: Job): Together['analysis'] {
  const shown = report.editionOf(analysis, edition);
  if (!shown) throw new Refusal('export.unreadable', { sti: file });
  return shown;
}

/** `beside`: for formats that are read in a browser, the reports that it lies among. */
async function made(one: Together, output: string, job: Job, beside?: Beside): Promise<Output[]> {
  const { report, format, edition } = job;
  const shown = shownOf(one, job);
  const targets = targetsOf(output, format);
  const history = job.withHistory ? await historyOf(one.path) : undefined;
  const as = (...contents: Output['content'][]): Output[] => contents.map((content, i) => ({ path: targets[i]!, content }));
  switch (format) {
    case 'html': return as(`${report.renderReport(one.analysis, { format: 'html', edition, history, beside })}\n`);
    case 'md': return as(report.renderReport(one.analysis, { format: 'markdown', edition, history, beside }));
    case 'json': return as(`${JSON.stringify(report.assessmentJson(shown, edition), undefined, 2)}\n`);
    case 'csv': return as(report.risksCsv(shown), report.actionsCsv(shown));
    case 'docx': return as((await report.renderWord(one.analysis, { edition, history }))!);
    case 'pdf': return as(await printPdf((pages) => report.renderReport(one.analysis, { format: 'html', edition, history, ...(pages ? { pages } : {}) })));
  }
}
