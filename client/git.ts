/** Earlier versions of a file, from VS Code's own git extension. Only what we use of its API (version 1) is declared here. */
import * as vscode from 'vscode';
import { notHere } from './programs.ts';
import { here } from './target.ts';
import type { History } from '../server/core/report/history.ts';
import { dateText, texts } from './texts.ts';

interface GitExtension {
  enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  state: 'uninitialized' | 'initialized';
  onDidChangeState: vscode.Event<string>;
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
  getRepositoryRoot?(uri: vscode.Uri): Promise<vscode.Uri | null>;
}
export interface Commit {
  hash: string;
  message: string;
  commitDate?: Date;
  authorDate?: Date;
}
interface Change {
  originalUri: vscode.Uri;
  renameUri?: vscode.Uri;
}
export interface Repository {
  rootUri: vscode.Uri;
  state: { HEAD: { name?: string; commit?: string } | undefined; onDidChange: vscode.Event<void>; indexChanges?: Change[]; workingTreeChanges?: Change[] };
  buffer(ref: string, path: string): Promise<Uint8Array>;
  getCommit(ref: string): Promise<Commit>;
  log(options: { maxEntries: number; path?: string }): Promise<Commit[]>;
  diffBetween?(from: string, to: string): Promise<Change[]>;
  getRefs(query: object): Promise<{ type: number; name?: string; commit?: string; remote?: string }[]>;
}

/** Why there is nothing to compare with; the message is for the user. */
export class NoRevision extends Error {
  /** @param aboutTrust the folder is not trusted, and there may be something to compare with once it is */
  constructor(message: string, readonly aboutTrust = false) {
    super(message);
  }
}

/** The repository that a file lies in. Throws NoRevision where git is missing or the file lies in none. */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository> {
  if (uri.scheme === 'untitled') throw new NoRevision(texts('client.compare.not-saved'));
  const obstacle = notHere('git', here());
  if (obstacle) throw new NoRevision(texts(obstacle), obstacle === 'client.compare.not-trusted');
  const api = await gitApi();
  if (!api) throw new NoRevision(texts(here().inBrowser ? 'client.compare.browser' : 'client.compare.no-git'));
  const known = api.getRepository(uri);
  if (known) return known;
  // A file outside of the opened folders, or in a folder above which the repository begins.
  const root = await api.getRepositoryRoot?.(vscode.Uri.joinPath(uri, '..')).catch(() => null);
  const opened = root && await api.openRepository?.(root);
  const repository = opened || api.getRepository(uri);
  // Git reads a disk: a folder that lies elsewhere has none of its own.
  if (!repository) throw new NoRevision(texts(uri.scheme === 'file' ? 'client.compare.no-repository' : 'client.compare.virtual', { fil: nameOf(uri) }));
  return repository;
}

/** Undefined where the extension is not there, is switched off, or finds no git. */
async function gitApi(): Promise<GitApi | undefined> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const exports = extension && (extension.isActive ? extension.exports : await extension.activate());
    if (!exports?.enabled) return undefined;
    const api = exports.getAPI(1);
    if (api.state !== 'initialized') {
      await new Promise<void>((resolve) => {
        const listener = api.onDidChangeState((state) => {
          if (state !== 'initialized') return;
          listener.dispose();
          resolve();
        });
      });
    }
    return api;
  } catch {
    return undefined;
  }
}

/** A file as it was. */
export interface Earlier {
  /** null where there was no such file. */
  text: string | null;
  /** What the version is called: «siste commit (a1b2c3d, 3. mars 2026)». */
  label: string;
}

/** @param ref HEAD, a branch, a tag or a commit. Throws NoRevision where there is no such. */
export async function earlier(repository: Repository, uri: vscode.Uri, ref: string): Promise<Earlier> {
  const commit = await repository.getCommit(ref).catch(() => undefined);
  if (!commit) throw new NoRevision(ref === 'HEAD' ? texts('client.compare.no-commit') : texts('client.compare.no-revision', { revisjon: ref }));
  const then = await nameThen(repository, uri, commit);
  const bytes = await repository.buffer(commit.hash, then.fsPath).catch(() => undefined);
  const about = { revisjon: shortOf(commit), dato: dateOf(commit) };
  const isNamed = !commit.hash.startsWith(ref);
  return { text: bytes ? new TextDecoder().decode(bytes) : null, label: isNamed ? texts('client.compare.before', { navn: ref === 'HEAD' ? texts('client.compare.head') : ref, ...about }) : texts('client.compare.before.commit', about) };
}

const changesIn = ({ state }: Repository): Change[] => [...(state.indexChanges ?? []), ...(state.workingTreeChanges ?? [])];

/** What the file was called in a commit: a name it had before is followed, as git sees renames. */
async function nameThen(repository: Repository, uri: vscode.Uri, { hash }: Commit): Promise<vscode.Uri> {
  const renamed = (changes: readonly Change[] = [], to: vscode.Uri): vscode.Uri => changes.find(({ originalUri, renameUri }) => renameUri?.fsPath === to.fsPath && originalUri.fsPath !== to.fsPath)?.originalUri ?? to;
  const committed = renamed(changesIn(repository), uri);
  return renamed(await repository.diffBetween?.(hash, 'HEAD').catch(() => []), committed);
}

/** So many changes are in the log of an export at most. */
const LOG_LENGTH = 200;

/** The file's history for an export; undefined where git knows nothing of it, or is not there. */
export async function historyOf(uri: vscode.Uri): Promise<History | undefined> {
  try {
    const repository = await repositoryOf(uri);
    const log = await repository.log({ maxEntries: LOG_LENGTH, path: uri.fsPath });
    const [last] = log;
    if (!last) return undefined;
    const isOf = ({ originalUri, renameUri }: Change): boolean => (renameUri ?? originalUri).fsPath === uri.fsPath;
    const isOpen = vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
    const modified = isOpen || changesIn(repository).some(isOf);
    return {
      revision: { short: revisionName(last), date: dayOf(last), modified },
      changes: log.map((commit) => ({ date: dayOf(commit), revision: revisionName(commit), summary: commit.message.split('\n')[0]!.trim() })),
    };
  } catch {
    return undefined;
  }
}

/** As the command line names it (server/workspace/git.ts): the same report from both. */
const revisionName = ({ hash }: Commit): string => hash.slice(0, 8);

export const shortOf = ({ hash }: Commit): string => hash.slice(0, 7);

/** The day of a commit where the user is: «3. mars 2026». */
export function dateOf(commit: Commit): string {
  const day = dayOf(commit);
  return day && dateText(day);
}

/** YYYY-MM-DD where the user is. */
function dayOf({ commitDate, authorDate }: Commit): string {
  const date = commitDate ?? authorDate;
  if (!date) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1)!;
