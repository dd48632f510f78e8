/** Earlier versions of a file, from VS Code's own git extension. Only what we use of its API (version 1) is declared here. */
import * as vscode from 'vscode';
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
export interface Repository {
  rootUri: vscode.Uri;
  state: { HEAD: { name?: string; commit?: string } | undefined; onDidChange: vscode.Event<void> };
  buffer(ref: string, path: string): Promise<Uint8Array>;
  getCommit(ref: string): Promise<Commit>;
  log(options: { maxEntries: number; path?: string }): Promise<Commit[]>;
  getRefs(query: object): Promise<{ type: number; name?: string; commit?: string; remote?: string }[]>;
}

/** Why there is nothing to compare with; the message is for the user. */
export class NoRevision extends Error {}

/** The repository that a file lies in. Throws NoRevision where git is missing or the file lies in none. */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository> {
  if (uri.scheme === 'untitled') throw new NoRevision(texts('client.compare.not-saved'));
  const api = await gitApi();
  if (!api) throw new NoRevision(texts('client.compare.no-git'));
  const known = api.getRepository(uri);
  if (known) return known;
  // A file outside of the opened folders, or in a folder above which the repository begins.
  const root = await api.getRepositoryRoot?.(vscode.Uri.joinPath(uri, '..')).catch(() => null);
  const opened = root && await api.openRepository?.(root);
  const repository = opened || api.getRepository(uri);
  if (!repository) throw new NoRevision(texts('client.compare.no-repository', { fil: nameOf(uri) }));
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
  const bytes = await repository.buffer(commit.hash, uri.fsPath).catch(() => undefined);
  const about = { revisjon: shortOf(commit), dato: dateOf(commit) };
  const isNamed = !commit.hash.startsWith(ref);
  return { text: bytes ? new TextDecoder().decode(bytes) : null, label: isNamed ? texts('client.compare.before', { navn: ref === 'HEAD' ? texts('client.compare.head') : ref, ...about }) : texts('client.compare.before.commit', about) };
}

export const shortOf = ({ hash }: Commit): string => hash.slice(0, 7);

/** The day of a commit where the user is: «3. mars 2026». */
export function dateOf({ commitDate, authorDate }: Commit): string {
  const date = commitDate ?? authorDate;
  if (!date) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return dateText(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
}

const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1)!;
