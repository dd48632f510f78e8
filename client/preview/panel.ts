/** One panel beside the editor: the report of a file, or how it differs from an earlier version of it. */
import * as vscode from 'vscode';
import { DIFF, PREVIEW, type DiffParams, type DiffResponse, type PreviewParams, type PreviewResponse } from '../../server/lsp/protocol.ts';
import { earlier, NoRevision, repositoryOf, type Earlier } from '../git.ts';
import { Latest } from '../latest.ts';
import type { Server } from '../server.ts';
import { texts } from '../texts.ts';
import { InStep, scrollsInStep } from './in-step.ts';
import type { FromWebview, PanelState, ToolbarAction, ToWebview } from './messages.ts';
import { pageHtml } from './page.ts';

/** What stands in a panel's page. */
export interface Shown extends PanelState {
  version: number;
  /** HTML, in the page's order. */
  blocks: readonly string[];
}

export interface PanelServices {
  server: Server;
  extensionUri: vscode.Uri;
  shown(panel: PreviewPanel, shown: Shown): void;
  act(panel: PreviewPanel, action: Exclude<ToolbarAction, 'internal' | 'public' | 'lock'>): void;
  copyLink(uri: vscode.Uri, path: string): void;
}

export class PreviewPanel {
  private isReady = false;
  private isDisposed = false;
  /** What stands in the page may be out of date. */
  private isStale = false;
  private sent: (Shown & { number: number }) | undefined;
  /** The blocks that stand in the page. */
  private standing: readonly string[] = [];
  private before: { text: Earlier; head: string | undefined } | undefined;
  private readonly latest = new Latest(() => this.update());
  private readonly step = new InStep((line) => {
    if (!this.isComparison && scrollsInStep(this.uri)) this.send({ type: 'scroll', line });
  });
  private commits: vscode.Disposable | undefined;

  constructor(readonly webviewPanel: vscode.WebviewPanel, private now: PanelState, private readonly services: PanelServices) {
    const { webview } = webviewPanel;
    const dist = vscode.Uri.joinPath(services.extensionUri, 'dist');
    webviewPanel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((message: FromWebview) => this.receive(message));
    webviewPanel.onDidChangeViewState(() => {
      if (webviewPanel.visible && this.isStale) this.latest.ask();
    });
    webviewPanel.onDidDispose(() => {
      this.isDisposed = true;
      this.step.dispose();
      this.commits?.dispose();
    });
    this.load();
  }

  /** The page anew, in the language that the user has chosen. What stood in it follows when the page says that it is ready. */
  load(): void {
    const { webview } = this.webviewPanel;
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(this.services.extensionUri, 'dist', name)).toString();
    this.isReady = false;
    this.retitle();
    webview.html = pageHtml({ script: file('preview.js'), style: file('preview.css'), cspSource: webview.cspSource, nonce: crypto.randomUUID(), isComparison: this.isComparison });
  }

  get state(): Readonly<PanelState> {
    return this.now;
  }
  get uri(): vscode.Uri {
    return vscode.Uri.parse(this.now.uri);
  }
  get isComparison(): boolean {
    return this.now.against !== undefined;
  }
  shows(uri: vscode.Uri): boolean {
    return this.now.uri === uri.toString();
  }

  /** Takes another file, edition or revision, and shows it. */
  set(change: Partial<PanelState>): void {
    if (change.uri !== undefined || change.against !== undefined) this.before = undefined;
    this.now = { ...this.now, ...change };
    this.latest.ask(); // also behind another panel: its tab says what it shows
  }

  /** The file, or what the report takes from other files, may be another. A page that nobody sees waits until it is seen. */
  renew(): void {
    this.isStale = true;
    if (this.webviewPanel.visible) this.latest.ask();
  }

  lock(locked: boolean): void {
    this.now = { ...this.now, locked };
    this.retitle();
    this.send({ type: 'state', state: this.now });
  }

  reveal(): void {
    this.webviewPanel.reveal(undefined, true);
  }

  /** Makes the panel the active editor, and waits until it is: VS Code's own commands for a page work on whichever is active. */
  async activate(): Promise<void> {
    const { webviewPanel } = this;
    if (webviewPanel.active) return;
    const activated = new Promise<void>((resolve) => {
      const listening = webviewPanel.onDidChangeViewState(() => {
        if (!webviewPanel.active) return;
        listening.dispose();
        resolve();
      });
    });
    webviewPanel.reveal();
    await activated;
  }

  /** An editor that shows the file has moved. */
  follow(event: vscode.TextEditorVisibleRangesChangeEvent): void {
    this.step.moved(event);
  }

  /** Somebody moves about in an editor that shows the file. */
  release(): void {
    this.send({ type: 'release' });
  }

  private async update(): Promise<void> {
    if (!this.isReady || this.isDisposed) return;
    this.isStale = false;
    const asked = this.now;
    const answer = await this.ask(asked);
    if (this.isDisposed || asked !== this.now && (asked.uri !== this.now.uri || asked.edition !== this.now.edition || asked.against !== this.now.against)) return;
    // No answer at all (the server is being started anew): what stands there stays.
    if (answer === undefined) return;
    if (answer === null || 'problem' in answer) {
      this.standing = [];
      this.send({ type: 'empty', state: this.now, message: answer?.problem ?? texts('client.preview.gone') });
      return;
    }
    this.title = answer.title;
    this.retitle();
    const number = (this.sent?.number ?? 0) + 1;
    const { blocks } = answer;
    this.sent = { ...this.now, version: answer.version, blocks, number };
    this.send({ type: 'report', state: this.now, number, blocks: blocks.map((block, i) => (block === this.standing[i] ? null : block)), language: answer.language });
    this.standing = blocks;
  }

  private async ask({ uri, edition, against }: PanelState): Promise<PreviewResponse | undefined | { problem: string }> {
    const { server } = this.services;
    if (against === undefined) return server.request<PreviewResponse>(PREVIEW, { uri, edition } satisfies PreviewParams);
    try {
      const { text, label } = await this.earlier(vscode.Uri.parse(uri), against);
      const answer = await server.request<DiffResponse>(DIFF, { uri, before: text, labels: { before: label, after: texts('client.compare.after') }, edition } satisfies DiffParams);
      return answer && { ...answer, blocks: [answer.html] };
    } catch (error) {
      if (error instanceof NoRevision) return { problem: error.message };
      throw error;
    }
  }

  /** The earlier version, fetched once; anew when there has been a commit or another branch is taken. */
  private async earlier(uri: vscode.Uri, against: string): Promise<Earlier> {
    if (this.before) return this.before.text;
    const repository = await repositoryOf(uri);
    const head = repository.state.HEAD?.commit;
    const before = (this.before = { text: await earlier(repository, uri, against), head });
    this.commits ??= repository.state.onDidChange(() => {
      if (repository.state.HEAD?.commit === this.before?.head) return;
      this.before = undefined;
      this.renew();
    });
    return before.text;
  }

  private title = '';
  private retitle(): void {
    if (!this.title) return;
    this.webviewPanel.title = texts(this.isComparison ? 'client.preview.compared-title' : this.now.locked ? 'client.preview.locked-title' : 'client.preview.title', { tittel: this.title });
  }

  private receive(message: FromWebview): void {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.standing = [];
        return this.latest.ask();
      case 'shown':
        if (this.sent?.number === message.number) this.services.shown(this, this.sent);
        return;
      case 'reveal': return void this.goTo(message.line);
      case 'scrolled':
        if (scrollsInStep(this.uri)) this.step.editorsTo(this.uri, message.line);
        return;
      case 'copy': return this.services.copyLink(this.uri, message.path);
      case 'action': return this.act(message.action);
    }
  }

  private act(action: ToolbarAction): void {
    if (action === 'internal' || action === 'public') this.set({ edition: action });
    else if (action === 'lock') this.lock(!this.now.locked);
    else this.services.act(this, action);
  }

  private async goTo(line: number): Promise<void> {
    if (!Number.isInteger(line) || line < 0) return;
    const { uri } = this;
    const document = await vscode.workspace.openTextDocument(uri);
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const target = document.lineAt(Math.min(line, document.lineCount - 1));
    const position = target.range.start.translate(0, target.firstNonWhitespaceCharacterIndex);
    this.step.expectJump(uri, target.lineNumber);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One, selection: new vscode.Range(position, position) });
    editor.revealRange(target.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private send(message: ToWebview): void {
    if (!this.isDisposed) void this.webviewPanel.webview.postMessage(message);
  }
}
