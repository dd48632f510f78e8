/** The report beside the editor: one panel, which follows the assessment that is being written. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { REPORT, type ReportParams, type ReportResponse } from '../../server/lsp/protocol.ts';
import { Latest } from '../latest.ts';
import { isOurs } from '../ours.ts';
import type { Server } from '../server.ts';
import { texts } from '../texts.ts';
import type { FromWebview, ToWebview } from './messages.ts';
import { pageHtml } from './page.ts';

const VIEW_TYPE = 'vurdert.rapport';

export class Preview implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  private uri: vscode.Uri | undefined;
  private isReady = false;
  private readonly latest = new Latest(() => this.update());
  private readonly disposables: vscode.Disposable[];
  /** The report's own scrolling after a click moves the editor, which must not move the report again. */
  private ignoreScrollOf: string | undefined;
  private readonly shown = new vscode.EventEmitter<{ uri: string; version: number }>();
  /** A version of the report stands in the panel. */
  readonly onDidShow = this.shown.event;

  constructor(private readonly context: vscode.ExtensionContext, private readonly server: Server) {
    this.disposables = [
      this.shown,
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.shows(document.uri)) this.latest.ask();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.panel && isOurs(editor?.document) && !this.shows(editor.document.uri)) this.follow(editor.document.uri);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        if (this.shows(textEditor.document.uri) && visibleRanges[0]) this.scrollTo(visibleRanges[0].start.line);
      }),
    ];
  }

  /** Opens the report of a document beside the editor, or turns the open panel to it. */
  async show(uri: vscode.Uri): Promise<void> {
    if (this.panel) this.panel.reveal(undefined, true);
    else this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, 'Rapport', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }));
    this.follow(uri);
    await this.server.start();
  }

  /** Brings the open panel forward; false when there is none. */
  reveal(): boolean {
    this.panel?.reveal(undefined, true);
    return this.panel !== undefined;
  }

  /** VS Code brings the panel back after a reload; the page remembers which file it showed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.adopt(panel);
    const uri = state && typeof state === 'object' && 'uri' in state ? String(state.uri) : undefined;
    const document = uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then((opened) => opened, () => undefined) : undefined;
    if (document) this.follow(document.uri);
    else panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.isReady = false;
    const { webview } = panel;
    const dist = vscode.Uri.joinPath(this.context.extensionUri, 'dist');
    panel.iconPath = vscode.Uri.joinPath(this.context.extensionUri, 'media', 'icon.png');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((message: FromWebview) => this.receive(message));
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.uri = undefined;
    });
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    webview.html = pageHtml({ script: file('preview.js'), style: file('preview.css'), cspSource: webview.cspSource, nonce: randomBytes(16).toString('hex'), loading: texts('client.preview.loading') });
  }

  private follow(uri: vscode.Uri): void {
    this.uri = uri;
    this.latest.ask();
  }

  private shows(uri: vscode.Uri): boolean {
    return this.panel !== undefined && this.uri?.toString() === uri.toString();
  }

  private async update(): Promise<void> {
    const { panel, uri } = this;
    if (!panel || !uri || !this.isReady) return;
    const response = await this.server.request<ReportResponse>(REPORT, { uri: uri.toString(), format: 'fragment' } satisfies ReportParams);
    if (panel !== this.panel || uri.toString() !== this.uri?.toString()) return;
    // No answer at all (the server is being started anew): what stands there stays.
    if (response === undefined) return;
    if (response === null) {
      this.send({ type: 'empty', message: texts('client.preview.gone') });
      return;
    }
    panel.title = texts('client.preview.title', { tittel: response.title });
    this.send({ type: 'report', uri: uri.toString(), version: response.version, html: response.html });
  }

  private scrollTo(line: number): void {
    if (this.ignoreScrollOf !== undefined && this.ignoreScrollOf === this.uri?.toString()) {
      this.ignoreScrollOf = undefined;
      return;
    }
    this.send({ type: 'scroll', line });
  }

  private receive(message: FromWebview): void {
    if (message.type === 'ready') {
      this.isReady = true;
      this.latest.ask();
    } else if (message.type === 'reveal') void this.goTo(message.line);
    else if (message.type === 'shown' && this.uri) this.shown.fire({ uri: this.uri.toString(), version: message.version });
  }

  private async goTo(line: number): Promise<void> {
    if (!this.uri || !Number.isInteger(line) || line < 0) return;
    const document = await vscode.workspace.openTextDocument(this.uri);
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const target = document.lineAt(Math.min(line, document.lineCount - 1));
    const position = target.range.start.translate(0, target.firstNonWhitespaceCharacterIndex);
    this.ignoreScrollOf = this.uri.toString();
    const editor = await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One, selection: new vscode.Range(position, position) });
    editor.revealRange(target.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private send(message: ToWebview): void {
    void this.panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.panel?.dispose();
    for (const each of this.disposables) each.dispose();
  }
}
