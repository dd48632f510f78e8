/**
 * Links to a place in an assessment, for a message to a colleague: `vscode://vurdert.vurdert/bydel/x.dpia.yaml#II.4.2`.
 * The file is named by its path from the repository's or the workspace's root, so that the link leads to the
 * colleague's own copy, wherever that lies.
 */
import * as vscode from 'vscode';
import { PLACE, type PlaceParams, type PlaceResult } from '../server/lsp/protocol.ts';
import { repositoryOf } from './git.ts';
import { fileEnding } from './look.ts';
import { isOurs } from './ours.ts';
import type { Server } from './server.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

/** @param path the place, as findings have it */
export async function copyLink(extensionId: string, uri: vscode.Uri, path: string): Promise<void> {
  if (uri.scheme === 'untitled') return void tell('information', texts('client.link.not-saved'));
  const root = (await repositoryOf(uri).catch(() => undefined))?.rootUri ?? vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const file = root && uri.path.startsWith(`${root.path}/`) ? uri.path.slice(root.path.length + 1) : uri.path.split('/').at(-1)!;
  await vscode.env.clipboard.writeText(vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path: `/${file}`, fragment: path }).toString());
  vscode.window.setStatusBarMessage(texts('client.link.copied', { sted: path.split('/')[0] || file }), 4000);
}

export class Links implements vscode.UriHandler {
  constructor(private readonly server: Server) {}

  /** Opens what a link points to. It names a file within the opened folders, and can name no other. */
  async handleUri({ path, fragment }: vscode.Uri): Promise<void> {
    const file = path.replace(/^\//, '');
    const steps = file.split('/');
    if (!/\.ya?ml$/i.test(file) || steps.some((step) => ['', '.', '..'].includes(step) || step.includes('\\'))) {
      void tell('warning', texts('client.link.wrong'));
      return;
    }
    const uri = await find(steps);
    if (!uri) {
      void tell('warning', texts('client.link.no-file', { fil: file }));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const place = fragment && isOurs(document) ? await this.server.request<PlaceResult>(PLACE, { uri: document.uri.toString(), path: fragment } satisfies PlaceParams) : undefined;
    await vscode.window.showTextDocument(document, place ? { selection: new vscode.Range(place.start.line, place.start.character, place.start.line, place.start.character) } : {});
  }
}

/** The file in the opened folders: by its whole path there, or further in; or without its first steps, where those are above what is opened. */
async function find(steps: readonly string[]): Promise<vscode.Uri | undefined> {
  const isFile = (uri: vscode.Uri): Thenable<boolean> => vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.File) !== 0, () => false);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const under = async (path: readonly string[]): Promise<vscode.Uri | undefined> => {
    for (const { uri } of folders) {
      const candidate = vscode.Uri.joinPath(uri, ...path);
      if (await isFile(candidate)) return candidate;
    }
    return undefined;
  };
  const whole = await under(steps);
  if (whole) return whole;
  const within = await fileEnding(steps.join('/'));
  if (within) return within;
  for (let from = 1; from < steps.length; from++) {
    const found = await under(steps.slice(from));
    if (found) return found;
  }
  return undefined;
}
