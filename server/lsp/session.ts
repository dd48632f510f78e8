import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analysis.ts';
import type { Library } from '../core/library.ts';
import type { Texts } from '../core/texts/texts.ts';
import type { OpenAssessment } from '../core/features/model.ts';
import { fileNameOf, type Analyses } from './documents.ts';
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
  /** Our own client in VS Code: it knows COMMANDS and PAGE_SCHEME. */
  vscode: boolean;
}

/** One client's session: what every handler works with. */
export interface Session {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  analyses: Analyses;
  library: Library;
  texts: Texts;
  settings: Settings;
  client: ClientAbilities;
}

/** The document and its analysis; undefined when it is not open or not one of ours. */
export function opened(session: Session, uri: string): { document: TextDocument; analysis: Analysis } | undefined {
  const document = session.documents.get(uri);
  const analysis = document && session.analyses.of(document);
  return document && analysis ? { document, analysis } : undefined;
}

/** The assessments that are open now, in the order of their addresses. */
export function openAssessments(session: Session): OpenAssessment[] {
  const open = session.documents.all().flatMap((document) => {
    const analysis = session.analyses.of(document);
    return analysis ? [{ uri: document.uri, name: fileNameOf(document.uri), analysis }] : [];
  });
  return open.sort((a, b) => (a.uri < b.uri ? -1 : 1));
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
