/** Where reports are written, and that nothing is written over unasked. */
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mayBeOurs } from '../core/analysis.ts';
import { isConfiguration, ownKindByName } from '../core/recognise.ts';
import { isYaml } from '../workspace/assessments.ts';
import { Refusal } from './terminal.ts';

export interface Output {
  path: string;
  content: string | Uint8Array;
}

/** More names than this are counted. */
const NAMED = 5;

/**
 * Writes files; those with the very same bytes are left alone. Throws a Refusal, before anything is written, where one is
 * a source (an assessment, a configuration, a template or a rule), which not even `force` writes over, or is there already.
 */
export async function writeAll(outputs: readonly Output[], { force, makeFolders, sources }: { force: boolean; makeFolders: boolean; sources: readonly string[] }): Promise<void> {
  const own = new Set(sources.map((each) => path.resolve(each)));
  for (const output of outputs) if (own.has(path.resolve(output.path))) throw new Refusal('cli.render.source', { sti: output.path });
  for (const output of outputs) if (await isDeclaration(output.path)) throw new Refusal('cli.output.source', { sti: output.path });
  const fresh: Output[] = [];
  const taken: string[] = [];
  for (const output of outputs) {
    const there = await readFile(output.path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : Promise.reject(notWritten(output.path, error))));
    if (there && isYaml(output.path)) refuseSource(output.path, there.toString('utf8'));
    if (there?.equals(Buffer.from(output.content as string))) continue;
    if (there && !force) taken.push(output.path);
    fresh.push(output);
  }
  refuseTaken(taken);
  for (const { path: target, content } of fresh) {
    try {
      if (makeFolders) await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    } catch (error) {
      throw notWritten(target, error as NodeJS.ErrnoException);
    }
  }
}

/**
 * The format that a file's name asks for; undefined for a name without an ending. Throws a Refusal for an ending that is no
 * format's: what is called `.odt` must not hold HTML.
 */
export async function formatByName<Format>(output: string | undefined, formats: { readonly [ending: string]: Format }): Promise<Format | undefined> {
  const ending = path.extname(output ?? '').slice(1).toLowerCase();
  if (!ending) return undefined;
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  // Of a source that is there, `writeAll` says what it is.
  if (format === undefined && isYaml(output!) && (await stat(output!).catch(() => undefined))) return undefined;
  if (format === undefined) throw new Refusal('cli.output.format', { sti: output!, lovlige: Object.keys(formats).map((each) => `.${each}`).join(', ') });
  return format;
}

/** Before anything that takes time, and whose bytes are never the same twice (PDF). */
export async function refuseExisting(paths: readonly string[]): Promise<void> {
  const there = await Promise.all(paths.map(async (each) => ((await stat(each).catch(() => undefined)) ? [each] : [])));
  refuseTaken(there.flat());
}

/** A configuration, template or rule by its name, or a link to one; also where it is not there yet. */
async function isDeclaration(target: string): Promise<boolean> {
  const names = [target, await realpath(target).catch(() => target)].map((each) => path.basename(each).toLowerCase());
  return names.some((name) => isConfiguration(name) || ownKindByName(name) !== undefined);
}

/** By what a YAML file says: one that the command did not read, or a template or rule under a name of its own. */
function refuseSource(target: string, text: string): void {
  if (mayBeOurs(text, path.basename(target))) throw new Refusal('cli.render.source', { sti: target });
  if (/^\uFEFF?['"]?(?:mal|kode)['"]?[ \t]*:/m.test(text)) throw new Refusal('cli.output.source', { sti: target });
}

function refuseTaken(taken: readonly string[]): void {
  if (!taken.length) return;
  const named = taken.slice(0, NAMED).map((each) => `«${each}»`).join(', ');
  throw new Refusal(taken.length > NAMED ? 'cli.render.exists-more' : 'cli.render.exists', { filer: named, n: taken.length - NAMED });
}

const notWritten = (target: string, error: NodeJS.ErrnoException): Refusal => new Refusal('cli.not-written', { sti: target, kode: String(error.code) });

/** The folder that all paths lie in; for a folder that was named, that folder. */
export function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((each) => path.resolve(each).split(path.sep));
  let length = first.length;
  for (const steps of others) {
    let same = 0;
    while (same < length && steps[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length).join(path.sep) || path.sep;
}
