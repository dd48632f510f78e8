/** `vurdert diff A B`: two files, or what a file was. */
import path from 'node:path';
import type { Context } from '../core/library.ts';
import { decode, readAssessmentFile } from '../workspace/assessments.ts';
import { bytesAt, pathInRepository, repositoryOf, revisionOf } from '../workspace/git.ts';
import { revisionDisk } from '../workspace/git-disk.ts';
import { addressOfPath, nodeDisk } from '../workspace/node-disk.ts';
import { inOnePlace, type Compared } from './compared.ts';
import { readAll, type Within } from './read.ts';
import { harmless, Refusal } from './terminal.ts';

interface Given {
  label: string;
  /** What the file is called in what is written. */
  name: string;
  path: string;
  /** Undefined where there was no such file. */
  text: string | undefined;
  /** Of a revision: what it held besides. */
  within?: Within;
}

/**
 * The newer one in its workspace, and the older one as if it had stood there in its place, so that its links lead where
 * they did; where there is no newer one, the older one in its own. Both are read as the configuration there says.
 */
export async function twoFiles(a: string, b: string, plain: Context): Promise<Compared> {
  const [older, newer] = [await fileOf(a), await fileOf(b)];
  const home = newer.text === undefined ? older : newer;
  if (home.text === undefined) throw new Refusal('cli.diff.both-missing', { sti: b });
  const read = await readAll([home.path], plain, () => undefined, home.within);
  const textOf = ({ text, path: at }: Given): { text: string; name: string } | undefined => (text === undefined ? undefined : { text, name: path.basename(at) });
  const { before, after } = await inOnePlace(read, addressOfPath(home.path), plain, textOf(older), textOf(newer));
  for (const [file, analysis] of [[older, before], [newer, after]] as const) if (file.text !== undefined && !analysis) throw new Refusal('cli.problem.not-assessment', { sti: file.name, kode: '' });
  return { files: [{ name: newer.name, before, after }], labels: { before: older.label, after: newer.label }, sources: [older, newer].flatMap((each) => (each.within ? [] : [each.path])) };
}

/** A file, or `REV:path`. A file that is there goes before: names may hold a colon. */
async function fileOf(given: string): Promise<Given> {
  const kind = await nodeDisk.kindOf(given);
  const [, rev, file] = /^([^:]{2,}):(.+)$/.exec(given) ?? [];
  if (kind === undefined && rev !== undefined && file !== undefined) return committed(given, rev, file);
  if (kind === 'folder') throw new Refusal('cli.diff.folder', { sti: given });
  const found = await readAssessmentFile(nodeDisk, given, true);
  if (found && 'problem' in found) throw new Refusal(`cli.problem.${found.problem.reason}`, { sti: harmless(given), kode: found.problem.detail ? ` (${found.problem.detail})` : '' });
  return { label: given, name: given, path: given, text: found?.text };
}

async function committed(label: string, rev: string, file: string): Promise<Given> {
  const repository = await repositoryOf('.');
  const { root } = repository;
  const name = await pathInRepository(repository, /^\.{1,2}\//.test(file) ? file : path.join(root, file));
  const revision = await revisionOf(repository, rev);
  const bytes = await bytesAt(repository, revision, name);
  const text = bytes && decode(bytes);
  if (bytes && text === undefined) throw new Refusal('cli.problem.not-utf8', { sti: name, kode: '' });
  return { label, name, path: path.join(root, name), text, within: { root, disk: await revisionDisk(repository, revision) } };
}
