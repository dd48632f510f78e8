/** VS Code's side. It starts the server when an assessment is opened, and adds what LSP has no words for. */
import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { isOurs } from './ours.ts';
import { Pages } from './pages.ts';
import { Preview } from './preview/panel.ts';
import { Server } from './server.ts';
import { StatusItem } from './status.ts';

let server: Server | undefined;

/** What the extension offers to others: the tests, for now. */
export interface Api {
  /** A version of a document's report stands in the preview. */
  onDidShowReport: vscode.Event<{ uri: string; version: number }>;
}

export function activate(context: vscode.ExtensionContext): Api {
  const own = (server = new Server(context));
  const preview = new Preview(context, own);
  context.subscriptions.push(own, preview, new StatusItem(own), new Pages(own), ...registerCommands(own, preview), ...follow(own));
  return { onDidShowReport: preview.onDidShow };
}

export function deactivate(): Promise<void> | undefined {
  return server?.dispose();
}

/** Starts the server with the first document of ours, and tells VS Code whether the active one is ours. */
function follow(own: Server): vscode.Disposable[] {
  const look = (document: vscode.TextDocument | undefined): void => {
    if (!own.isRunning && isOurs(document)) void own.start();
  };
  const mark = (): void => {
    void vscode.commands.executeCommand('setContext', 'vurdert.erVurdering', isOurs(vscode.window.activeTextEditor?.document));
  };
  vscode.workspace.textDocuments.forEach(look);
  mark();
  return [
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.window.onDidChangeActiveTextEditor(mark),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      look(document);
      if (document === vscode.window.activeTextEditor?.document) mark();
    }),
  ];
}
