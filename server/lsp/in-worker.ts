import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { library } from '../core/product.ts';
import { createServer } from './server.ts';

/** Where messages come in and go out: a web worker's own scope. */
export type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Starts the server in a web worker. It has no disk: every file is read through the client (lsp/client-disk.ts). */
export function serveWorker(port: Port): void {
  createServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), library);
}
