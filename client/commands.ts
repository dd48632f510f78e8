import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { COMMANDS } from '../server/lsp/protocol.ts';
import type { AssessmentsView } from './assessments/view.ts';
import { SHOW_PAGE } from './hover-links.ts';
import { enterInRecord, makeFrom } from './make-from.ts';
import { newAssessment, type Begun } from './new-assessment.ts';
import { newDpia } from './new-dpia.ts';
import { isOurs } from './ours.ts';
import { showPage, showRule } from './pages.ts';
import type { Preview } from './preview/panel.ts';
import { showProcess } from './process.ts';
import type { Server } from './server.ts';
import { searchSources } from './search.ts';
import { meant, type Pointed } from './target.ts';
import { texts } from './texts.ts';

/**
 * The commands of the manifest, and those that only code lenses use, which put the file's URI first. What the server
 * carries out itself (SERVER_COMMANDS) is the language client's to register.
 */
export function registerCommands(server: Server, preview: Preview, view: AssessmentsView): vscode.Disposable[] {
  const commands: { [id: string]: (...args: never[]) => unknown } = {
    [COMMANDS['show-report']]: (at?: Pointed) => withAssessment(at, (document) => preview.show(document.uri), () => preview.reveal()),
    [COMMANDS['show-rule']]: (...args: unknown[]) => {
      const code = args.findLast((arg) => typeof arg === 'string');
      return code === undefined ? undefined : showRule(code as string);
    },
    [COMMANDS['show-finding']]: (uri: string, range: Range) => showRange(vscode.Uri.parse(uri), range),
    [SHOW_PAGE]: showPage,
    'vurdert.slaaOpp': () => searchSources(server),
    'vurdert.nyDpia': () => newDpia(server),
    'vurdert.nyVurdering': (at?: Pointed, begun?: Begun) => newAssessment(server, at, begun),
    'vurdert.lagPlm': (at?: Pointed) => withAssessment(at, ({ uri }) => makeFrom(server, uri, 'plm')),
    'vurdert.lagDpia': (at?: Pointed) => withAssessment(at, ({ uri }) => makeFrom(server, uri, 'dpia')),
    'vurdert.lagOversiktsrad': (at?: Pointed) => withAssessment(at, ({ uri }) => enterInRecord(server, uri)),
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

/** Runs on the assessment that is pointed at, or the active one. Where it is none, `otherwise` may do, or the user is told. */
async function withAssessment(at: Pointed, run: (document: vscode.TextDocument) => Promise<unknown>, otherwise: () => boolean = () => false): Promise<void> {
  const uri = meant(at);
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (isOurs(document)) await run(document);
  else if (!otherwise()) void vscode.window.showInformationMessage(texts('client.not-ours'));
}

async function showRange(uri: vscode.Uri, { start, end }: Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { selection, ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}) });
}
