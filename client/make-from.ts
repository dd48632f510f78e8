/** What is made from an assessment that is there: the next one, with its answers carried over, or its row in the record. */
import type * as vscode from 'vscode';
import type { AssessmentKind } from '../server/core/templates/model.ts';
import { COMMANDS } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

/** The server writes the file and has it shown. */
export async function makeFrom(server: Server, uri: vscode.Uri, kind: AssessmentKind): Promise<void> {
  await server.execute(COMMANDS['make-from'], uri.toString(), kind);
}

export async function enterInRecord(server: Server, uri: vscode.Uri): Promise<void> {
  await server.execute(COMMANDS['make-row'], uri.toString());
}
