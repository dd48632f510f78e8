import { readArguments } from './arguments.ts';

/** `vurdert lsp [--stdio]`: the language server, for editors. It ends when the editor ends the session. */
export async function lsp(args: string[]): Promise<undefined> {
  readArguments(args, { stdio: { type: 'boolean' }, 'node-ipc': { type: 'boolean' }, socket: { type: 'string' }, pipe: { type: 'string' }, clientProcessId: { type: 'string' } });
  const { startServer } = await import('../lsp/start.ts');
  startServer();
  return undefined;
}
