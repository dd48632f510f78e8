/**
 * One client's language server: what the client asks for goes to the core's features, and what they give goes back in
 * LSP's terms. No domain logic, and nothing that only Node has: lsp/start.ts brings the transport.
 */
import { CodeActionKind, TextDocuments, TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Library } from '../core/library.ts';
import type { parse } from '../core/syntax/parse.ts';
import { bokmål, type Texts } from '../core/texts/texts.ts';
import { Analyses } from './documents.ts';
import { answerActions, FIX_ALL } from './handlers/actions.ts';
import { answerPulls, pushFindings } from './handlers/diagnostics.ts';
import { answerOwnRequests } from './handlers/own.ts';
import { answerReading } from './handlers/reading.ts';
import { answerStructure } from './handlers/structure.ts';
import { COMMANDS, YAML_EXTENSION, type InitializationOptions, type YamlExtensionParams } from './protocol.ts';
import type { ClientAbilities, Session } from './session.ts';
import { followSettings, Settings } from './settings.ts';
import { today } from './today.ts';
import { VERSION } from '../workspace/version.ts';

export interface ServerOptions {
  texts?: Texts;
  /** Today as YYYY-MM-DD. */
  today?: () => string;
  /** For tests that count how often a version is parsed. */
  parseText?: typeof parse;
}

/** Sets the connection up and starts to listen. */
export function createServer(connection: Connection, library: Library, options: ServerOptions = {}): void {
  const documents = new TextDocuments(TextDocument);
  const texts = options.texts ?? bokmål;
  const analyses = new Analyses({ library, texts, today: options.today ?? today, ...(options.parseText ? { parseText: options.parseText } : {}) });
  connection.onInitialize((params) => {
    const sent = (params.initializationOptions ?? {}) as InitializationOptions;
    const client = abilitiesOf(params, sent);
    const session: Session = { connection, documents, analyses, library, texts, client, settings: new Settings(sent.yamlExtension === true) };
    const renew = client.pullDiagnostics ? answerPulls(session) : pushFindings(session);
    followSettings(session, renew);
    connection.onNotification(YAML_EXTENSION, ({ active }: YamlExtensionParams) => {
      if (session.settings.setYamlExtension(active === true)) renew();
    });
    answerReading(session);
    answerStructure(session);
    answerActions(session);
    answerOwnRequests(session);
    return { capabilities: capabilities(client), serverInfo: { name: 'vurdert', version: VERSION } };
  });
  documents.listen(connection);
  connection.listen();
}

function abilitiesOf({ capabilities: { workspace, textDocument } }: InitializeParams, sent: InitializationOptions): ClientAbilities {
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    vscode: sent.vscode === true,
  };
}

function capabilities(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullDiagnostics ? { diagnosticProvider: { identifier: 'vurdert', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    hoverProvider: true,
    ...(client.vscode ? { definitionProvider: true } : {}),
    referencesProvider: true,
    // A colon or space before a value, a point in a question's id, a hyphen in a key or before a list's item.
    completionProvider: { triggerCharacters: [':', ' ', '.', '-'] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    executeCommandProvider: { commands: [COMMANDS['insert-answers']] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  };
}
