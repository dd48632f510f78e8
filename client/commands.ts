import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { COMMANDS } from '../server/lsp/protocol.ts';
import { SHOW_PAGE } from './hover-links.ts';
import { newAssessment } from './new-assessment.ts';
import { isOurs } from './ours.ts';
import { showPage, showRule } from './pages.ts';
import type { Preview } from './preview/panel.ts';
import type { Server } from './server.ts';
import { searchSources } from './search.ts';
import { texts } from './texts.ts';

/**
 * The commands of the manifest, and those that only code lenses use, which put the file's URI first. What the server
 * carries out itself (settInnSvar) is the language client's to register.
 */
export function registerCommands(server: Server, preview: Preview): vscode.Disposable[] {
  const commands: { [id: string]: (...args: never[]) => unknown } = {
    [COMMANDS['show-report']]: (uri?: vscode.Uri | string) => showReport(preview, uri),
    [COMMANDS['show-rule']]: (...args: unknown[]) => {
      const code = args.findLast((arg) => typeof arg === 'string');
      return code === undefined ? undefined : showRule(code as string);
    },
    [COMMANDS['show-finding']]: (uri: string, range: Range) => showRange(vscode.Uri.parse(uri), range),
    [SHOW_PAGE]: showPage,
    'vurdert.slaaOpp': () => searchSources(server),
    'vurdert.nyDpia': () => newAssessment(server),
    'vurdert.startPaaNytt': async () => {
      await server.restart();
      vscode.window.setStatusBarMessage(texts('client.restarted'), 4000);
    },
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
}

async function showReport(preview: Preview, given: vscode.Uri | string | undefined): Promise<void> {
  const uri = typeof given === 'string' ? vscode.Uri.parse(given) : given;
  const document = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (isOurs(document)) await preview.show(document.uri);
  else if (!preview.reveal()) void vscode.window.showInformationMessage(texts('client.not-ours'));
}

async function showRange(uri: vscode.Uri, { start, end }: Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { selection, ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}) });
}
