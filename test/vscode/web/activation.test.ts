import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import { extensionApi, fileAt, findings, open } from '../suite/helpers.ts';
import { laySamples } from './folder.ts';

describe('the extension in the browser, in a folder without assessments', () => {
  let api: Api;
  before(async () => {
    await vscode.workspace.fs.writeFile(fileAt('tjenester.yaml'), new TextEncoder().encode('services:\n  web:\n    image: nginx\n'));
    api = await extensionApi();
  });

  it('runs in a web worker, on files that lie on no disk', () => {
    assert.ok('importScripts' in globalThis);
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, 'tmp');
  });

  it('starts no server for an ordinary YAML file', async () => {
    const document = await open('tjenester.yaml');
    assert.equal(document.languageId, 'yaml');
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 1));
    assert.equal(api.isServerRunning(), false);
  });

  it('starts none for its view either, which has nothing to show', async () => {
    await vscode.commands.executeCommand('vurdert.vurderinger.focus');
    assert.deepEqual(await api.assessments(), []);
    assert.equal(api.isServerRunning(), false);
  });

  it('starts it for the view when there is an assessment to show', async () => {
    const seen = new Promise<void>((resolve) => {
      const listener = api.onDidShowAssessments(() => void api.assessments().then((groups) => {
        if (groups.flatMap(({ rows }) => rows).length < 10) return;
        listener.dispose();
        resolve();
      }));
    });
    await laySamples();
    await seen;
    assert.equal(api.isServerRunning(), true);
  });

  it('says what it finds in an assessment that is opened', async () => {
    const document = await open('visma-familia.dpia.yaml');
    const found = await findings(document.uri);
    assert.ok(found.every(({ code, message }) => code && message.trim()));
  });
});
