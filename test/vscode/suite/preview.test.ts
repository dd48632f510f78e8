import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import { open } from './helpers.ts';

const rapportTabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vurdert.rapport'));

describe('the preview in VS Code', () => {
  let document: vscode.TextDocument;
  let api: Api;
  /** Resolves when the page says that it shows this version of the document, or a later one. */
  const shown = (uri: vscode.Uri, version: number): Promise<void> => new Promise((resolve) => {
    const listener = api.onDidShowReport((event) => {
      if (event.uri !== uri.toString() || event.version < version) return;
      listener.dispose();
      resolve();
    });
  });

  before(async () => {
    document = await open('halvskrevet.dpia.yaml');
    api = await vscode.extensions.getExtension<Api>('vurdert.vurdert')!.activate();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside the editor, and the focus stays in the text', async () => {
    const first = shown(document.uri, document.version);
    await vscode.commands.executeCommand('vurdert.visRapport');
    await first;
    const [tab, ...others] = rapportTabs();
    assert.deepEqual(others, []);
    assert.equal(tab?.label, 'Rapport: Besøksregistrering på helsestasjonen');
    assert.notEqual(tab?.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('follows what is written', async () => {
    const next = shown(document.uri, document.version + 1);
    const line = document.getText().split('\n').findIndex((each) => each.startsWith('tittel:'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(line).range, 'tittel: Et nytt navn');
    await vscode.workspace.applyEdit(edit);
    await next;
    assert.equal(rapportTabs()[0]?.label, 'Rapport: Et nytt navn');
  });

  it('follows to the assessment that is opened next, in the same panel', async () => {
    const other = vscode.Uri.joinPath(document.uri, '../paamelding-kulturskole.dpia.yaml');
    const next = shown(other, 1);
    await open('paamelding-kulturskole.dpia.yaml');
    await next;
    assert.equal(rapportTabs().length, 1);
    assert.match(rapportTabs()[0]!.label, /kulturskolen/);
  });

  it('stays at the assessment when something else is opened', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: 'navn: ikke en vurdering\n' }));
    assert.match(rapportTabs()[0]!.label, /kulturskolen/);
  });
});

describe('the pages', () => {
  it('open as read-only documents, also by the address that a finding carries', async () => {
    const document = await open('visma-familia.dpia.yaml');
    assert.ok(document);
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('vurdert:/regel/finnes-ikke.md'));
    assert.equal(page.languageId, 'markdown');
    assert.match(page.getText(), /Siden finnes ikke/);
  });
});
