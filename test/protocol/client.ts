/** A language client for tests: over the built server as a child process, or over a server in this process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader as ServerReader, StreamMessageWriter as ServerWriter } from 'vscode-languageserver/node';
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type Diagnostic, type DocumentDiagnosticReport, type InitializeResult, type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type { Library } from '../../server/core/library.ts';
import { library } from '../../server/core/product.ts';
import { createServer, type ServerOptions } from '../../server/lsp/server.ts';
import { TODAY } from '../core/fixtures.ts';
import { SERVER } from './built.ts';

export const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } };
export const PUSHED: ClientCapabilities = {};
/** What editors of today say of themselves, VS Code among them, as far as the server asks. */
export const MODERN: ClientCapabilities = {
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

export interface Published {
  uri: string;
  version?: number;
  diagnostics: Diagnostic[];
}

export class Client {
  initialized!: InitializeResult;
  readonly published: Published[] = [];
  readonly log: string[] = [];
  private readonly waiting: (() => void)[] = [];
  private version = 0;

  constructor(readonly connection: ProtocolConnection, readonly child?: ChildProcess) {
    connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      for (const check of this.waiting.splice(0)) check();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    connection.listen();
  }

  async start(capabilities: ClientCapabilities, initializationOptions?: unknown, folders?: string[]): Promise<this> {
    this.initialized = await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, ...(initializationOptions ? { initializationOptions } : {}), ...(folders ? { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) } : {}) });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  open(uri: string, text: string, languageId = 'yaml'): Promise<void> {
    this.version = 1;
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The next version of the document; a change without a range replaces all of it. */
  change(uri: string, ...contentChanges: { range?: unknown; text: string }[]): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version: ++this.version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  }

  /** A request at the place of `needle` in the text, `after` characters behind its beginning. */
  at<R>(method: string, uri: string, text: string, needle: string, after = 0): Promise<R> {
    return this.request(method, { textDocument: { uri }, position: placeOf(text, needle, after) });
  }

  /** The first published findings, now or later, that are as asked for. */
  async findings(isIt: (published: Published) => boolean): Promise<Published> {
    for (;;) {
      const found = this.published.find(isIt);
      if (found) return found;
      await new Promise<void>((resolve) => void this.waiting.push(resolve));
    }
  }

  /**
   * Ends the session as LSP asks, and gives the exit code of a server that is a process of its own. One in this process is
   * only shut down: `exit` would end the tests with it.
   */
  async end(): Promise<number | null> {
    await this.request('shutdown', undefined);
    if (!this.child) return null;
    const exited = new Promise<number | null>((resolve) => void this.child!.once('exit', resolve));
    await this.notify('exit', undefined);
    return exited;
  }
}

export function spawnServer(args = ['--stdio']): ChildProcess {
  return spawn(process.execPath, [SERVER, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The built server, speaking over standard input and output. */
export function childClient(child = spawnServer()): Client {
  return new Client(createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!)), child);
}

/** A server in this process, on the tests' day. */
export function localClient(options: ServerOptions = {}, own: Library = library): Client {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  createServer(createConnection(new ServerReader(toServer), new ServerWriter(toClient)), own, { today: () => TODAY, ...options });
  return new Client(createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)));
}

/** Where `needle` stands in the text, as LSP counts. */
export function placeOf(text: string, needle: string, after = 0): { line: number; character: number } {
  const offset = text.indexOf(needle) + after;
  if (offset < after) throw new Error(`«${needle}» is not in the text`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
