import { DidChangeWatchedFilesNotification, WatchKind, type FileOperationRegistrationOptions, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { addressOfUri } from '../../workspace/uris.ts';
import { report, type Session } from '../session.ts';

/** The folders that the client has open; none where it edits single files. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(addressOfUri);
}

/** Keeps the index up to date with the editor: its folders, its open documents, and what happens on the disk. Returns what is to be done once the client is ready. */
export function followWorkspace(session: Session, folders: readonly string[], hasFolderEvents: boolean): () => void {
  const { connection, documents, workspace, client } = session;
  let current = [...folders];
  documents.onDidOpen(({ document }) => workspace.opened(addressOfUri(document.uri)));
  documents.onDidChangeContent(({ document }) => workspace.wrote(addressOfUri(document.uri), () => document.getText()));
  documents.onDidClose(({ document }) => workspace.closed(addressOfUri(document.uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => workspace.touched(changes.map(({ uri }) => addressOfUri(uri))));
  // Whoever watches files tells of these as well.
  const touched = ({ files }: { files: { uri: string }[] }): void => {
    if (!client.watchesFiles) workspace.touched(files.map(({ uri }) => addressOfUri(uri)));
  };
  connection.workspace.onDidCreateFiles(touched);
  connection.workspace.onDidDeleteFiles(touched);
  return () => {
    workspace.setFolders(current);
    if (hasFolderEvents) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => addressOfUri(uri));
        current = [...current.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => addressOfUri(uri))];
        workspace.setFolders(current);
      });
    }
    // A folder that comes or goes is told of by its own name alone, and a link may lead to any file.
    const watchers = [{ globPattern: '**/*.{yaml,yml}', kind: WatchKind.Change }, { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }];
    if (client.watchesFiles) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error) => report(session, 'registerCapability', error));
  };
}

/** Files and folders that may be, or hold, assessments. */
const FILES: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.{yaml,yml}', matches: 'file' } }, { pattern: { glob: '**/*', matches: 'folder' } }],
};

export const workspaceCapabilities: ServerCapabilities['workspace'] = {
  workspaceFolders: { supported: true, changeNotifications: true },
  fileOperations: { willRename: FILES, didRename: FILES, didCreate: FILES, didDelete: FILES },
};
