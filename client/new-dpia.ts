import * as vscode from 'vscode';
import { NEW_FILE, type NewFileParams, type NewFileResult } from '../server/lsp/protocol.ts';
import { fileNameFor } from '../server/core/features/make/names.ts';
import type { Server } from './server.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

/** Asks what the assessment is about, and opens a new file of that name with the frame in it; saving is the user's. */
export async function newDpia(server: Server): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: texts('client.new.title'), placeHolder: texts('client.new.title.placeholder'),
    validateInput: (value) => (fileNameFor(value) ? undefined : texts('client.new.title.missing')),
  });
  if (title === undefined) return;
  const frame = await server.request<NewFileResult>(NEW_FILE, { kind: 'dpia', title: title.trim() } satisfies NewFileParams);
  const uri = await untitled(`${fileNameFor(title)}.dpia.yaml`);
  if (!uri) return;
  const document = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'yaml');
  const editor = await vscode.window.showTextDocument(document);
  if (frame && document.getText() === '') await editor.insertSnippet(new vscode.SnippetString(frame), new vscode.Position(0, 0));
}

/** An unsaved document that knows where it is to be saved; undefined (and the user told) when the place is taken. */
async function untitled(name: string): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder?.uri.scheme !== 'file') return vscode.Uri.from({ scheme: 'untitled', path: name });
  const file = vscode.Uri.joinPath(folder.uri, name);
  const isTaken = await vscode.workspace.fs.stat(file).then(() => true, () => false);
  if (isTaken) {
    void tell('warning', texts('client.new.exists', { fil: name }));
    return undefined;
  }
  return file.with({ scheme: 'untitled' });
}
