/** The folder of the web suite: in the browser's memory, as a repository that is not cloned lies in none. */
import * as vscode from 'vscode';
import samples from 'samples';
import { fileAt } from '../suite/helpers.ts';

/** Puts the samples into it. */
export async function laySamples(): Promise<void> {
  for (const [name, text] of Object.entries(samples)) await vscode.workspace.fs.writeFile(fileAt(name), new TextEncoder().encode(text));
}

export const textAt = async (name: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileAt(name)));
