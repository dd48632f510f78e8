/**
 * The walkthrough «Kom i gang» (contributes.walkthroughs in package.json): its sample, and which steps are done. VS Code
 * ticks a step off by a context key, which is set when the thing has happened, however it came about.
 */
import * as vscode from 'vscode';
import { COMMANDS } from '../server/lsp/protocol.ts';
import type { Shown } from './preview/panel.ts';

/** Ships in the package (.vscodeignore). Complete but for three findings; one has a quick fix that mends it at once. */
const SAMPLE = 'media/walkthrough/eksempel.ip.yaml';
/** Never written to a disk by us: the user gets a copy that is not saved, and saves it wherever they like. */
const COPY = vscode.Uri.from({ scheme: 'untitled', path: 'eksempel.ip.yaml' });

/** What is shown of the sample, as the walkthrough's links have it. */
export type Part = 'rapport' | 'prosess';
type Done = Part | 'rettet';

export class Walkthrough implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];
  private following?: vscode.Disposable;

  constructor(private readonly extensionUri: vscode.Uri, onDidShowReport: vscode.Event<Shown>) {
    const listener = onDidShowReport(() => {
      listener.dispose();
      done('rapport');
    });
    this.disposables = [listener, vscode.commands.registerCommand('vurdert.aapneEksempel', (part?: unknown) => this.open(part))];
  }

  /** Opens the copy, or shows the one that is open with what has been written in it, and then a part of it where one is named. */
  private async open(part: unknown): Promise<void> {
    const document = await vscode.workspace.openTextDocument(COPY);
    if (document.getText() === '') {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, SAMPLE))));
      await vscode.workspace.applyEdit(edit);
    }
    // Where it is already: the walkthrough, from where the next step is taken, must not disappear behind it.
    const shown = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString()));
    await vscode.window.showTextDocument(document, { preview: false, ...(shown ? { viewColumn: shown.viewColumn } : {}) });
    this.follow(document);
    if (part === 'rapport') await vscode.commands.executeCommand(COMMANDS['show-report'], document.uri);
    if (part === 'prosess') {
      await vscode.commands.executeCommand('vurdert.visProsessen', document.uri);
      done('prosess');
    }
  }

  /** Until something that was found is gone because of what was written. A text that is broken for a moment, with an error, does not count. */
  private follow(document: vscode.TextDocument): void {
    this.following?.dispose();
    let most = { count: 0, version: 0 };
    const look = (): void => {
      const findings = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'vurdert');
      if (findings.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error)) return;
      if (findings.length >= most.count) most = { count: findings.length, version: document.version };
      else if (document.version > most.version) {
        this.following?.dispose();
        done('rettet');
      }
    };
    this.following = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) look();
    });
    look(); // those that are there already, when it is shown again
  }

  dispose(): void {
    this.following?.dispose();
    this.disposables.forEach((each) => each.dispose());
  }
}

function done(what: Done): void {
  void vscode.commands.executeCommand('setContext', `vurdert.gjort.${what}`, true);
}
