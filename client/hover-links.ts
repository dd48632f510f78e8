/**
 * VS Code shows no link in a hover that has a scheme of ours. The links to our pages become one command that may do
 * nothing but open such a page; the core stays free of commands.
 */
import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../server/lsp/protocol.ts';

export const SHOW_PAGE = 'vurdert.visSide';
const LINK = new RegExp(`\\]\\((${PAGE_SCHEME}:/[^)\\s]+)\\)`, 'g');

/** The hover with its links to pages made to work. */
export function withPageLinks(hover: vscode.Hover | null | undefined): vscode.Hover | null | undefined {
  if (!hover) return hover;
  const contents = hover.contents.map((content) => {
    if (!(content instanceof vscode.MarkdownString) || !content.value.includes(`${PAGE_SCHEME}:/`)) return content;
    const linked = new vscode.MarkdownString(content.value.replace(LINK, (_, uri: string) => `](command:${SHOW_PAGE}?${encodeURIComponent(JSON.stringify([uri]))})`));
    linked.isTrusted = { enabledCommands: [SHOW_PAGE] };
    return linked;
  });
  return new vscode.Hover(contents, hover.range);
}
