import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type Diagnostic, type DiagnosticServerCancellationData } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from '../convert.ts';
import { drained } from '../idle.ts';
import { guarded, report, type Session } from '../session.ts';

/** What the client is shown of a document's findings, in the file's order; nothing for a file that is not ours. */
export function diagnosticsOf(session: Session, document: TextDocument): Diagnostic[] {
  return guarded(session, 'findings', [], (): Diagnostic[] => {
    const analysis = session.analyses.of(document);
    if (!analysis) return [];
    return analysis.findings().filter((finding) => session.settings.shows(finding)).map((finding) => toDiagnostic(analysis.lines, finding, document.uri));
  })(undefined);
}

/**
 * Findings when the client asks (LSP 3.17). There is no fixed wait: what is already on its way in goes first, and a
 * request that this made cancelled or outdated is told so; the client asks again.
 * Returns what to do when the findings of all documents may have changed.
 */
export function answerPulls(session: Session): () => void {
  const { connection, documents } = session;
  /** Documents are told apart by when they were opened: a file closed and opened again begins at version 1 anew. */
  const openings = new WeakMap<TextDocument, number>();
  let opening = 0;
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const asked = documents.get(uri);
    const version = asked?.version;
    await drained();
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const document = documents.get(uri);
    if (document !== asked || document?.version !== version) {
      return new ResponseError<DiagnosticServerCancellationData>(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: document !== undefined });
    }
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (!openings.has(document)) openings.set(document, ++opening);
    // What findings depend on: the text, the settings and the day.
    const resultId = [openings.get(document), document.version, session.settings.revision, session.analyses.context().today].join('.');
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, document) };
  });
  return () => {
    if (session.client.refreshDiagnostics) connection.languages.diagnostics.refresh();
  };
}

/** Findings sent unasked, for clients that cannot ask: at once when idle, of the newest version when typing outruns us. */
export function pushFindings(session: Session): () => void {
  const { connection, documents } = session;
  const waiting = new Set<string>();
  const send = async (uri: string): Promise<void> => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    for (let seen: number | undefined = NaN; seen !== documents.get(uri)?.version;) {
      seen = documents.get(uri)?.version;
      await drained();
    }
    waiting.delete(uri);
    const document = documents.get(uri);
    if (document) await connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnosticsOf(session, document) });
  };
  const push = (uri: string): void => void send(uri).catch((error) => report(session, 'publishDiagnostics', error));
  documents.onDidChangeContent(({ document }) => push(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error) => report(session, 'publishDiagnostics', error));
  });
  return () => documents.keys().forEach(push);
}
