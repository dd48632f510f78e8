/**
 * What is told in the corner of the window. VS Code shows a message without a button on one line and cuts the rest, and
 * ours say last what to do: with a button, all of it stands there.
 */
import * as vscode from 'vscode';
import { texts } from './texts.ts';

type Show = (message: string, ...buttons: string[]) => Thenable<string | undefined>;
const SHOW: { [severity in 'information' | 'warning' | 'error']: Show } = {
  information: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};

/** Tells the user, whole. Where the folder is not trusted, and that is what it is about, a button leads to VS Code's own page on that. */
export async function tell(severity: keyof typeof SHOW, message: string, { aboutTrust = false } = {}): Promise<void> {
  const trust = texts('client.trust');
  const answer = await SHOW[severity](message, ...(aboutTrust ? [trust] : []), texts('client.close'));
  if (answer === trust) await vscode.commands.executeCommand('workbench.trust.manage');
}
