import {
  DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type CancellationToken, type DiagnosticServerCancellationData, type ResultProgressReporter,
  type WorkspaceDiagnosticParams,  type WorkspaceDiagnosticReportPartialResult, type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { addressOfUri } from '../../workspace/uris.ts';
import { closedDeclaration, declarations } from '../declarations.ts';
import { drained } from '../idle.ts';
import { report, uriOf, type Session } from '../session.ts';
import { closedDiagnosticsOf, closedResultId } from './diagnostics.ts';

/** So many files' findings go into one part of an answer. */
const PORTION = 50;

/**
 * The findings of all closed files of the workspace. A request is held open until there is something that the client
 * does not know; where it takes parts of an answer, it is never ended, and what changes is sent as it comes.
 * Returns what to do when the findings of all files may have changed.
 */
export function answerWorkspacePulls(session: Session): () => void {
  const { connection, workspace } = session;
  const requests = new Set<Held>();
  workspace.onChange(({ files, disturbed }) => {
    // Somebody typing wakes nobody: what is open is asked for by itself.
    const closed = [...files, ...disturbed].filter((address) => !workspace.isOpen(address));
    if (!closed.length) return;
    for (const held of requests) {
      for (const address of closed) held.changed?.add(address);
      held.wake();
    }
  });
  session.configs.onRead((address) => {
    if (workspace.isOpen(address)) return;
    for (const held of requests) {
      held.changed?.add(address);
      held.wake();
    }
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }: WorkspaceDiagnosticParams, token: CancellationToken, _progress, parts?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [addressOfUri(uri), { uri, value }]));
    const held: Held = { changed: undefined, wake: () => {} };
    requests.add(held);
    token.onCancellationRequested(() => held.wake());
    try {
      for (let isFirst = true; ; isFirst = false) {
        await workspace.idle();
        const among = parts ? held.changed : undefined;
        held.changed = new Set();
        const items = await newsIn(session, known, token, parts, among, isFirst);
        if (token.isCancellationRequested) return new ResponseError<DiagnosticServerCancellationData>(LSPErrorCodes.RequestCancelled, 'cancelled');
        if (items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full)) return { items };
        if (held.changed?.size === 0) await new Promise<void>((resolve) => (held.wake = resolve));
      }
    } catch (error) {
      report(session, 'workspace/diagnostic', error);
      return { items: [] };
    } finally {
      requests.delete(held);
    }
  });
  return () => {
    for (const held of requests) {
      held.changed = undefined;
      held.wake();
    }
  };
}

/** A request that is open. */
interface Held {
  /** The closed files that are other than when it was last looked; undefined when all may be. */
  changed: Set<string> | undefined;
  wake(): void;
}

type Known = Map<string, { uri: string; value: string }>;

/** What the client does not know yet, of all files or of some; where it takes parts, nothing: they have been sent. `known` is kept up to date. */
async function newsIn(session: Session, known: Known, token: CancellationToken, parts: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined, among: Iterable<string> | undefined, isFirst: boolean): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const { workspace } = session;
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const send = async (): Promise<void> => {
    if (parts && items.length) parts.report({ items: items.splice(0) });
    await drained();
  };
  const there = (address: string): boolean => workspace.workspace.get(address) !== undefined || closedDeclaration(session, address) !== undefined;
  for (const address of among ?? [...known.keys()]) {
    const uri = known.get(address)?.uri;
    if (uri === undefined || there(address) || workspace.isOpen(address)) continue;
    known.delete(address);
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  for (const address of among ?? [...workspace.addresses(), ...declarations(session)]) {
    // An open document is asked for by itself.
    if (workspace.isOpen(address) || !there(address)) continue;
    const resultId = closedResultId(session, address);
    const before = known.get(address);
    const uri = before?.uri ?? uriOf(session, address);
    if (before?.value === resultId) {
      if (isFirst || !parts) items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
      continue;
    }
    known.set(address, { uri, value: resultId });
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: closedDiagnosticsOf(session, address) });
    if (items.length % PORTION === 0) await send();
    if (token.isCancellationRequested) return [];
  }
  await send();
  return items;
}
