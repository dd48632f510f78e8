import path from 'node:path';
import { analyse, type Analysis } from '../core/analysis.ts';
import { nameIn } from '../core/across/addresses.ts';
import type { Context } from '../core/library.ts';
import type { Versions } from '../core/diff/index.ts';
import type { Edition } from '../core/report/edition.ts';
import { decode, isYaml, readAssessmentFile } from '../workspace/assessments.ts';
import type { Configurations } from '../workspace/config.ts';
import { bytesAt, changedFiles, forkOf, GitProblem, pathInRepository, repositoryOf, revisionOf, type ChangedFile, type Repository, type Revision } from '../workspace/git.ts';
import { addressOfPath, nodeDisk } from '../workspace/node-disk.ts';
import { readArguments } from './arguments.ts';
import { configured, contextAt, type Reading } from './configured.ts';
import { writeAll } from './outputs.ts';
import { rootsOf } from './read.ts';
import { contextOf, EXIT, harmless, Refusal, type Terminal } from './terminal.ts';

const FORMATS = { md: 'markdown', markdown: 'markdown', html: 'html', json: 'json' } as const;
const EDITIONS: { [name: string]: Edition } = { internal: 'internal', public: 'public', intern: 'internal', offentlig: 'public' };

interface Compared {
  files: Versions[];
  labels: { before: string; after: string };
  /** Files that may not be written over. */
  sources: string[];
}

/** `vurdert diff [A B | STI …] [--rev …] [--format …] [--edition …] [-o FIL] [--exit-code] [--max-length N]`: what changed in assessments. */
export async function diff(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    rev: { type: 'string' }, format: { type: 'string', among: Object.keys(FORMATS) }, edition: { type: 'string', among: Object.keys(EDITIONS) },
    output: { type: 'string', short: 'o' }, force: { type: 'boolean' }, 'exit-code': { type: 'boolean' }, 'max-length': { type: 'string' },
  });
  const output = values.output === '-' ? undefined : values.output;
  const format = FORMATS[(values.format ?? (output && path.extname(output).slice(1).toLowerCase()) ?? 'md') as keyof typeof FORMATS] ?? 'markdown';
  const limit = values['max-length'] === undefined ? undefined : Number(values['max-length']);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1000)) throw new Refusal('cli.diff.max-length', { verdi: values['max-length']! });
  const { files, labels, sources } = await compared(positionals, values.rev, contextOf(terminal));
  // The report brings its own libraries along: the other commands start without them.
  const { renderDifferences } = await import('../core/diff/index.ts');
  const { text, same } = renderDifferences(files, { format, edition: EDITIONS[values.edition ?? 'internal']!, labels, texts: terminal.texts, limit });
  const content = text.endsWith('\n') ? text : `${text}\n`;
  if (output === undefined) terminal.out(content);
  else {
    await writeAll([{ path: output, content }], { force: values.force === true, makeFolders: false, sources });
    terminal.error(`${terminal.texts('cli.written', { sti: output })}\n`);
  }
  return values['exit-code'] && !same ? EXIT.findings : EXIT.clean;
}

async function compared(positionals: readonly string[], rev: string | undefined, context: Context): Promise<Compared> {
  try {
    if (rev === undefined && positionals.length === 2) return await twoFiles(positionals[0]!, positionals[1]!, context);
    if (rev === undefined && positionals.length > 2) throw new Refusal('cli.diff.too-many');
    return await twoRevisions(positionals.length ? positionals : ['.'], rev ?? 'HEAD', context);
  } catch (error) {
    throw error instanceof GitProblem ? new Refusal(`cli.diff.git.${error.reason}`, { detalj: harmless(error.detail) }) : error;
  }
}

interface Side {
  label: string;
  name: string;
  analysis: Analysis | undefined;
  source: string[];
}

/** Two files, each read as its own configuration says. */
async function twoFiles(a: string, b: string, plain: Context): Promise<Compared> {
  const folders = [a, b].map((each) => path.dirname(path.resolve(each)));
  const context = configured(plain, nodeDisk, [...folders, ...(await rootsOf(['.', a, b])).values()]);
  const [before, after] = [await sideOf(a, context), await sideOf(b, context)];
  if (!before.analysis && !after.analysis) throw new Refusal('cli.diff.both-missing', { sti: b });
  return { files: [{ name: after.name, before: before.analysis, after: after.analysis }], labels: { before: before.label, after: after.label }, sources: [...before.source, ...after.source] };
}

/** A file, or `REV:path`. A file that is there goes before: names may hold a colon. */
async function sideOf(given: string, context: Reading): Promise<Side> {
  const kind = await nodeDisk.kindOf(given);
  const [, rev, file] = /^([^:]{2,}):(.+)$/.exec(given) ?? [];
  if (kind === undefined && rev !== undefined && file !== undefined) {
    const repository = await repositoryOf('.');
    const inside = await pathInRepository(repository, /^\.{1,2}\//.test(file) ? file : path.join(repository.root, file));
    const revision = await revisionOf(repository, rev);
    return { label: given, name: inside, analysis: await committed(repository, revision, inside, true, context), source: [] };
  }
  if (kind === 'folder') throw new Refusal('cli.diff.folder', { sti: given });
  return { label: given, name: given, analysis: await onDisk(given, context), source: [given] };
}

async function onDisk(file: string, context: Reading): Promise<Analysis> {
  const found = await readAssessmentFile(nodeDisk, file, true);
  if (found && 'problem' in found) throw new Refusal(`cli.problem.${found.problem.reason}`, { sti: harmless(file), kode: found.problem.detail ? ` (${found.problem.detail})` : '' });
  const analysis = found && (await read(found.text, file, context));
  if (!analysis) throw new Refusal('cli.problem.not-assessment', { sti: file, kode: '' });
  return analysis;
}

/** Reads a version of the file at a path, with the configuration that holds there now. */
async function read(text: string, file: string, context: Reading): Promise<Analysis | undefined> {
  const address = addressOfPath(file);
  await context.configs?.ready(address);
  return analyse(text, nameIn(address), contextAt(context, address));
}

/** Undefined where there was no such file, or, unless it was `named`, where it was no assessment. */
async function committed(repository: Repository, revision: Revision, file: string, named: boolean, context: Reading): Promise<Analysis | undefined> {
  const bytes = await bytesAt(repository, revision, file);
  if (!bytes) return undefined;
  const text = decode(bytes);
  const analysis = text === undefined ? undefined : await read(text, path.join(repository.root, file), context);
  if (!analysis && named) throw new Refusal(text === undefined ? 'cli.problem.not-utf8' : 'cli.problem.not-assessment', { sti: file, kode: '' });
  return analysis;
}

async function twoRevisions(paths: readonly string[], rev: string, plain: Context): Promise<Compared> {
  const folder = await folderOf(paths[0]!);
  const repository = await repositoryOf(folder);
  const context = configured(plain, nodeDisk, [repository.root]);
  const [, first = '', dots, second = ''] = /^(.*?)(?:(\.{2,3})(.*))?$/.exec(rev) ?? [];
  const to = dots ? await revisionOf(repository, second || 'HEAD') : undefined;
  let from = await revisionOf(repository, first || (dots ? 'HEAD' : ''));
  if (dots === '...' && to) {
    const fork = await forkOf(repository, from, to);
    if (fork === undefined) throw new Refusal('cli.diff.git.no-fork', { fra: first || 'HEAD', til: second || 'HEAD' });
    from = await revisionOf(repository, fork);
  }
  const inside = await Promise.all(paths.map((each) => pathInRepository(repository, each)));
  const isAsked = (file: string | undefined): boolean => file !== undefined && inside.some((each) => each === '' || file === each || file.startsWith(`${each}/`));
  const changed = (await changedFiles(repository, from, to, [])).filter(({ before, after }) => isAsked(after) || isAsked(before));
  const isFile = isYaml(inside[0]!);
  // A file that is asked for by name is shown as unchanged, not passed over.
  if (paths.length === 1 && isFile && !changed.length) changed.push({ before: inside[0]!, after: inside[0]! });
  const files: Versions[] = [];
  for (const each of changed) {
    const versions = await versionsOf(repository, from, to, each, isFile, context);
    if (versions) files.push(versions);
  }
  if (!files.length && paths.length === 1 && isFile) throw new Refusal('cli.diff.both-missing', { sti: paths[0]! });
  const label = ({ short, date }: Revision, name: string): string => (name && !name.startsWith(short) ? `${name} (${short}, ${date})` : `${short} (${date})`);
  return {
    files, sources: changed.flatMap(({ after }) => (after === undefined || to ? [] : [path.join(repository.root, after)])),
    labels: { before: label(from, dots === '...' ? '' : first || 'HEAD'), after: to ? label(to, second || 'HEAD') : context.texts('diff.working') },
  };
}

/** Undefined for what is no assessment in either version. */
async function versionsOf(repository: Repository, from: Revision, to: Revision | undefined, { before, after }: ChangedFile, named: boolean, context: Reading & { configs: Configurations }): Promise<Versions | undefined> {
  const name = after ?? before!;
  const isSkipped = /(?:^|\/)(?:node_modules|\.[^/]*)\//.test(name);
  if (!isYaml(name) || (isSkipped && !named)) return undefined;
  const address = addressOfPath(path.join(repository.root, name));
  await context.configs.ready(address);
  if (!named && !context.configs.includes(address)) return undefined;
  const was = before !== undefined && isYaml(before) ? await committed(repository, from, before, false, context) : undefined;
  const is = after === undefined ? undefined : to ? await committed(repository, to, after, false, context) : await working(repository, after, context);
  return was || is ? { name, before: was, after: is } : undefined;
}

/** A file as it lies on disk; one that leads elsewhere is not the one that git knows. */
async function working(repository: Repository, file: string, context: Reading): Promise<Analysis | undefined> {
  const at = path.join(repository.root, file);
  if ((await nodeDisk.kindOf(at)) !== 'file' || (await pathInRepository(repository, at).catch(() => undefined)) !== file) return undefined;
  const found = await readAssessmentFile(nodeDisk, at, false);
  return found && 'text' in found ? read(found.text, at, context) : undefined;
}

/** The nearest folder that is there. */
async function folderOf(at: string): Promise<string> {
  for (let each = path.resolve(at); ; each = path.dirname(each)) if ((await nodeDisk.kindOf(each)) === 'folder' || path.dirname(each) === each) return each;
}
