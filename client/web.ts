/// <reference lib="dom" />
/** The extension in VS Code in a browser: the server is a web worker (server/lsp/worker.ts). */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { Begin, Begun } from '../server/lsp/worker.ts';
import { activateWith, type Api } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const parts = `${vscode.Uri.joinPath(context.extensionUri, 'dist').toString(true)}/`;
  return activateWith(context, (options) => {
    let worker: Worker | undefined;
    const begin = async (): Promise<MessageTransports> => {
      worker = await begun(new Worker(`${parts}web/worker.js`), parts);
      // Not the worker itself: what VS Code makes is no Worker by its class, and the client looks for that.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return { client: new LanguageClient('vurdert', 'Vurdert', begin, options), end: () => worker?.terminate() };
  });
}

/** The worker, once the server in it listens. */
function begun(worker: Worker, parts: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const failed = (why: string): void => {
      worker.terminate();
      reject(new Error(why));
    };
    worker.onerror = ({ message }) => failed(message || `${parts}web/worker.js`);
    worker.onmessage = ({ data }: MessageEvent<Begun>) => {
      worker.onerror = worker.onmessage = null;
      if ('ready' in data) resolve(worker);
      else failed(data.problem);
    };
    worker.postMessage({ parts } satisfies Begin);
  });
}
