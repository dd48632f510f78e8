import type { RenameFilesParams, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { linkEdits, movedBy, mustChange } from '../../core/features/rename-files.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { toEdit } from '../convert.ts';
import { readAt, report, uriOf, type Session } from '../session.ts';

/** Files that move take along the links to them and their own. */
export function followRenames(session: Session): void {
  const { connection, workspace, client } = session;
  connection.workspace.onWillRenameFiles(async (params) => {
    try {
      return await editsFor(session, params);
    } catch (error) {
      report(session, 'workspace/willRenameFiles', error);
      return null;
    }
  });
  // Whoever watches files tells of the new names as well.
  connection.workspace.onDidRenameFiles((params) => {
    if (!client.watchesFiles) workspace.touched(movesOf(params).flatMap(({ from, to }) => [from, to]));
  });
}

const movesOf = ({ files }: RenameFilesParams): { from: string; to: string }[] => files.map(({ oldUri, newUri }) => ({ from: addressOfUri(oldUri), to: addressOfUri(newUri) }));

/** The index knows who is concerned; the places come from the files as they are now. */
async function editsFor(session: Session, params: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const { workspace, documents, client } = session;
  await workspace.idle();
  const moved = movedBy(movesOf(params));
  // An open document may say more than it did when somebody last asked.
  const open = documents.keys().map(addressOfUri).filter((address) => workspace.workspace.isInside(address));
  const concerned = [...workspace.workspace.all()].filter(({ address, links }) => links.some((link) => mustChange(address, link, moved))).map(({ address }) => address);
  const changes: TextDocumentEdit[] = [];
  for (const address of new Set([...concerned, ...open])) {
    const analysis = await readAt(session, address);
    const edits = analysis ? linkEdits(analysis, address, moved) : [];
    if (!analysis || !edits.length) continue;
    const uri = uriOf(session, address);
    changes.push({ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: edits.map((edit) => toEdit(analysis.lines, edit)) });
  }
  if (!changes.length) return null;
  if (client.versionedEdits) return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits as ReturnType<typeof toEdit>[]])) };
}
