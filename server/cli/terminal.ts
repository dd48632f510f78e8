import { libraryIn, type Context } from '../core/library.ts';
import { library } from '../core/product.ts';
import type { Params, TextKey, Texts } from '../core/texts/texts.ts';
import { isDay, today } from '../lsp/today.ts';

/** Where a command writes, and what may be written there. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Colour on standard output. */
  colour: boolean;
  /** Somebody is watching standard error: progress may be shown there. */
  watched: boolean;
  /** Columns to wrap lines at; undefined where the output goes to a file or another program. */
  width: number | undefined;
  /** In the language of this run (language.ts). */
  texts: Texts;
}

/** What files are read with. `day`: the one that dates are compared with, as YYYY-MM-DD, where it is not today. */
export const contextOf = ({ texts }: Pick<Terminal, 'texts'>, day = today()): Context => ({ library: libraryIn(library, texts.language), texts, today: day });

/** `--today`, of the commands whose answer depends on the day. */
export const DAY_OPTION = { today: { type: 'string' } } as const;

/** The day that was given with it. Throws a Refusal where that is none. */
export function dayOf({ today: day }: { today?: string }): string | undefined {
  if (day !== undefined && !isDay(day)) throw new Refusal('cli.not-a-day', { valg: '--today', verdi: day });
  return day;
}

/** A command could not be carried out; the text is for the user. */
export class Refusal extends Error {
  constructor(readonly key: TextKey, readonly params?: Params) {
    super(key);
  }
}

/** What a command ends with. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

export function processTerminal(texts: Texts): Terminal {
  const { stdout, stderr, env } = process;
  // Closed early, as by `| head`: what was asked for has been delivered.
  for (const stream of [stdout, stderr]) stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? process.exitCode : EXIT.failed));
  return {
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    watched: stderr.isTTY === true && env.TERM !== 'dumb',
    texts,
    width: stdout.isTTY ? Math.max(40, stdout.columns || 80) : undefined,
  };
}

const STYLES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], underline: [4, 24] } as const;
export type Style = keyof typeof STYLES;

export function styled(terminal: Pick<Terminal, 'colour'>, style: Style, text: string): string {
  const [on, off] = STYLES[style];
  return terminal.colour ? `\u001B[${on}m${text}\u001B[${off}m` : text;
}

/**
 * Text from a file may hold characters that steer a terminal; shown, they must not. Line breaks stay.
 */
export function harmless(text: string): string {
  return wellFormed(text).replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

/** Without halves of characters, which no encoding takes. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** Breaks a text into lines of at most `width` columns at spaces, each after the first indented. */
export function wrapped(text: string, width: number | undefined, indent: string): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (width !== undefined && line && indent.length + line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    lines.push(line);
  }
  return lines.join(`\n${indent}`);
}
