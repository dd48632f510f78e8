import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { CONFIG_NAME } from '../server/core/config/model.ts';
import { COMMANDS } from '../server/lsp/protocol.ts';
import type { AssessmentsView } from './assessments/view.ts';
import { compareReport } from './compare.ts';
import { exportReport, type Decided } from './export.ts';
import { SHOW_PAGE } from './hover-links.ts';
import { enterInRecord, makeFrom } from './make-from.ts';
import { newAssessment, type Begun } from './new-assessment.ts';
import { newDpia } from './new-dpia.ts';
import { isOurs, schemes } from './ours.ts';
import { showInForce, showPage, showRule } from './pages.ts';
import type { ToolbarAction } from './preview/messages.ts';
import type { PreviewPanel } from './preview/panel.ts';
import type { Previews } from './preview/previews.ts';
import { printReport } from './print.ts';
import { showProcess } from './process.ts';
import type { Server } from './server.ts';
import { searchSources } from './search.ts';
import { meant, type Pointed } from './target.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

/**
 * The commands of the manifest, and those that only code lenses use, which put the file's URI first. What the server
 * carries out itself (SERVER_COMMANDS) is the language client's to register.
 */
export function registerCommands(context: vscode.ExtensionContext, server: Server, previews: Previews, view: AssessmentsView): vscode.Disposable[] {
  /** The assessment that is pointed at, that of the report that has the focus, or the active one. */
  const withReport = (at: Pointed, run: (document: vscode.TextDocument) => Promise<unknown>): Promise<void> => withAssessment(at ?? previews.active?.uri, run);
  const commands: { [id: string]: (...args: never[]) => unknown } = {
    [COMMANDS['show-report']]: (at?: Pointed) => withAssessment(at, (document) => previews.show(document.uri), () => previews.reveal()),
    'vurdert.visLaastRapport': (at?: Pointed) => withReport(at, ({ uri }) => previews.show(uri, { locked: true })),
    'vurdert.laasRapport': () => previews.active?.lock(!previews.active.state.locked),
    'vurdert.byttUtgave': () => previews.active?.set({ edition: previews.active.state.edition === 'internal' ? 'public' : 'internal' }),
    'vurdert.eksporter': (at?: Pointed, decided?: Decided) => withReport(at, ({ uri }) => exportReport(server, context.workspaceState, uri, { edition: previews.editionOf(uri), ...decided })),
    'vurdert.skrivUt': (at?: Pointed) => withReport(at, ({ uri }) => printReport(server, context, uri, previews.editionOf(uri))),
    'vurdert.sammenlign': (at?: Pointed) => withReport(at, ({ uri }) => compareReport(previews, uri, 'HEAD')),
    'vurdert.sammenlignMed': (at?: Pointed, against?: string) => withReport(at, ({ uri }) => compareReport(previews, uri, typeof against === 'string' ? against : undefined)),
    [COMMANDS['show-rule']]: (...args: unknown[]) => {
      const code = args.findLast((arg) => typeof arg === 'string');
      return code === undefined ? undefined : showRule(code as string);
    },
    [COMMANDS['show-finding']]: (uri: string, range: Range) => showRange(vscode.Uri.parse(uri), range),
    [SHOW_PAGE]: showPage,
    'vurdert.visHvaSomGjelder': (at?: Pointed) => showInForce(meant(at) ?? fileAtHand()),
    'vurdert.slaaOpp': () => searchSources(server),
    'vurdert.nyDpia': () => newDpia(server),
    'vurdert.nyVurdering': (at?: Pointed, begun?: Begun) => newAssessment(server, at, begun),
    'vurdert.lagPlm': (at?: Pointed) => withAssessment(at, ({ uri }) => makeFrom(server, uri, 'plm')),
    'vurdert.lagDpia': (at?: Pointed) => withAssessment(at, ({ uri }) => makeFrom(server, uri, 'dpia')),
    'vurdert.lagOversiktsrad': (at?: Pointed) => withAssessment(at, ({ uri }) => enterInRecord(server, uri)),
    'vurdert.oppdaterMal': (at?: Pointed) => withAssessment(at, ({ uri }) => server.execute(COMMANDS['update-template'], uri.toString())),
    'vurdert.visProsessen': (at?: Pointed) => withAssessment(at, (document) => showProcess(server, document)),
    'vurdert.grupperEtterTjeneste': () => view.setGrouping('tjeneste'),
    'vurdert.grupperEtterSlag': () => view.setGrouping('slag'),
    'vurdert.oppdater': () => view.refresh(),
    'vurdert.startPaaNytt': async () => {
      await server.restart();
      vscode.window.setStatusBarMessage(texts('client.restarted'), 4000);
    },
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
}

/** What the buttons of a panel do that reaches beyond it. */
export function actOn(panel: PreviewPanel, action: Exclude<ToolbarAction, 'internal' | 'public' | 'lock'>): void {
  const { uri, state: { edition } } = panel;
  // A click in the page may be here before VS Code has made its panel active, and then the search would open nowhere.
  if (action === 'find') void panel.activate().then(() => vscode.commands.executeCommand('editor.action.webvieweditor.showFind'));
  else void vscode.commands.executeCommand({ export: 'vurdert.eksporter', print: 'vurdert.skrivUt', compare: 'vurdert.sammenlignMed' }[action], uri, action === 'export' ? { edition } : undefined);
}

/** The file in the active editor, or where none of the user's is: the configuration of the first folder, written or not. */
function fileAtHand(): vscode.Uri {
  const { uri } = vscode.window.activeTextEditor?.document ?? {};
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return uri && schemes().includes(uri.scheme) ? uri : folder ? vscode.Uri.joinPath(folder.uri, CONFIG_NAME) : vscode.Uri.parse(`untitled:${CONFIG_NAME}`);
}

/** Runs on the assessment that is pointed at, or the active one. Where it is none, `otherwise` may do, or the user is told. */
async function withAssessment(at: Pointed, run: (document: vscode.TextDocument) => Promise<unknown>, otherwise: () => boolean = () => false): Promise<void> {
  const uri = meant(at);
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (isOurs(document)) await run(document);
  else if (!otherwise()) void tell('information', texts('client.not-ours'));
}

async function showRange(uri: vscode.Uri, { start, end }: Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { selection, ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}) });
}
