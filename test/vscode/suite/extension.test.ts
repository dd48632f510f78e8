import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { findings, hoverText, open, questionKeys, settled } from './helpers.ts';

/** A code that leads to a page is an object. */
const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);

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

  it('shows what is in force for the file, with the settings of the folder', async () => {
    const settings = vscode.workspace.getConfiguration('vurdert', document.uri);
    await settings.update('regler', { ubesvart: 'informasjon' }, vscode.ConfigurationTarget.Workspace);
    try {
      const mild = vscode.DiagnosticSeverity.Information;
      await findings(document.uri, (found) => found.some(({ code, severity }) => codeOf(code) === 'ubesvart' && severity === mild));
      await vscode.commands.executeCommand('vurdert.visHvaSomGjelder');
      await settled(vscode.window.tabGroups.onDidChangeTabs, () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '', (label) => label.includes('Hva som gjelder'));
      const page = (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'vurdert', path: '/gjelder/Hva som gjelder.md', query: document.uri.toString() }))).getText();
      assert.match(page, /^# Hva som gjelder for visma-familia\.dpia\.yaml$/m);
      assert.match(page, /^\| regler › ubesvart › besluttet \| informasjon \| innstillingen «vurdert\.regler» \|$/m);
      assert.match(page, /^\| språk \| nb \| standard \|$/m);
    } finally {
      await settings.update('regler', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
  });
});
