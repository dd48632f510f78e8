import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';

/** What the extension offers; it is activated if need be. */
export async function extensionApi(): Promise<Api> {
  return vscode.extensions.getExtension<Api>('vurdert.vurdert')!.activate();
}

/** A file or folder of the opened folder, by its path from there. */
export function fileAt(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Such a file in an editor. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileAt(file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** What `read` gives, once it is as `isEnough` wants it: now, or after one of the events. The time limit is the test's. */
export function settled<T>(event: vscode.Event<unknown>, read: () => T | PromiseLike<T>, isEnough: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const listener = event(() => void look());
    async function look(): Promise<void> {
      try {
        const value = await read();
        if (!isEnough(value)) return;
        listener.dispose();
        resolve(value);
      } catch (error) {
        reject(error as Error);
      }
    }
    void look();
  });
}

/** The active editor, once it is as `isEnough` wants it. */
export function activeEditor(isEnough: (editor: vscode.TextEditor | undefined) => boolean): Promise<vscode.TextEditor | undefined> {
  return settled(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor, isEnough);
}

/**
 * The file's findings, once they are as `isEnough` wants them. Waits for VS Code's own event; the time limit is the
 * test's.
 */
export function findings(
  uri: vscode.Uri,
  isEnough: (found: vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<vscode.Diagnostic[]> {
  const current = () => vscode.languages.getDiagnostics(uri).filter((each) => each.source === 'vurdert');
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(settle);
    function settle() {
      const found = current();
      if (!isEnough(found)) return;
      listener.dispose();
      resolve(found);
    }
    settle();
  });
}

/** Everything that hovering over the position shows, as one text. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Where the keys of the questions (I.1, II.3.p2 …) start, in order. */
export function questionKeys(document: vscode.TextDocument): vscode.Position[] {
  return [...document.getText().matchAll(/^ *(?=[IVX]+\.[\w.]+:)/gm)].map((match) => document.positionAt(match.index + match[0].length));
}
