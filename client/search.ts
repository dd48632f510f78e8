import * as vscode from 'vscode';
import { SOURCES, type SourceEntry, type SourcesResult } from '../server/lsp/protocol.ts';
import { showPage } from './pages.ts';
import type { Server } from './server.ts';
import { texts } from './texts.ts';

/** Looks up articles, acts, terms, questions, rules and excerpts in one list, and opens the page of what is chosen. */
export async function searchSources(server: Server): Promise<void> {
  const entries = server.request<SourcesResult>(SOURCES, undefined).then((found) => found ?? []);
  const chosen = await vscode.window.showQuickPick<SourceEntry>(entries, {
    title: texts('client.search.title'), placeHolder: texts('client.search.placeholder'), matchOnDescription: true, matchOnDetail: true,
  });
  if (chosen) await showPage(chosen.uri);
}
