/** «Skriv ut»: the standalone report in the browser, whose print dialog knows the machine's printers. */
import * as vscode from 'vscode';
import type { Edition } from '../server/core/report/edition.ts';
import { exportName, exportReport, make } from './export.ts';
import type { Server } from './server.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

/**
 * Writes the report where only this extension keeps files, and opens it. Only the last one lies there: an internal
 * report must not be gathered in a folder that nobody sees. Where the machine with the files is another than the one
 * with the printer, the report is exported instead.
 */
export async function printReport(server: Server, { globalStorageUri, workspaceState }: vscode.ExtensionContext, uri: vscode.Uri, edition: Edition): Promise<void> {
  if (vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web) return exportReport(server, workspaceState, uri, { format: 'html', edition });
  const bytes = await make(server, uri, { format: 'html', edition });
  if (!bytes) return;
  const folder = vscode.Uri.joinPath(globalStorageUri, 'utskrift');
  await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined); // the first time there is none
  const file = vscode.Uri.joinPath(folder, exportName(uri, 'html', edition));
  await vscode.workspace.fs.writeFile(file, bytes);
  if (await vscode.env.openExternal(file)) vscode.window.setStatusBarMessage(texts('client.print.done'), 8000);
  else void tell('warning', texts('client.print.failed'));
}
