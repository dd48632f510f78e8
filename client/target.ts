/** What a command is given, by whoever calls it. */
import * as vscode from 'vscode';
import type { AssessmentEntry } from '../server/lsp/protocol.ts';
import type { Place } from './programs.ts';

/** A file in the explorer, an address from a code lens, a row of the view, or nothing from the palette. */
export type Pointed = vscode.Uri | string | { entry: AssessmentEntry } | null | undefined;

/** The file that is pointed at. */
export function meant(at: unknown): vscode.Uri | undefined {
  if (at instanceof vscode.Uri) return at;
  if (typeof at === 'string') return vscode.Uri.parse(at);
  if (at === null || typeof at !== 'object' || !('entry' in at)) return undefined;
  return vscode.Uri.parse((at as { entry: AssessmentEntry }).entry.uri);
}

/** Where the extension runs, and whether the folder is trusted. In a browser that is a web worker, whatever VS Code shows. */
export const here = (): Place => ({ inBrowser: 'importScripts' in globalThis, isTrusted: vscode.workspace.isTrusted });
