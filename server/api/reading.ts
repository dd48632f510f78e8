/** Texts and files → analyses, through the very reading that the command line does. */
import path from 'node:path';
import { analyse, type Analysis } from '../core/analysis.ts';
import { nameIn } from '../core/across/addresses.ts';
import { CONFIG_NAME } from '../core/config/model.ts';
import type { Context } from '../core/library.ts';
import { plainFinding } from '../core/features/tools/plain.ts';
import { textsIn } from '../core/texts/texts.ts';
import { inOnePlace } from '../cli/compared.ts';
import { contextAt } from '../cli/configured.ts';
import type { CheckedFile } from '../cli/formats/model.ts';
import { describeProblem } from '../cli/problems.ts';
import { readAll, type Checked, type FullyRead, type ReadResult, type Within } from '../cli/read.ts';
import { contextOf } from '../cli/terminal.ts';
import { isDay } from '../lsp/today.ts';
import { readAssessmentFile } from '../workspace/assessments.ts';
import { confinedDisk } from '../workspace/confined-disk.ts';
import { DiskProblem, type Disk } from '../workspace/disk.ts';
import { nodeDisk } from '../workspace/node-disk.ts';
import { VurdertError } from './error.ts';
import type { DeclarationResult, FileResult, Files, Options, Source, SourceOptions } from './types.ts';

/** Throws a RangeError where `today` is no day. */
export function contextFor({ language = 'nb', today }: Options): Context {
  const texts = textsIn(language);
  if (today !== undefined && !isDay(today)) throw new RangeError(texts('cli.not-a-day', { valg: 'today', verdi: today }));
  return contextOf({ texts }, today);
}

/** Where texts lie that lie nowhere. */
const ROOT = path.resolve('/', 'vurdert');
const NAME = 'vurdering.yaml';

/** A file as it was read, in its surroundings. */
export interface Opened {
  analysis: Analysis;
  result: FileResult;
  /** Its address, and what was read around it. */
  address: string;
  read: FullyRead;
}

/** Reads a text or file with what is around it. Undefined where a text is no assessment; throws a VurdertError for a file that cannot be read. */
export async function opened(source: Source, options: SourceOptions): Promise<Opened | undefined> {
  const context = contextFor(options);
  // Whoever writes JavaScript may hand over anything.
  if (typeof source !== 'string' && typeof (source as Partial<typeof source> | undefined)?.path !== 'string') throw new TypeError(context.texts('cli.api.source'));
  const { at, within } = typeof source === 'string' ? inMemory(source, options) : { at: source.path, within: withinOf(options.within) };
  const disk = within?.disk ?? nodeDisk;
  if (typeof source !== 'string' && await disk.kindOf(at) === 'folder') throw new VurdertError('not-assessment', context.texts('cli.api.folder', { sti: at }), at);
  const read = await readAll([at], context, () => undefined, within);
  const [checked] = read.checked;
  if (!checked) {
    const [problem] = read.problems;
    if (typeof source === 'string' || !problem) return undefined;
    throw new VurdertError(problem.reason, describeProblem(problem, context.texts), at);
  }
  const found = await readAssessmentFile(disk, at, true);
  const { address } = checked.digest;
  const analysis = found && 'text' in found ? analyse(found.text, path.basename(at), { ...contextAt({ ...context, configs: read.configs }, address), surroundings: { address, workspace: read.workspace } }) : undefined;
  return analysis && { analysis, address, read, result: resultOf(checked, read, within) };
}

/** Two versions of an assessment, the older in the place of the newer. */
export async function openedTogether(before: Source, after: Source, options: SourceOptions): Promise<(Pick<Opened, 'result'> & { before: Analysis | undefined; after: Analysis | undefined }) | undefined> {
  const [was, is] = [await opened(before, options), await opened(after, options)];
  if (!was || !is) return (was || is) && { result: (is ?? was)!.result, before: was?.analysis, after: is?.analysis };
  const textOf = ({ analysis, address }: Opened): { text: string; name: string } => ({ text: analysis.text, name: nameIn(address) });
  return { result: is.result, ...(await inOnePlace(is.read, is.address, contextFor(options), textOf(was), textOf(is))) };
}

/** Reads many: paths of files and folders, or texts by name. */
export async function readMany(input: readonly string[] | Files, options: Options & { within?: string }): Promise<{ read: ReadResult; within: Within | undefined }> {
  const texts = isList(input) ? undefined : memory(input);
  const within = texts ?? withinOf(options.within);
  const paths = isList(input) ? input : Object.keys(input).map(placed);
  return { read: await readAll(paths, contextFor(options), () => undefined, within), within };
}
const isList = (input: readonly string[] | Files): input is readonly string[] => Array.isArray(input);

export function resultOf({ path: at, digest, findings, suppressed }: Checked, read: ReadResult, within: Within | undefined): FileResult {
  const others = (address: string): { lines: (typeof digest)['lines']; name: string } | undefined => {
    const other = read.digestAt(address);
    return other && { lines: other.lines, name: shown(read.pathOf(address), within) };
  };
  const plain = (finding: Checked['findings'][number]): ReturnType<typeof plainFinding> => plainFinding(finding, digest.lines, others);
  return {
    file: shown(at, within), kind: digest.kind, template: digest.template, status: digest.status, title: digest.title,
    findings: findings.map(plain), suppressed: suppressed.map((finding) => ({ ...plain(finding), reason: finding.reason })),
  };
}

export function declarationOf({ path: at, kind, results }: CheckedFile, within: Within | undefined): DeclarationResult {
  return { file: shown(at, within), kind: kind as DeclarationResult['kind'], findings: results.map(({ code, severity, message, at: place, start, end }) => ({ code, severity, message, at: place, start, end, related: [] })) };
}

/** A path as its reader knows it: from the folder that is the workspace, or as it was given. */
export function shown(at: string, within: Within | undefined): string {
  return (within ? path.relative(within.root, path.resolve(at)) : at).split(path.sep).join('/');
}

function withinOf(folder: string | undefined): Within | undefined {
  return folder === undefined ? undefined : { root: path.resolve(folder), disk: confinedDisk(folder) };
}

function inMemory(text: string, { fileName = NAME, files = {}, configuration }: SourceOptions): { at: string; within: Within } {
  const name = /\.ya?ml$/i.test(fileName) ? fileName : `${fileName}.yaml`;
  return { at: placed(name), within: memory({ ...files, ...(configuration === undefined ? {} : { [CONFIG_NAME]: configuration }), [name]: text }) };
}

/** Below the root, whatever is written: `..` leads nowhere. */
const placed = (name: string): string => path.join(ROOT, path.join(path.sep, name));

/** Texts as a disk. */
function memory(files: Files): Within {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [placed(name), new TextEncoder().encode(String(text))]));
  const folders = new Map<string, Map<string, 'file' | 'folder'>>([[ROOT, new Map()]]);
  for (const file of bytes.keys()) {
    for (let at = file; at !== ROOT && at !== path.dirname(at); at = path.dirname(at)) {
      const entries = folders.get(path.dirname(at)) ?? new Map<string, 'file' | 'folder'>();
      folders.set(path.dirname(at), entries.set(path.basename(at), at === file ? 'file' : 'folder'));
    }
  }
  const disk: Disk = {
    kindOf: (at) => Promise.resolve(bytes.has(path.resolve(at)) ? 'file' : folders.has(path.resolve(at)) ? 'folder' : undefined),
    list: (at) => Promise.resolve([...(folders.get(path.resolve(at)) ?? [])].map(([name, kind]) => ({ name, kind }))),
    read: (at) => {
      const found = bytes.get(path.resolve(at));
      return found ? Promise.resolve(found) : Promise.reject(new DiskProblem('missing', at));
    },
    join: nodeDisk.join,
  };
  return { root: ROOT, disk };
}
