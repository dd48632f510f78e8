/** All panels: at most one report follows the active file by itself; those that are locked, and comparisons, stay at theirs. */
import * as vscode from 'vscode';
import type { Edition } from '../../server/core/report/edition.ts';
import { isOurs } from '../ours.ts';
import type { Server } from '../server.ts';
import type { PanelState } from './messages.ts';
import { PreviewPanel, type PanelServices, type Shown } from './panel.ts';

export const REPORT_VIEW = 'vurdert.rapport';
export const COMPARISON_VIEW = 'vurdert.sammenligning';

export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  /** The one used last, last. */
  private panels: PreviewPanel[] = [];
  private readonly shown = new vscode.EventEmitter<Shown>();
  /** A version of a report stands in a panel. */
  readonly onDidShow = this.shown.event;
  private readonly disposables: vscode.Disposable[];
  private readonly services: PanelServices;

  constructor(context: vscode.ExtensionContext, private readonly server: Server, actions: Pick<PanelServices, 'act' | 'copyLink'>) {
    this.services = { server, extensionUri: context.extensionUri, shown: (_panel, shown) => this.shown.fire(shown), ...actions };
    this.disposables = [
      this.shown,
      vscode.window.registerWebviewPanelSerializer(REPORT_VIEW, this),
      vscode.window.registerWebviewPanelSerializer(COMPARISON_VIEW, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.renew(document.uri)),
      // What was written and not saved is gone.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.renew(uri)),
      server.onDidChangeAssessments(() => this.panels.forEach((panel) => panel.renew())),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.turn(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind === undefined) return; // a command's or a click in the page's, and no hand in the editor
        for (const panel of this.panels) if (panel.shows(textEditor.document.uri)) panel.release();
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges((event) => {
        for (const panel of this.panels) if (panel.shows(event.textEditor.document.uri)) panel.follow(event);
      }),
    ];
  }

  /** The user has taken another language. */
  speak(): void {
    this.panels.forEach((panel) => panel.load());
  }

  /** The panel that has the focus. */
  get active(): PreviewPanel | undefined {
    return this.panels.find(({ webviewPanel }) => webviewPanel.active);
  }

  /** Shows the report of a file beside the editor: in the panel that has it, in the one that follows, or in a new one. */
  async show(uri: vscode.Uri, { locked = false } = {}): Promise<void> {
    const reports = this.panels.filter((panel) => !panel.isComparison);
    const known = reports.find((panel) => panel.shows(uri) && (panel.state.locked || !locked)) ?? (locked ? undefined : reports.find((panel) => !panel.state.locked));
    if (known) {
      if (!known.shows(uri)) known.set({ uri: uri.toString() });
      known.reveal();
    } else this.open(REPORT_VIEW, { uri: uri.toString(), edition: 'internal', locked });
    await this.server.start();
  }

  /** Shows how a file differs from a revision of it, in a panel for that file. */
  async compare(uri: vscode.Uri, against: string, edition: Edition): Promise<void> {
    const known = this.panels.find((panel) => panel.isComparison && panel.shows(uri));
    if (known) {
      known.set({ against });
      known.reveal();
    } else this.open(COMPARISON_VIEW, { uri: uri.toString(), edition, locked: true, against });
    await this.server.start();
  }

  /** Brings the panel used last forward; false when there is none. */
  reveal(): boolean {
    const last = this.panels.at(-1);
    last?.reveal();
    return last !== undefined;
  }

  /** The edition that the user looks at a file in. */
  editionOf(uri: vscode.Uri): Edition {
    return this.panels.findLast((panel) => panel.shows(uri))?.state.edition ?? 'internal';
  }

  /** VS Code brings the panel back after a reload; the page remembers what it showed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, remembered: unknown): Promise<void> {
    const state = stateOf(remembered);
    const isThere = state && await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri)).then(() => true, () => false);
    if (isThere) this.adopt(panel, state);
    else panel.dispose();
  }

  private open(view: string, state: PanelState): void {
    this.adopt(vscode.window.createWebviewPanel(view, 'Vurdert', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableFindWidget: true }), state);
  }

  private adopt(webviewPanel: vscode.WebviewPanel, state: PanelState): void {
    const panel = new PreviewPanel(webviewPanel, state, this.services);
    this.panels.push(panel);
    webviewPanel.onDidChangeViewState(() => {
      if (webviewPanel.active) this.panels = [...this.panels.filter((each) => each !== panel), panel];
    });
    webviewPanel.onDidDispose(() => {
      this.panels = this.panels.filter((each) => each !== panel);
    });
  }

  /** Another editor is active: the report that is not locked goes along, unless the file has one of its own. */
  private turn(editor: vscode.TextEditor | undefined): void {
    if (!isOurs(editor?.document)) return;
    const { uri } = editor.document;
    for (const panel of this.panels) if (!panel.state.locked && !panel.shows(uri)) panel.set({ uri: uri.toString() });
  }

  private renew(uri: vscode.Uri): void {
    for (const panel of this.panels) if (panel.shows(uri)) panel.renew();
  }

  dispose(): void {
    for (const { webviewPanel } of [...this.panels]) webviewPanel.dispose();
    for (const each of this.disposables) each.dispose();
  }
}

/** What a page remembered, if it can be read: it may be of an older version. */
function stateOf(value: unknown): PanelState | undefined {
  if (!value || typeof value !== 'object' || !('uri' in value) || typeof value.uri !== 'string') return undefined;
  const { uri, edition, locked, against } = value as Partial<Record<keyof PanelState, unknown>> & { uri: string };
  return { uri, edition: edition === 'public' ? 'public' : 'internal', locked: locked === true, ...(typeof against === 'string' ? { against } : {}) };
}
