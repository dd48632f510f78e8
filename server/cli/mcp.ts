import path from 'node:path';
import { nodeDisk } from '../workspace/node-disk.ts';
import { readArguments } from './arguments.ts';
import { EXIT, Refusal, type Terminal } from './terminal.ts';

/** `vurdert mcp [--root MAPPE]`: the tools for language models, over standard input and output, until the client ends. */
export async function mcp(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { root: { type: 'string' }, stdio: { type: 'boolean' } });
  if (positionals.length) throw new Refusal('cli.mcp.no-paths');
  const root = path.resolve(values.root ?? '.');
  if ((await nodeDisk.kindOf(root).catch(() => undefined)) !== 'folder') throw new Refusal('cli.root', { sti: root });
  // A program of its own (scripts/build.mjs): the other commands start without the protocol's library.
  const { serve } = await import('../mcp/main.ts');
  await serve(root, terminal.texts);
  return EXIT.clean;
}
