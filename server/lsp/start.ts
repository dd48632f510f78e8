import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { library } from '../core/product.ts';
import { createServer } from './server.ts';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

/**
 * Starts the server on the transport that the command line names, standard input and output when it names none.
 * The connection ends the process: with 0 after `shutdown` and `exit`, with 1 when the client goes without a word.
 */
export function startServer(): void {
  // The connection reads process.argv itself, and keeps console.* away from standard output with --stdio.
  if (!process.argv.some((argument) => TRANSPORTS.some((transport) => argument === transport || argument.startsWith(`${transport}=`)))) process.argv.push('--stdio');
  createServer(createConnection(ProposedFeatures.all), library);
}
