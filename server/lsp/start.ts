import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { library } from '../core/product.ts';
import { addressDisk } from '../workspace/node-disk.ts';
import { printPdf } from '../workspace/pdf/index.ts';
import { Frames } from './frames.ts';
import { holdMemory } from './memory.ts';
import { createServer } from './server.ts';

/** The transports that the connection sets up by itself, from process.argv. */
const OTHERS = ['--node-ipc', '--socket', '--pipe'];

/**
 * Starts the server on the transport that the command line names, standard input and output when it names none.
 * The connection ends the process: with 0 after `shutdown` and `exit`, with 1 when the client goes without a word.
 */
export function startServer(): void {
  holdMemory();
  const isOther = process.argv.some((argument) => OTHERS.some((transport) => argument === transport || argument.startsWith(`${transport}=`)));
  createServer(isOther ? createConnection(ProposedFeatures.all) : overStdio(), library, { disk: addressDisk, printPdf });
}

function overStdio(): Connection {
  // Standard output is the protocol's: a stray log line would break it.
  console.log = console.info = console.debug = console.error;
  return createConnection(ProposedFeatures.all, process.stdin.pipe(new Frames()), process.stdout);
}
