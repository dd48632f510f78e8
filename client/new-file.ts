/** Where a new assessment is put, and how it is opened. */
import * as vscode from 'vscode';
import { PLACEHOLDER } from '../server/core/assessment/normalise.ts';

/** The folder that is meant: the one chosen in the explorer, or that of the file meant, or the workspace's first. */
export async function folderFor(given: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const meant = given ?? vscode.window.activeTextEditor?.document.uri;
  if (!meant || !vscode.workspace.getWorkspaceFolder(meant)) return vscode.workspace.workspaceFolders?.[0]?.uri;
  const isFolder = await vscode.workspace.fs.stat(meant).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
  return isFolder ? meant : vscode.Uri.joinPath(meant, '..');
}

/** Writes a file that was not there, and opens it. False when something stands there already. */
export async function createFile(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!await vscode.workspace.applyEdit(edit)) return false;
  await openNew(await vscode.workspace.openTextDocument(uri));
  return true;
}

/** Shows a new assessment with what is to be filled in first selected, or the cursor where the first answer goes. */
export async function openNew(document: vscode.TextDocument): Promise<void> {
  const text = document.getText();
  const placeholder = text.indexOf(PLACEHOLDER);
  const key = FIRST_UNANSWERED.exec(text);
  const start = placeholder >= 0 ? placeholder : key ? key.index + key[0].length : 0;
  const end = placeholder >= 0 ? start + PLACEHOLDER.length : start;
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(document.positionAt(start), document.positionAt(end)) });
}

/** A key with nothing behind it and nothing below. */
const FIRST_UNANSWERED = /^( +)\S+:[ \t]*$(?!\r?\n\1[ -])/m;
