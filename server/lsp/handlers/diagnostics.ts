import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type Diagnostic, type DiagnosticServerCancellationData, type Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeIn } from '../../core/across/digest.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { toDiagnostic, toRange } from '../convert.ts';
import { closedDeclaration, declarationOf, type Declaration } from '../declarations.ts';
import { drained } from '../idle.ts';
import { guarded, report, uriOf, type Session } from '../session.ts';

/** What the client is shown of a document's findings, in the file's order; nothing for a file that is not ours. */
function diagnosticsOf(session: Session, document: TextDocument): Diagnostic[] {
  return guarded(session, 'findings', [], (): Diagnostic[] => {
    const analysis = session.analyses.of(document);
    const declaration = analysis ? undefined : declarationOf(session, document);
    if (declaration) return ofDeclaration(session, declaration, document.uri);
    if (!analysis) return [];
    return analysis.findings().filter((finding) => session.settings.shows(finding)).map((finding) => toDiagnostic(analysis.lines, finding, document.uri, session.client.vscode, (address, path) => placeElsewhere(session, address, path)));
  })(undefined);
}

/** The same for a file that is closed, as the index has it. */
export function closedDiagnosticsOf(session: Session, address: string): Diagnostic[] {
  return guarded(session, 'findings', [], (): Diagnostic[] => {
    const declaration = closedDeclaration(session, address);
    if (declaration) return ofDeclaration(session, declaration, uriOf(session, address));
    const digest = session.workspace.workspace.get(address);
    if (!digest) return [];
    const findings = session.workspace.findingsOf(address)?.findings ?? [];
    return findings.filter((finding) => session.settings.shows(finding)).map((finding) => toDiagnostic(digest.lines, finding, uriOf(session, address), session.client.vscode, (other, path) => placeElsewhere(session, other, path)));
  })(undefined);
}

function ofDeclaration(session: Session, { lines, findings }: Declaration, uri: string): Diagnostic[] {
  return findings().filter((finding) => session.settings.shows(finding)).map((finding) => toDiagnostic(lines, finding, uri, session.client.vscode, (address, path) => placeElsewhere(session, address, path)));
}

/** Where a path of another file is now: it may have moved since the finding was made. */
function placeElsewhere(session: Session, address: string, path: string): Location | undefined {
  const digest = session.workspace.workspace.get(address);
  return digest && { uri: uriOf(session, address), range: toRange(digest.lines, placeIn(digest, path)) };
}

/** What tells one state of a closed file's findings from another: the index' number, the settings and the day. */
export function closedResultId(session: Session, address: string): string {
  return ['c', session.workspace.versionOf(address), closedDeclaration(session, address)?.state ?? '', session.settings.revision, session.analyses.context().today].join('.');
}

/**
 * Findings when the client asks (LSP 3.17). There is no fixed wait: what is already on its way in goes first, and a
 * request that this made cancelled or outdated is told so; the client asks again.
 * Returns what to do when the findings of all documents may have changed.
 */
export function answerPulls(session: Session): () => void {
  const { connection, documents, workspace, configs, client } = session;
  /** Documents are told apart by when they were opened: a file closed and opened again begins at version 1 anew. */
  const openings = new WeakMap<TextDocument, number>();
  let opening = 0;
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const asked = documents.get(uri);
    const version = asked?.version;
    await drained();
    const address = addressOfUri(uri);
    // A client that goes on showing the findings of a file that it has closed asks once more.
    if (!asked || declarationOf(session, asked)) await workspace.idle();
    else await configs.ready(address);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const document = documents.get(uri);
    if (document !== asked || document?.version !== version) {
      return new ResponseError<DiagnosticServerCancellationData>(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: document !== undefined });
    }
    if (document && !openings.has(document)) openings.set(document, ++opening);
    // What findings depend on: the text, the other files, the settings and the day.
    const resultId = document
      ? [openings.get(document), document.version, workspace.versionOf(address), declarationOf(session, document)?.state ?? '', session.settings.revision, session.analyses.context().today].join('.')
      : closedResultId(session, address);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: document ? diagnosticsOf(session, document) : closedDiagnosticsOf(session, address) };
  });
  const refresh = (): void => {
    if (client.refreshDiagnostics) connection.languages.diagnostics.refresh();
  };
  workspace.onChange(({ disturbed }) => {
    if ([...disturbed].some((address) => workspace.isOpen(address))) refresh();
  });
  configs.onRead(refresh);
  return refresh;
}

/** Findings sent unasked, for clients that cannot ask: at once when idle, of the newest version when typing outruns us. */
export function pushFindings(session: Session): () => void {
  const { connection, documents, workspace, configs } = session;
  const waiting = new Set<string>();
  /** The closed files that the client shows findings of. */
  const shown = new Set<string>();
  const failed = (error: unknown): void => report(session, 'publishDiagnostics', error);
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
  const push = (uri: string): void => void send(uri).catch(failed);
  const pushClosed = (address: string): void => {
    const diagnostics = closedDiagnosticsOf(session, address);
    if (!diagnostics.length && !shown.has(address)) return;
    if (diagnostics.length) shown.add(address);
    else shown.delete(address);
    connection.sendDiagnostics({ uri: uriOf(session, address), diagnostics }).catch(failed);
  };
  documents.onDidChangeContent(({ document }) => push(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    const address = addressOfUri(uri);
    // Of a file in the workspace the findings stay; the index tells once it has read it.
    if (workspace.workspace.isInside(address)) shown.add(address);
    else connection.sendDiagnostics({ uri, diagnostics: [] }).catch(failed);
  });
  workspace.onChange(({ files, disturbed }) => {
    for (const address of disturbed) if (workspace.isOpen(address)) push(uriOf(session, address));
    for (const address of new Set([...files, ...disturbed])) if (!workspace.isOpen(address)) pushClosed(address);
  });
  configs.onRead((address) => (workspace.isOpen(address) ? push(uriOf(session, address)) : pushClosed(address)));
  return () => {
    documents.keys().forEach(push);
    for (const address of workspace.addresses()) if (!workspace.isOpen(address)) pushClosed(address);
  };
}
