import { LSPErrorCodes, ResponseError, type CancellationToken, ShowMessageNotification, type Connection, type MessageType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Library } from '../core/library.ts';
import type { Texts } from '../core/texts/texts.ts';
import { citingFile, type CitingFile } from '../core/features/citations.ts';
import { fileAmong, nameIn } from '../core/across/addresses.ts';
import { readAssessmentFile } from '../workspace/assessments.ts';
import type { Disk } from '../workspace/disk.ts';
import type { Configurations } from '../workspace/config.ts';
import type { WorkspaceIndex } from '../workspace/index.ts';
import { addressOfUri, uriOfAddress } from '../workspace/uris.ts';
import { type Analyses } from './documents.ts';
import { drained } from './idle.ts';
import type { Settings } from './settings.ts';

/** What the client can do, as far as we act on it. */
export interface ClientAbilities {
  pullDiagnostics: boolean;
  refreshDiagnostics: boolean;
  configuration: boolean;
  /** `workspace/didChangeConfiguration` has to be asked for. */
  registersConfiguration: boolean;
  versionedEdits: boolean;
  /** A definition may say which words it is of. */
  definitionLinks: boolean;
  refreshLenses: boolean;
  /** `workspace/didChangeWatchedFiles` can be asked for. */
  watchesFiles: boolean;
  /** An edit may make a file. */
  createsFiles: boolean;
  /** `window/showDocument` can be asked for. */
  showsDocuments: boolean;
  /** Hovers may be Markdown. */
  hoverMarkdown: boolean;
  /** What completion says of an item may be Markdown. */
  completionMarkdown: boolean;
  /** What completion inserts may have tab stops. */
  snippets: boolean;
  /** An outline may be a tree. */
  nestedSymbols: boolean;
  /** An action may hold its edit; otherwise actions are commands. */
  actionLiterals: boolean;
  /** `workspace/applyEdit` can be asked for. */
  appliesEdits: boolean;
  /** Our own client in VS Code: it knows COMMANDS and PAGE_SCHEME. */
  vscode: boolean;
}

/** One client's session: what every handler works with. */
export interface Session {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  analyses: Analyses;
  /** In the language of what is said, which the user may change: not to be kept. */
  readonly library: Library;
  readonly texts: Texts;
  settings: Settings;
  /** The configurations of the folders. */
  configs: Configurations;
  /** What is known of the folders' assessments, open or closed. */
  workspace: WorkspaceIndex;
  disk: Disk;
  /** HTML → PDF, where there may be a browser for it. Throws a PdfProblem where that fails. */
  printPdf: ((html: (pages?: ReadonlyMap<string, number>) => string) => Promise<Uint8Array>) | undefined;
  client: ClientAbilities;
}

/** The document and its analysis; undefined when it is not open or not one of ours. */
export function opened(session: Session, uri: string): { document: TextDocument; analysis: Analysis } | undefined {
  const document = session.documents.get(uri);
  const analysis = document && session.analyses.of(document);
  return document && analysis ? { document, analysis } : undefined;
}

/** The URI of an address: the client's own for what is open. */
export function uriOf(session: Pick<Session, 'documents' | 'workspace'>, address: string): string {
  const open = session.workspace.isOpen(address) ? session.documents.keys().find((uri) => addressOfUri(uri) === address) : undefined;
  return open ?? uriOfAddress(address);
}

/** The assessment at an address as it stands now: the open document, or the file, which is read for it. */
export async function readAt(session: Session, address: string): Promise<Analysis | undefined> {
  const uri = uriOf(session, address);
  if (session.documents.get(uri)) return opened(session, uri)?.analysis;
  const found = await readAssessmentFile(session.disk, address, false);
  return found && 'text' in found ? analyse(found.text, nameIn(address), session.analyses.contextAt(address)) : undefined;
}

/** What every assessment refers to, open or closed, by address. */
export function citingFiles(session: Session): CitingFile[] {
  const { documents, workspace, analyses } = session;
  const files = new Map<string, CitingFile>();
  for (const address of workspace.addresses()) {
    const digest = workspace.workspace.get(address);
    if (digest && !workspace.isOpen(address)) files.set(address, { uri: uriOfAddress(address), name: fileAmong(workspace.roots, address), lines: digest.lines, cited: workspace.citedIn(address) });
  }
  for (const document of documents.all()) {
    const analysis = analyses.of(document);
    const address = addressOfUri(document.uri);
    if (analysis) files.set(address, citingFile(document.uri, fileAmong(workspace.roots, address), analysis));
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

/** Runs a handler so that an error in it is logged and answered with `empty`: the server goes on. */
export function guarded<P, R>(session: Session, name: string, empty: R, handle: (params: P) => R): (params: P) => R {
  return (params) => {
    try {
      return handle(params);
    } catch (error) {
      report(session, name, error);
      return empty;
    }
  };
}

/**
 * The same for answers about the whole document (outline, folding, lenses): editors ask for all of them at every
 * change, so newer input is let through first and a request that it cancelled costs nothing.
 */
export function unhurried<P, R>(session: Session, name: string, empty: R, handle: (params: P) => R): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  const run = guarded(session, name, empty, handle);
  return async (params, token) => {
    await drained();
    return token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled') : run(params);
  };
}

/** Tells the client's log about an error of ours. */
export function report(session: Pick<Session, 'connection'>, name: string, error: unknown): void {
  session.connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

/** Tells the user something: a notification, not the request that `connection.window` sends, which not every editor answers. */
export function tellUser({ connection }: Pick<Session, 'connection'>, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}
