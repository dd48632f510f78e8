/**
 * One client's language server: what the client asks for goes to the core's features, and what they give goes back in
 * LSP's terms. No domain logic, and nothing that only Node has: lsp/start.ts brings the transport.
 */
import { CodeActionKind, TextDocuments, TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Library } from '../core/library.ts';
import type { parse } from '../core/syntax/parse.ts';
import { bokmål, type Texts } from '../core/texts/texts.ts';
import { noDisk, type Disk } from '../workspace/disk.ts';
import { WorkspaceIndex } from '../workspace/index.ts';
import { addressOfUri } from '../workspace/uris.ts';
import { Analyses, type Reading } from './documents.ts';
import { answerActions, FIX_ALL } from './handlers/actions.ts';
import { answerPulls, pushFindings } from './handlers/diagnostics.ts';
import { answerMaking } from './handlers/making.ts';
import { answerOwnRequests } from './handlers/own.ts';
import { answerOverview } from './handlers/overview.ts';
import { answerReading } from './handlers/reading.ts';
import { followRenames } from './handlers/renames.ts';
import { answerReports } from './handlers/reports.ts';
import { answerStructure } from './handlers/structure.ts';
import { followWorkspace, foldersOf, workspaceCapabilities } from './handlers/workspace.ts';
import { answerWorkspacePulls } from './handlers/workspace-diagnostics.ts';
import { drained } from './idle.ts';
import { COMMANDS, SERVER_COMMANDS, YAML_EXTENSION, type InitializationOptions, type YamlExtensionParams } from './protocol.ts';
import { report, type ClientAbilities, type Session } from './session.ts';
import { followSettings, Settings } from './settings.ts';
import { today } from './today.ts';
import { VERSION } from '../workspace/version.ts';

export interface ServerOptions {
  texts?: Texts;
  /** The files of the workspace folders, by address; none without it. */
  disk?: Disk;
  /** Prints a document; without it, no PDF is made. */
  printPdf?: Session['printPdf'];
  /** Today as YYYY-MM-DD. */
  today?: () => string;
  /** For tests and measurements that look at what the index does. */
  onIndex?: (index: WorkspaceIndex) => void;
  /** For tests that count how often a version is parsed. */
  parseText?: typeof parse;
}

/** Sets the connection up and starts to listen. */
export function createServer(connection: Connection, library: Library, options: ServerOptions = {}): void {
  const documents = new TextDocuments(TextDocument);
  const texts = options.texts ?? bokmål;
  const disk = options.disk ?? noDisk;
  const index = new WorkspaceIndex({ disk, context: () => analyses.context(), pause: drained, failed: (error) => report({ connection }, 'workspace', error) });
  options.onIndex?.(index);
  const around = (uri: string): ReturnType<NonNullable<Reading['around']>> => {
    const address = addressOfUri(uri);
    const surroundings = index.surroundingsOf(address);
    return surroundings && { surroundings, version: index.versionOf(address) };
  };
  const analyses: Analyses = new Analyses({ library, texts, today: options.today ?? today, around, isNone: (uri) => index.isNone(addressOfUri(uri)), ...(options.parseText ? { parseText: options.parseText } : {}) });
  connection.onInitialize((params) => {
    const sent = (params.initializationOptions ?? {}) as InitializationOptions;
    const client = abilitiesOf(params, sent);
    const session: Session = { connection, documents, analyses, library, texts, client, settings: new Settings(sent.yamlExtension === true), workspace: index, disk, printPdf: options.printPdf };
    const beginWorkspace = followWorkspace(session, foldersOf(params), params.capabilities.workspace?.workspaceFolders === true);
    const renewals = client.pullDiagnostics ? [answerPulls(session), answerWorkspacePulls(session)] : [pushFindings(session)];
    const renew = (): void => renewals.forEach((each) => each());
    const beginSettings = followSettings(session, renew);
    // One listener for both: the connection keeps only the last.
    connection.onInitialized(() => {
      beginWorkspace();
      beginSettings();
    });
    connection.onNotification(YAML_EXTENSION, ({ active }: YamlExtensionParams) => {
      if (session.settings.setYamlExtension(active === true)) renew();
    });
    answerReading(session);
    answerStructure(session);
    answerActions(session);
    answerOwnRequests(session);
    answerReports(session);
    answerMaking(session);
    answerOverview(session);
    followRenames(session);
    return { capabilities: capabilities(client), serverInfo: { name: 'vurdert', version: VERSION } };
  });
  documents.listen(connection);
  connection.listen();
}

function abilitiesOf({ capabilities: { workspace, textDocument, window } }: InitializeParams, sent: InitializationOptions): ClientAbilities {
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    createsFiles: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    showsDocuments: window?.showDocument?.support === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    vscode: sent.vscode === true,
  };
}

function capabilities(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullDiagnostics ? { diagnosticProvider: { identifier: 'vurdert', interFileDependencies: true, workspaceDiagnostics: true } } : {}),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    // A colon or space before a value, a point in a question's id, a hyphen in a key or before a list's item,
    // a slash in the path of a file.
    completionProvider: { triggerCharacters: [':', ' ', '.', '-', '/'] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    workspace: workspaceCapabilities,
    executeCommandProvider: { commands: SERVER_COMMANDS.map((name) => COMMANDS[name]) },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  };
}
