/** Files as VS Code has them, wherever they lie; and read for a server that cannot: it is a web worker, or they lie on no disk. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64Of } from '../server/lsp/base64.ts';
import { FILE, FILE_KIND, FOLDER, type FileAnswer, type FileParams } from '../server/lsp/protocol.ts';
import { DiskProblem, type Disk } from '../server/workspace/disk.ts';

const { fs } = vscode.workspace;

/** VS Code's file systems as a disk: its paths are URIs, written as VS Code does. */
export const vscodeDisk: Disk = {
  async kindOf(uri) {
    try {
      const kind = kindOf((await fs.stat(at(uri))).type & ~vscode.FileType.SymbolicLink);
      return kind === 'link' ? 'other' : kind;
    } catch (error) {
      const problem = problemOf(error, uri);
      if (problem.reason === 'missing') return undefined;
      throw problem;
    }
  },
  async list(uri) {
    try {
      return (await fs.readDirectory(at(uri))).map(([name, type]) => ({ name, kind: kindOf(type) }));
    } catch (error) {
      throw problemOf(error, uri);
    }
  },
  async read(uri) {
    try {
      return await fs.readFile(at(uri));
    } catch (error) {
      throw problemOf(error, uri);
    }
  },
  join: (uri, name) => vscode.Uri.joinPath(at(uri), name).toString(),
};

/** Answers what the server asks of files: within what is opened and beside it, and nowhere else. */
export function answerFiles(client: BaseLanguageClient): void {
  const answer = <T>(method: string, read: (uri: string) => Promise<T>): void => void client.onRequest(method, async ({ uri }: FileParams): Promise<FileAnswer<T>> => {
    try {
      if (!isNear(at(uri))) return { problem: 'no-access', detail: '' };
      return { found: await read(uri) };
    } catch (error) {
      const { reason, detail } = problemOf(error, uri);
      return { problem: reason, detail };
    }
  });
  answer(FILE_KIND, async (uri) => (await vscodeDisk.kindOf(uri)) ?? null);
  answer(FOLDER, (uri) => vscodeDisk.list(uri));
  answer(FILE, async (uri) => base64Of(await vscodeDisk.read(uri)));
}

/** Where a whole file system is opened, its root has lost the slash on its way through the server. */
const rooted = (uri: vscode.Uri): vscode.Uri => (uri.path === '' ? uri.with({ path: '/' }) : uri);
const at = (uri: string): vscode.Uri => rooted(vscode.Uri.parse(uri));

function isNear(uri: vscode.Uri): boolean {
  if (vscode.workspace.getWorkspaceFolder(uri)) return true;
  return vscode.workspace.textDocuments.some(({ uri: open }) => {
    const folder = vscode.Uri.joinPath(rooted(open), '..');
    return open.scheme === uri.scheme && open.authority === uri.authority && `${uri.path}/`.startsWith(folder.path.replace(/\/?$/, '/'));
  });
}

function kindOf(type: vscode.FileType): 'file' | 'folder' | 'link' | 'other' {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  return type === vscode.FileType.File ? 'file' : type === vscode.FileType.Directory ? 'folder' : 'other';
}

function problemOf(error: unknown, uri: string): DiskProblem {
  if (error instanceof DiskProblem) return error;
  const code = String((error as { code?: unknown } | undefined)?.code ?? error);
  return new DiskProblem(/FileNotFound|EntryNotFound|ENOENT|FileNotADirectory/.test(code) ? 'missing' : /NoPermissions|EACCES|EPERM/.test(code) ? 'no-access' : 'other', uri, code);
}
