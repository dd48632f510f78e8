/** How the active assessment stands, in the status bar: kind, progress, findings, and the step at hand. A click shows the report. */
import * as vscode from 'vscode';
import { COMMANDS, STATUS, type StatusParams, type StatusResponse } from '../server/lsp/protocol.ts';
import { isOurs } from './ours.ts';
import { processOf, stepAtHand } from './process.ts';
import type { Server } from './server.ts';
import { findingsText, tallies, texts } from './texts.ts';
import { Latest } from './latest.ts';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('vurdert.status', vscode.StatusBarAlignment.Right, 100);
  private readonly disposables: vscode.Disposable[];
  private readonly latest = new Latest(() => this.show());
  private readonly didShow = new vscode.EventEmitter<void>();
  readonly onDidShow = this.didShow.event;
  /** What the item shows; empty while it is hidden. */
  shown = { text: '', tooltip: '' };

  constructor(private readonly server: Server) {
    this.item.name = 'Vurdert';
    this.item.command = COMMANDS['show-report'];
    this.disposables = [
      this.item,
      this.didShow,
      vscode.window.onDidChangeActiveTextEditor(() => this.latest.ask()),
      // Those of another file as well: what changed there may have moved the process on.
      vscode.languages.onDidChangeDiagnostics(() => {
        if (isOurs(vscode.window.activeTextEditor?.document)) this.latest.ask();
      }),
      server.onDidChangeAssessments(() => this.latest.ask()),
      // A change that leaves the findings as they are may still answer a question.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document && isOurs(document)) this.latest.ask();
      }),
    ];
    this.latest.ask();
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isOurs(document)) return this.put();
    const [status, process] = await Promise.all([
      this.server.request<StatusResponse>(STATUS, { uri: document.uri.toString() } satisfies StatusParams),
      processOf(this.server, document.uri),
    ]);
    if (document !== vscode.window.activeTextEditor?.document) return;
    if (!status) return this.put();
    const { error, warning, information } = status.counts;
    const all = error + warning + information;
    const progress = texts('client.status', { slag: status.kindName, besvart: status.progress.answered, antall: status.progress.asked });
    const icon = error ? '$(error)' : warning ? '$(warning)' : all ? '$(info)' : '$(check)';
    const step = process && stepAtHand(process);
    const lines = [
      `Vurdert: ${tallies(status.counts).join(', ') || texts('lens.findings-none')}`,
      ...(process ? [step ? texts('client.status.step', { steg: step.title }) : texts('client.status.no-step')] : []),
      texts('client.status.click'),
    ];
    this.put(`${icon} ${progress}${all ? ` · ${findingsText(all)}` : ''}`, lines.join('\n'));
  }

  /** Without a text, the item is hidden. */
  private put(text = '', tooltip = ''): void {
    this.shown = { text, tooltip };
    this.item.text = text;
    this.item.tooltip = tooltip;
    if (text) this.item.show();
    else this.item.hide();
    this.didShow.fire();
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }
}
