/** VS Code's side. It starts the server when an assessment is opened or asked for, and adds what LSP has no words for. */
import * as vscode from 'vscode';
import { AssessmentsView, type Shown } from './assessments/view.ts';
import { actOn, registerCommands } from './commands.ts';
import { copyLink, Links } from './links.ts';
import { isConfiguration } from '../server/core/recognise.ts';
import { isOurs, kindOf } from './ours.ts';
import { Pages } from './pages.ts';
import type { Shown as ShownReport } from './preview/panel.ts';
import { Previews } from './preview/previews.ts';
import { Server, type Launch } from './server.ts';
import { StatusItem } from './status.ts';
import { followLanguage } from './texts.ts';
import { registerTools } from './tools.ts';
import { Walkthrough } from './walkthrough.ts';

let server: Server | undefined;

/** What the extension offers to others: the tests, for now. */
export interface Api {
  /** Whether the server has been started. */
  isServerRunning(): boolean;
  /** A version of a document's report, or of a comparison, stands in a panel. */
  onDidShowReport: vscode.Event<ShownReport>;
  /** Brings a panel back, as VS Code does after a reload. */
  restore: Previews['deserializeWebviewPanel'];
  /** Opens a link that `vurdert` copied. */
  openLink: Links['handleUri'];
  /** The view of assessments: what it holds, folded out or not, and when it has taken a newer list. */
  assessments(): Promise<Shown[]>;
  onDidShowAssessments: vscode.Event<void>;
  /** The status bar's item, once it has followed the last change: '' while it is hidden. */
  status(): { text: string; tooltip: string };
  onDidShowStatus: vscode.Event<void>;
}

/** What both ways in do (node.ts, web.ts). */
export function activateWith(context: vscode.ExtensionContext, launch: Launch): Api {
  const own = (server = new Server(launch));
  const previews = new Previews(context, own, { act: actOn, copyLink: (uri, path) => void copyLink(context.extension.id, uri, path) });
  const links = new Links(own);
  const view = new AssessmentsView(context, own);
  const status = new StatusItem(own);
  context.subscriptions.push(own, previews, view, status, new Pages(own), new Walkthrough(context.extensionUri, previews.onDidShow), vscode.window.registerUriHandler(links), ...registerCommands(context, own, previews, view), ...registerTools(own), ...follow(own), followLanguage(() => {
    previews.speak();
    void view.refresh();
  }));
  return { isServerRunning: () => own.isRunning, onDidShowReport: previews.onDidShow, restore: (panel, state) => previews.deserializeWebviewPanel(panel, state), openLink: (uri) => links.handleUri(uri), assessments: () => view.tree(), onDidShowAssessments: view.onDidShow, status: () => status.shown, onDidShowStatus: status.onDidShow };
}

export function deactivate(): Promise<void> | undefined {
  return server?.dispose();
}

/** Starts the server with the first document of ours, and tells VS Code whether the active one is ours, and of what kind. */
function follow(own: Server): vscode.Disposable[] {
  const look = (document: vscode.TextDocument | undefined): void => {
    if (!own.isRunning && document?.languageId === 'yaml' && (isConfiguration(document.fileName) || isOurs(document))) void own.start();
  };
  const mark = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand('setContext', 'vurdert.erVurdering', isOurs(document));
    void vscode.commands.executeCommand('setContext', 'vurdert.slag', kindOf(document));
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
