/** The extension in VS Code on a machine: the server is a program of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { activateWith, type Api } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.cjs');
  const program: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  return activateWith(context, (options) => ({ client: new LanguageClient('vurdert', 'Vurdert', program, options) }));
}
