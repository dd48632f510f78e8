// Runs first, by its name: the others open assessments.
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extensionApi, findings, open } from './helpers.ts';

describe('the server', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is not started by an ordinary YAML file', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'services:\n  web:\n    image: nginx\n' });
    await vscode.window.showTextDocument(document);
    const api = await extensionApi();
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 1));
    assert.equal(api.isServerRunning(), false);
  });

  it('is started by an assessment', async () => {
    const document = await open('visma-familia.dpia.yaml');
    const api = await extensionApi();
    assert.equal(api.isServerRunning(), true);
    await findings(document.uri);
  });
});
