/**
 * The tools that a language model in VS Code may use: the same questions as `vurdert mcp` answers, asked of the server.
 * They read; none of them changes a file. VS Code has them from 1.95, and the extension runs in earlier ones too.
 */
import * as vscode from 'vscode';
import { TOOL, type ToolParams, type ToolResult } from '../server/lsp/protocol.ts';
import { isOurs } from './ours.ts';
import type { Server } from './server.ts';
import { texts } from './texts.ts';

/** As much of VS Code's API as is used here: @types/vscode follows the oldest version that we run in. */
interface Invocation<Input> {
  input: Input;
}
interface Tool<Input> {
  prepareInvocation(options: Invocation<Input>): { invocationMessage: string };
  invoke(options: Invocation<Input>): Promise<unknown>;
}
interface Api {
  lm?: { registerTool?<Input>(name: string, tool: Tool<Input>): vscode.Disposable };
  LanguageModelToolResult: new (parts: unknown[]) => unknown;
  LanguageModelTextPart: new (text: string) => unknown;
}

/** Registers the tools; none where VS Code knows of no such thing. */
export function registerTools(server: Server): vscode.Disposable[] {
  const api = vscode as unknown as Api;
  const { lm } = api;
  if (typeof lm?.registerTool !== 'function') return [];
  const said = (text: string): unknown => new api.LanguageModelToolResult([new api.LanguageModelTextPart(text)]);
  const ask = async (params: ToolParams): Promise<unknown> => {
    const result = await server.request<ToolResult>(TOOL, params);
    if (result && 'text' in result) return said(result.text);
    throw new Error(result?.problem ?? texts('tool.failed', { feil: TOOL }));
  };
  const ofFile = (tool: 'sjekk' | 'mangler'): Tool<{ sti?: unknown }> => ({
    prepareInvocation: ({ input }) => ({ invocationMessage: texts(`tool.working.${tool}`, { fil: nameOf(input.sti) }) }),
    async invoke({ input }) {
      return ask({ tool, uri: fileFor(input.sti).toString() });
    },
  });
  return [
    lm.registerTool('vurdert_sjekk_vurdering', ofFile('sjekk')),
    lm.registerTool('vurdert_mangler', ofFile('mangler')),
    lm.registerTool<{ hva?: unknown }>('vurdert_sla_opp', {
      prepareInvocation: ({ input }) => ({ invocationMessage: texts('tool.working.slaaOpp', { hva: wordOf(input.hva) }) }),
      async invoke({ input }) {
        return ask({ tool: 'slaaOpp', what: wordOf(input.hva) });
      },
    }),
  ];
}

const wordOf = (given: unknown): string => (typeof given === 'string' ? given.slice(0, 200) : '');

/** The file that is meant: by its path in an opened folder, and never outside of one; else the assessment in the editor. */
function fileFor(sti: unknown): vscode.Uri {
  if (typeof sti === 'string' && sti.trim()) {
    const found = inFolders(sti.trim());
    if (!found) throw new Error(texts('tool.outside', { sti }));
    return found;
  }
  const document = vscode.window.activeTextEditor?.document;
  if (!isOurs(document)) throw new Error(texts('tool.no-file'));
  return document.uri;
}

function nameOf(sti: unknown): string {
  return (wordOf(sti) || (vscode.window.activeTextEditor?.document.fileName ?? '')).split(/[\\/]/).at(-1)!;
}

/** A path from an opened folder (its name first, where there are several), or one of the machine's own, as a model may have it. */
function inFolders(sti: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const way = sti.replaceAll('\\', '/');
  const named = folders.length > 1 ? folders.find(({ name }) => way.startsWith(`${name}/`)) : undefined;
  const candidates = /^(?:[a-z]:)?\//i.test(way)
    ? folders.map(({ uri }) => vscode.Uri.joinPath(uri.with({ path: '/' }), vscode.Uri.file(way).path))
    : [named ?? folders[0]].flatMap((folder) => (folder ? [vscode.Uri.joinPath(folder.uri, folder === named ? way.slice(named.name.length + 1) : way)] : []));
  return candidates.find((uri) => folders.some(({ uri: folder }) => uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`)));
}
