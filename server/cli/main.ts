// The command line: arguments → core → exit code.
import { nb, type TextKey } from '../core/texts/nb.ts';
import { bokmål, textsIn } from '../core/texts/texts.ts';
import { PdfProblem } from '../workspace/pdf/problem.ts';
import { VERSION } from '../workspace/version.ts';
import { COMMANDS } from './commands.ts';
import { languageOf } from './language.ts';
import { EXIT, processTerminal, Refusal, type Terminal } from './terminal.ts';

/** A command's own help, or the one that lists them all. */
function helpOf(name: string | undefined): TextKey {
  const key = `cli.help.${name}`;
  return Object.hasOwn(nb, key) ? (key as TextKey) : 'cli.help';
}

async function run(args: string[], terminal: Terminal): Promise<number | undefined> {
  const [name, ...rest] = args;
  const ends = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (ends.includes('--help') || ends.includes('-h') || name === 'help') {
    terminal.out(`${terminal.texts(helpOf(name === 'help' ? rest[0] : name))}\n`);
    return EXIT.clean;
  }
  if (name === '--version' || name === '-V') {
    terminal.out(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (name === undefined) {
    terminal.error(`${terminal.texts('cli.help')}\n`);
    return EXIT.failed;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Refusal(name.startsWith('-') ? 'cli.unknown-option' : 'cli.unknown-command', { valg: name, kommando: name });
  return command(rest, terminal);
}

let terminal = processTerminal(bokmål);
// Ended in the ordinary way, so that what was started ends with it (a browser that prints).
if (process.argv[2] !== 'lsp') for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
spoken(process.argv.slice(2)).then(
  (code) => {
    // Not process.exit: what is written to a pipe may still be on its way.
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    const { texts } = terminal;
    const said = error instanceof Refusal || error instanceof PdfProblem ? texts(error.key, error.params) : texts('cli.crash', { feil: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    terminal.error(`${said}\n`);
    process.exitCode = EXIT.failed;
  },
);

/** Runs a command in the language that was asked for. */
async function spoken(args: readonly string[]): Promise<number | undefined> {
  const { language, rest } = await languageOf(args, process.env);
  terminal = { ...terminal, texts: textsIn(language) };
  return run(rest, terminal);
}
