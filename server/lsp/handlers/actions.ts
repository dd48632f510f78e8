import { CodeActionKind, type CodeAction, type Command, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../core/analysis.ts';
import type { Fix, TextEdit } from '../../core/features/model.ts';
import { insertAnswers } from '../../core/features/fixes/answers.ts';
import { updateTemplate } from '../../core/features/fixes/template-version.ts';
import { allFixes, fixesAt } from '../../core/features/fixes/index.ts';
import type { LineIndex } from '../../core/syntax/lines.ts';
import { fromRange, toCommand, toEdit, toRange, type DiagnosticData } from '../convert.ts';
import { declarationFixes, declarationOf } from '../declarations.ts';
import { APPLY_EDIT, COMMANDS } from '../protocol.ts';
import { make } from './making.ts';
import { guarded, opened, report, type Session } from '../session.ts';

/** Ours among the kinds, so that a user can have it run when saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.vurdert`;

/** Quick fixes at a place, and the one that mends all that can be mended without a choice. */
export function answerActions(session: Session): void {
  session.connection.onCodeAction(guarded(session, 'code actions', null, ({ textDocument: { uri }, range, context }) => {
    const document = session.documents.get(uri);
    const analysis = document && session.analyses.of(document);
    const declaration = document && !analysis ? declarationOf(session, document) : undefined;
    const lines = (analysis ?? declaration)?.lines;
    if (!document || !lines) return null;
    const wants = (kind: string): boolean => !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const at = fromRange(lines, range);
      for (const fix of analysis ? fixesAt(analysis, at) : declarationFixes(declaration!, at, session)) {
        if ((fix.finding && !session.settings.shows(fix.finding)) || (fix.command && !session.client.appliesEdits)) continue;
        const diagnostics = context.diagnostics.filter((diagnostic) => isAbout(diagnostic, fix, lines));
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          ...(diagnostics.length ? { diagnostics } : {}),
          ...(fix.preferred ? { isPreferred: true } : {}),
          ...(fix.command ? { command: toCommand(lines, fix.title, fix.command, uri) } : { edit: toWorkspaceEdit(session, document, lines, fix.edits) }),
        });
      }
    }
    // Only on request: in the menu of every light bulb it would be noise.
    if (context.only && wants(FIX_ALL)) {
      for (const fix of analysis ? allFixes(analysis) : []) actions.push({ title: fix.title, kind: FIX_ALL, edit: toWorkspaceEdit(session, document, lines, fix.edits) });
    }
    return session.client.actionLiterals ? actions : actions.flatMap((action) => asCommand(session, action) ?? []);
  }));
  session.connection.onExecuteCommand(guarded(session, 'command', null, ({ command, arguments: sent = [] }) => {
    const [uri, ids] = sent as unknown[];
    if (command === APPLY_EDIT && isEdit(sent[0])) applyEdit(session, sent[0]);
    else if (command === COMMANDS['insert-answers'] && typeof uri === 'string' && Array.isArray(ids)) edit(session, uri, (analysis) => insertAnswers(analysis, ids.map(String)));
    else if (command === COMMANDS['update-template'] && typeof uri === 'string') edit(session, uri, updateTemplate);
    else make(session, command, sent as unknown[]);
    return null;
  }));
}

/** Not awaited: the client may answer the edit after it has had our answer to the command. */
function edit(session: Session, uri: string, editsOf: (analysis: Analysis) => TextEdit[]): void {
  const { document, analysis } = opened(session, uri) ?? {};
  const edits = analysis ? editsOf(analysis) : [];
  if (!document || !analysis || !edits.length) return;
  applyEdit(session, toWorkspaceEdit(session, document, analysis.lines, edits));
}

function applyEdit(session: Session, edit: WorkspaceEdit): void {
  session.connection.workspace.applyEdit(edit).catch((error) => report(session, 'applyEdit', error));
}

const isEdit = (sent: unknown): sent is WorkspaceEdit => typeof sent === 'object' && sent !== null && ('changes' in sent || 'documentChanges' in sent);

/** The action for a client of before LSP 3.8, which knows commands alone; nothing where it takes no edits from a server either. */
function asCommand({ client }: Session, { title, edit, command }: CodeAction): Command | undefined {
  if (!client.appliesEdits) return undefined;
  return command ?? { title, command: APPLY_EDIT, arguments: [edit] };
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
