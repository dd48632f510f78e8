import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, TextEdit } from '../../core/features/model.ts';
import { insertAnswers } from '../../core/features/fixes/answers.ts';
import { allFixes, fixesAt } from '../../core/features/fixes/index.ts';
import type { LineIndex } from '../../core/syntax/lines.ts';
import { fromRange, toCommand, toEdit, toRange, type DiagnosticData } from '../convert.ts';
import { COMMANDS } from '../protocol.ts';
import { make } from './making.ts';
import { guarded, opened, report, type Session } from '../session.ts';

/** Ours among the kinds, so that a user can have it run when saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.vurdert`;

/** Quick fixes at a place, and the one that mends all that can be mended without a choice. */
export function answerActions(session: Session): void {
  session.connection.onCodeAction(guarded(session, 'code actions', null, ({ textDocument: { uri }, range, context }) => {
    const { document, analysis } = opened(session, uri) ?? {};
    if (!document || !analysis) return null;
    const wants = (kind: string): boolean => !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      for (const fix of fixesAt(analysis, fromRange(analysis.lines, range))) {
        if (fix.finding && !session.settings.shows(fix.finding)) continue;
        const diagnostics = context.diagnostics.filter((diagnostic) => isAbout(diagnostic, fix, analysis.lines));
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          ...(diagnostics.length ? { diagnostics } : {}),
          ...(fix.preferred ? { isPreferred: true } : {}),
          ...(fix.command ? { command: toCommand(analysis.lines, fix.title, fix.command, uri) } : { edit: toWorkspaceEdit(session, document, analysis.lines, fix.edits) }),
        });
      }
    }
    // Only on request: in the menu of every light bulb it would be noise.
    if (context.only && wants(FIX_ALL)) {
      for (const fix of allFixes(analysis)) actions.push({ title: fix.title, kind: FIX_ALL, edit: toWorkspaceEdit(session, document, analysis.lines, fix.edits) });
    }
    return actions;
  }));
  session.connection.onExecuteCommand(guarded(session, 'command', null, ({ command, arguments: sent = [] }) => {
    const [uri, ids] = sent as unknown[];
    if (command === COMMANDS['insert-answers'] && typeof uri === 'string' && Array.isArray(ids)) insert(session, uri, ids.map(String));
    else make(session, command, sent as unknown[]);
    return null;
  }));
}

/** Not awaited: the client may answer the edit after it has had our answer to the command. */
function insert(session: Session, uri: string, ids: string[]): void {
  const { document, analysis } = opened(session, uri) ?? {};
  const edits = analysis ? insertAnswers(analysis, ids) : [];
  if (!document || !analysis || !edits.length) return;
  const edit = toWorkspaceEdit(session, document, analysis.lines, edits);
  session.connection.workspace.applyEdit(edit).catch((error) => report(session, 'applyEdit', error));
}

/** Told by code and place; the message may be in any language. */
function isAbout(diagnostic: Diagnostic, { finding }: Fix, lines: LineIndex): boolean {
  if (!finding || diagnostic.source !== 'vurdert' || diagnostic.code !== finding.code) return false;
  const path = (diagnostic.data as DiagnosticData | undefined)?.path;
  if (path !== undefined && path !== finding.path) return false;
  const { start } = toRange(lines, finding.range);
  return start.line === diagnostic.range.start.line && start.character === diagnostic.range.start.character;
}

function toWorkspaceEdit(session: Session, document: TextDocument, lines: LineIndex, edits: TextEdit[]): WorkspaceEdit {
  const changes = edits.map((edit) => toEdit(lines, edit));
  if (!session.client.versionedEdits) return { changes: { [document.uri]: changes } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: changes }] };
}
