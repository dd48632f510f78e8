/** The report as a file to give away: the format, then where to save it, and nothing more is asked. */
import * as vscode from 'vscode';
import type { Edition } from '../server/core/report/edition.ts';
import { bytesOf } from '../server/lsp/base64.ts';
import { EXPORT, type ExportParams, type ExportResponse } from '../server/lsp/protocol.ts';
import { notHere } from './programs.ts';
import { historyOf } from './git.ts';
import type { Server } from './server.ts';
import { here } from './target.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

export type ExportFormat = ExportParams['format'];
/** What follows the assessment's own name; each is saved as the last of it. */
const ENDINGS: Record<ExportFormat, string> = { docx: 'docx', pdf: 'pdf', html: 'html', markdown: 'md', 'risks-csv': 'risikoer.csv', 'actions-csv': 'handlingsplan.csv', json: 'json' };
const FORMATS = Object.keys(ENDINGS) as ExportFormat[];
/** The folder that was last exported to. */
const FOLDER = 'eksport.mappe';

/** What a caller has decided, so that it is not asked for. */
export interface Decided {
  format?: ExportFormat;
  edition?: Edition;
  /** Where to write. A file that is there is left as it is. */
  target?: vscode.Uri;
}

/** @throws Error with a text for the user, where `decided` names a file that is there already */
export async function exportReport(server: Server, memory: vscode.Memento, uri: vscode.Uri, decided: Decided): Promise<void> {
  const chosen = decided.format ? { format: decided.format, edition: decided.edition ?? 'internal' } : await pickFormat(decided.edition ?? 'internal');
  if (!chosen) return;
  const obstacle = chosen.format === 'pdf' ? notHere('pdf', here()) : undefined;
  if (obstacle) return void tell('information', texts(obstacle), { aboutTrust: obstacle === 'export.not-trusted' });
  const target = decided.target ?? await askTarget(memory, uri, chosen);
  if (!target) return;
  if (decided.target && await vscode.workspace.fs.stat(target).then(() => true, () => false)) throw new Error(texts('client.export.exists', { fil: nameOf(target) }));
  const bytes = await make(server, uri, chosen);
  if (!bytes) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    void tell('error', texts('client.export.not-written', { fil: nameOf(target), feil: error instanceof Error ? error.message : String(error) }));
    return;
  }
  if (!decided.target) await memory.update(FOLDER, vscode.Uri.joinPath(target, '..').toString());
  void offerToOpen(target);
}

/** The bytes of the file, with progress shown meanwhile; undefined where it could not be made, which the user has been told. */
export async function make(server: Server, uri: vscode.Uri, { format, edition }: { format: ExportFormat; edition: Edition }): Promise<Uint8Array | undefined> {
  const title = texts('client.export.progress', { format: texts(`client.export.${format}`) });
  const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, async () => {
    const history = await historyOf(uri);
    return server.request<ExportResponse>(EXPORT, { uri: uri.toString(), format, edition, ...(history ? { history } : {}) } satisfies ExportParams);
  });
  if (answer && 'data' in answer) return bytesOf(answer.data);
  void tell('error', answer?.problem ?? texts('client.export.failed'));
  return undefined;
}

interface FormatItem extends vscode.QuickPickItem {
  format: ExportFormat;
}

/** The formats in a list; a button above it changes the edition. */
function pickFormat(edition: Edition): Promise<{ format: ExportFormat; edition: Edition } | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<FormatItem>();
    const set = (next: Edition): void => {
      edition = next;
      pick.title = texts('client.export.title', { utgave: texts(`client.export.edition.${edition}`) });
      pick.buttons = [edition === 'internal' ? { iconPath: new vscode.ThemeIcon('eye-closed'), tooltip: texts('client.export.switch.public') } : { iconPath: new vscode.ThemeIcon('eye'), tooltip: texts('client.export.switch.internal') }];
    };
    set(edition);
    pick.placeholder = texts('client.export.placeholder');
    pick.matchOnDetail = true;
    const withoutPdf = notHere('pdf', here());
    pick.items = FORMATS.map((format) => ({ format, label: texts(`client.export.${format}`), detail: texts(format === 'pdf' && withoutPdf ? 'client.export.pdf.not-here' : `client.export.${format}.detail`) }));
    pick.onDidTriggerButton(() => set(edition === 'internal' ? 'public' : 'internal'));
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (!item) return;
      resolve({ format: item.format, edition });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Where to save: in the folder that was last exported to, or beside the assessment. The dialog asks before it writes over. */
async function askTarget(memory: vscode.Memento, uri: vscode.Uri, { format, edition }: { format: ExportFormat; edition: Edition }): Promise<vscode.Uri | undefined> {
  const name = exportName(uri, format, edition);
  const last = memory.get<string>(FOLDER);
  const folder = last ? vscode.Uri.parse(last) : uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  const ending = ENDINGS[format].split('.').at(-1)!;
  return vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    saveLabel: texts('client.export.save'),
    title: texts('client.export.title', { utgave: texts(`client.export.edition.${edition}`) }),
    filters: { [texts(`client.export.${format}`).replace(/ \(.*/, '')]: [ending] },
  });
}

/** `tjeneste.dpia.docx`; the public edition says in its name that it is. */
export function exportName(uri: vscode.Uri, format: ExportFormat, edition: Edition): string {
  const stem = nameOf(uri).replace(/\.ya?ml$/i, '');
  return `${stem}${edition === 'public' ? '.offentlig' : ''}.${ENDINGS[format]}`;
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
  const [open, show] = [texts('client.export.open'), texts('client.export.show')];
  const isLocal = target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  const answer = await vscode.window.showInformationMessage(texts('client.export.done', { fil: nameOf(target) }), open, ...(isLocal ? [show] : []));
  // Text opens where one is; the rest in the program that the machine has for it.
  if (answer === open) await (isLocal && !/\.(?:md|json)$/.test(target.path) ? vscode.env.openExternal(target) : vscode.commands.executeCommand('vscode.open', target));
  else if (answer === show) await vscode.commands.executeCommand('revealFileInOS', target);
}

const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1)!;
