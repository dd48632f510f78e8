import { check } from './check.ts';
import { config } from './config.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { lsp } from './lsp.ts';
import { mcp } from './mcp.ts';
import { render } from './render.ts';
import type { Terminal } from './terminal.ts';

/** The commands by name, as they are typed. One that gives undefined goes on, and ends the process itself. */
export const COMMANDS: { [name: string]: (args: string[], terminal: Terminal) => Promise<number | undefined> } = { check, render, diff, config, explain, lsp, mcp };
