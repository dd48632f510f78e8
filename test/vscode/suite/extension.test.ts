import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { findings, hoverText, open, questionKeys } from './helpers.ts';

describe('the extension in VS Code', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await open('visma-familia.dpia.yaml');
  });

  it('is there', () => {
    assert.ok(vscode.extensions.getExtension('vurdert.vurdert'));
  });

  it('starts by itself when an assessment is opened, and reports findings', async () => {
    const found = await findings(document.uri);
    assert.ok(vscode.extensions.getExtension('vurdert.vurdert')?.isActive);
    for (const { code, message, range } of found) {
      assert.ok(message.trim());
      assert.ok(code, `a finding has a code: ${message}`);
      assert.ok(document.validateRange(range).isEqual(range), `a finding is inside the file: ${message}`);
    }
  });

  it('explains every question when its key is hovered over', async () => {
    await findings(document.uri);
    const keys = questionKeys(document);
    assert.ok(keys.length > 50);
    for (const key of keys) assert.ok((await hoverText(document, key)).trim(), `line ${key.line + 1} has no hover text`);
  });
});
