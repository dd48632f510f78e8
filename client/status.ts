/** How the active assessment stands, in the status bar: kind, progress, findings. A click shows the report. */
import * as vscode from 'vscode';
import { COMMANDS, STATUS, type StatusParams, type StatusResponse } from '../server/lsp/protocol.ts';
import { isOurs } from './ours.ts';
import type { Server } from './server.ts';
import { texts } from './texts.ts';
import { Latest } from './latest.ts';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('vurdert.status', vscode.StatusBarAlignment.Right, 100);
  private readonly disposables: vscode.Disposable[];
  private readonly latest = new Latest(() => this.show());

  constructor(private readonly server: Server) {
    this.item.name = 'Vurdert';
    this.item.command = COMMANDS['show-report'];
    this.disposables = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.latest.ask()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === active)) this.latest.ask();
      }),
      // A change that leaves the findings as they are may still answer a question.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document && isOurs(document)) this.latest.ask();
      }),
    ];
    this.latest.ask();
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isOurs(document)) return this.item.hide();
    const status = await this.server.request<StatusResponse>(STATUS, { uri: document.uri.toString() } satisfies StatusParams);
    if (document !== vscode.window.activeTextEditor?.document) return;
    if (!status) return this.item.hide();
    const { error, warning, information } = status.counts;
    const all = error + warning + information;
    const progress = texts('client.status', { slag: status.kindName, besvart: status.progress.answered, antall: status.progress.asked });
    const icon = error ? '$(error)' : warning ? '$(warning)' : all ? '$(info)' : '$(check)';
    this.item.text = `${icon} ${progress}${all ? ` · ${texts('client.status.findings', { antall: all })}` : ''}`;
    this.item.tooltip = texts('client.status.tooltip', { feil: error, advarsler: warning, opplysninger: information });
    this.item.show();
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }
}
