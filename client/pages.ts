/** The pages on rules and articles (`vurdert:/regel/….md`) as read-only documents, shown rendered. */
import * as vscode from 'vscode';
import { IN_FORCE, PAGE, PAGE_SCHEME, type PageParams, type PageResult } from '../server/lsp/protocol.ts';
import { isOurs } from './ours.ts';
import type { Server } from './server.ts';
import { texts } from './texts.ts';

export class Pages implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** A page lists the places that refer to its source: it is made anew when a file has. */
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.disposables = [
      this.changed,
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isOurs(document)) this.renew();
      }),
      server.onDidChangeAssessments(() => this.renew()),
      vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, this),
      // A finding's code and a link in a hover open the page as text: show it rendered in the same place.
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.render(editor)),
    ];
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return await this.server.request<PageResult>(PAGE, { uri: uri.toString() } satisfies PageParams) ?? texts('client.page-missing');
  }

  private renew(): void {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === PAGE_SCHEME) this.changed.fire(uri);
  }

  private async render(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor?.document.uri.scheme !== PAGE_SCHEME) return;
    const { uri } = editor.document;
    const source = vscode.window.tabGroups.activeTabGroup.activeTab;
    // Peeked at, a page stays where it is shown.
    if (source?.input instanceof vscode.TabInputText && source.input.uri.toString() !== uri.toString()) return;
    await showRendered(uri);
    if (source?.input instanceof vscode.TabInputText && source.input.uri.toString() === uri.toString()) await vscode.window.tabGroups.close(source, true);
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }
}

/** What is in force for a file, and why: the configuration and the settings together. */
export function showInForce(file: vscode.Uri): Promise<void> {
  return showRendered(vscode.Uri.parse(IN_FORCE).with({ path: `/gjelder/${texts('client.in-force')}.md`, query: file.toString() }));
}

/** A rule's page by its code. */
export function showRule(code: string): Promise<void> {
  return showRendered(vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/regel/${code}.md` }));
}

/** A page by its address (`vurdert:/…`); anything else is left alone. */
export async function showPage(uri: unknown): Promise<void> {
  const page = typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
  if (page?.scheme === PAGE_SCHEME) await showRendered(page);
}

async function showRendered(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // VS Code without its Markdown extension: the text itself.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }
}
