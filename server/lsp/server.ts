/**
 * One client's language server: what the client asks for goes to the core's features, and what they give goes back in
 * LSP's terms. No domain logic, and nothing that only Node has: lsp/start.ts brings the transport.
 */
import { CodeActionKind, PositionEncodingKind, TextDocuments, TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { libraryIn, type Library } from '../core/library.ts';
import { loadOwn } from '../core/own-files.ts';
import { parse } from '../core/syntax/parse.ts';
import { bokmål, type Texts } from '../core/texts/texts.ts';
import type { Disk } from '../workspace/disk.ts';
import { PdfProblem } from '../workspace/pdf/problem.ts';
import { Configurations } from '../workspace/config.ts';
import { WorkspaceIndex } from '../workspace/index.ts';
import { addressOfUri } from '../workspace/uris.ts';
import { clientDisk, eitherDisk } from './client-disk.ts';
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
import { answerTools } from './handlers/tools.ts';
import { followWorkspace, foldersOf, workspaceCapabilities } from './handlers/workspace.ts';
import { answerWorkspacePulls } from './handlers/workspace-diagnostics.ts';
import { drained } from './idle.ts';
import { APPLY_EDIT, COMMANDS, SERVER_COMMANDS, TRUSTED, YAML_EXTENSION, type InitializationOptions, type YamlExtensionParams } from './protocol.ts';
import { report, type ClientAbilities, type Session } from './session.ts';
import { followSettings, Settings } from './settings.ts';
import { today } from './today.ts';
import { VERSION } from '../workspace/version.ts';

export interface ServerOptions {
  texts?: Texts;
  /** The files of this machine, by address. What it does not have, or all without it, is read through the client. */
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
  const reads = { files: false };
  const remote = clientDisk((method, params) => connection.sendRequest(method, params), () => reads.files);
  const disk = options.disk ? eitherDisk(options.disk, remote) : remote;
  const settings = new Settings();
  const configs: Configurations = new Configurations({ disk, library, roots: () => index.roots, settings: (address) => settings.levelsAt(address), own: (base, files, last) => loadOwn(base, files, { parse, texts }, last) });
  const index = new WorkspaceIndex({ disk, configs, context: (address) => analyses.context(address), pause: drained, failed: (error) => report({ connection }, 'workspace', error) });
  options.onIndex?.(index);
  const around = (uri: string): ReturnType<NonNullable<Reading['around']>> => {
    const address = addressOfUri(uri);
    const surroundings = index.surroundingsOf(address);
    return surroundings && { surroundings, version: index.versionOf(address) };
  };
  const analyses: Analyses = new Analyses({ library, texts, language: (configured) => settings.language(configured), today: options.today ?? today, around, configured: (address) => ({ library: configs.libraryFor(address), configuration: configs.inForce(address) }), isNone: (uri) => index.isNone(addressOfUri(uri)), ...(options.parseText ? { parseText: options.parseText } : {}) });
  connection.onInitialize((params) => {
    const sent = (params.initializationOptions ?? {}) as InitializationOptions;
    const client = abilitiesOf(params, sent);
    reads.files = sent.files === true;
    let isTrusted = sent.trusted !== false;
    connection.onNotification(TRUSTED, () => {
      isTrusted = true;
    });
    const { printPdf } = options;
    const printWhereTrusted: Session['printPdf'] = printPdf && (async (html) => {
      if (!isTrusted) throw new PdfProblem('export.not-trusted');
      return printPdf(html);
    });
    const session: Session = {
      connection, documents, analyses, client,
      get library() {
        return libraryIn(library, settings.language());
      },
      get texts() {
        return texts.in(settings.language());
      }, settings, configs, workspace: index, disk, printPdf: printWhereTrusted,
    };
    settings.locale = params.locale;
    settings.choose(sent.språk ?? options.texts?.language);
    settings.setYamlExtension(sent.yamlExtension === true);
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
    answerTools(session);
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
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    showsDocuments: window?.showDocument?.support === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionMarkdown: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    appliesEdits: workspace?.applyEdit === true,
    vscode: sent.vscode === true,
  };
}

function capabilities(client: ClientAbilities): ServerCapabilities {
  return {
    // What every client knows; some could count otherwise, but none must.
    positionEncoding: PositionEncodingKind.UTF16,
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
    executeCommandProvider: { commands: [...SERVER_COMMANDS.map((name) => COMMANDS[name]), ...(client.actionLiterals ? [] : [APPLY_EDIT])] },
    codeActionProvider: client.actionLiterals ? { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } : true,
  };
}
