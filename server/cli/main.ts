// The command line: arguments → core → exit code.
import { bokmål } from '../core/texts/texts.ts';
import { PdfProblem } from '../workspace/pdf/problem.ts';
import { VERSION } from '../workspace/version.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { lsp } from './lsp.ts';
import { render } from './render.ts';
import { EXIT, processTerminal, Refusal, type Terminal } from './terminal.ts';

/** Undefined: the command goes on, and ends the process itself. */
const COMMANDS: { [name: string]: (args: string[], terminal: Terminal) => Promise<number | undefined> } = { check, render, diff, explain, lsp };

async function run(args: string[], terminal: Terminal): Promise<number | undefined> {
  const [name, ...rest] = args;
  const ends = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (ends.includes('--help') || ends.includes('-h') || name === 'help') {
    terminal.out(`${bokmål('cli.help')}\n`);
    return EXIT.clean;
  }
  if (name === '--version' || name === '-V') {
    terminal.out(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (name === undefined) {
    terminal.error(`${bokmål('cli.help')}\n`);
    return EXIT.failed;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Refusal(name.startsWith('-') ? 'cli.unknown-option' : 'cli.unknown-command', { valg: name, kommando: name });
  return command(rest, terminal);
}

const terminal = processTerminal();
// Ended in the ordinary way, so that what was started ends with it (a browser that prints).
if (process.argv[2] !== 'lsp') for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
run(process.argv.slice(2), terminal).then(
  (code) => {
    // Not process.exit: what is written to a pipe may still be on its way.
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    terminal.error(`${error instanceof Refusal || error instanceof PdfProblem ? error.message : bokmål('cli.crash', { feil: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`);
    process.exitCode = EXIT.failed;
  },
);
