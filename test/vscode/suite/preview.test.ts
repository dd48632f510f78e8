import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import type { Shown } from '../../../client/preview/panel.ts';
import { activeEditor, extensionApi, fileAt, open, settled } from './helpers.ts';

const reportTabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vurdert.rapport'));
const labels = (): string[] => reportTabs().map(({ label }) => label).sort();

describe('the preview in VS Code', () => {
  let document: vscode.TextDocument;
  let api: Api;
  /** Resolves with what the page says that it shows, once it is as wanted. */
  const shown = (isIt: (shown: Shown) => boolean): Promise<Shown> => new Promise((resolve) => {
    const listener = api.onDidShowReport((event) => {
      if (!isIt(event)) return;
      listener.dispose();
      resolve(event);
    });
  });
  const version = (uri: vscode.Uri, atLeast: number) => (event: Shown): boolean => event.uri === uri.toString() && event.version >= atLeast;
  const change = async (line: string, to: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(document.getText().split('\n').findIndex((each) => each.startsWith(line))).range, to);
    await vscode.workspace.applyEdit(edit);
  };
  const culture = (): vscode.Uri => fileAt('paamelding-kulturskole.dpia.yaml');

  before(async () => {
    document = await open('halvskrevet.dpia.yaml');
    api = await extensionApi();
  });
  after(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside the editor, and the focus stays in the text', async () => {
    const first = shown(version(document.uri, document.version));
    await vscode.commands.executeCommand('vurdert.visRapport');
    await first;
    const [tab, ...others] = reportTabs();
    assert.deepEqual(others, []);
    assert.equal(tab?.label, 'Rapport: Besøksregistrering på helsestasjonen');
    assert.notEqual(tab?.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('follows what is written', async () => {
    const next = shown(version(document.uri, document.version + 1));
    await change('tittel:', 'tittel: Et nytt navn');
    await next;
    assert.deepEqual(labels(), ['Rapport: Et nytt navn']);
  });

  it('follows to the assessment that is opened next, in the same panel', async () => {
    const next = shown(version(culture(), 1));
    await open('paamelding-kulturskole.dpia.yaml');
    await next;
    assert.equal(reportTabs().length, 1);
    assert.match(reportTabs()[0]!.label, /kulturskolen/);
  });

  it('stays at the assessment when something else is opened', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: 'navn: ikke en vurdering\n' }));
    assert.match(reportTabs()[0]!.label, /kulturskolen/);
  });

  it('can be held at a file while another goes along', async () => {
    await open('halvskrevet.dpia.yaml');
    const locked = shown(({ locked, uri }) => locked && uri === document.uri.toString());
    await vscode.commands.executeCommand('vurdert.visLaastRapport');
    await locked;
    await open('paamelding-kulturskole.dpia.yaml');
    // The page of a panel behind another sleeps; its tab says where it is.
    const [held, following] = await settled(vscode.window.tabGroups.onDidChangeTabs, labels, (each) => /kulturskolen/.test(each[1] ?? ''));
    assert.equal(held, 'Låst rapport: Et nytt navn');
    assert.match(following!, /^Rapport: /);
    assert.equal(reportTabs().length, 2);

    // The one that is held follows what is written in its file.
    const written = shown((event) => event.locked && event.uri === document.uri.toString() && event.blocks.some((block) => block.includes('Skrevet uten å se på')));
    await change('tittel:', 'tittel: Skrevet uten å se på');
    await written;
    assert.ok(labels()[0]!.startsWith('Låst rapport: Skrevet uten å se på'));
  });

  it('is brought back as it was after a reload', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const back = shown((event) => event.uri === culture().toString());
    const panel = vscode.window.createWebviewPanel('vurdert.rapport', 'Kommer tilbake', vscode.ViewColumn.Two);
    await api.restore(panel, { uri: culture().toString(), edition: 'public', locked: true, scroll: 300, closed: ['del-III'] });
    const { edition, locked, blocks } = await back;
    assert.deepEqual({ edition, locked }, { edition: 'public', locked: true });
    assert.match(blocks.join('\n'), /Offentlig utgave/);
    assert.match(labels()[0]!, /^Låst rapport: /);
  });

  it('is closed after a reload where its file is gone, or what it remembers makes no sense', async () => {
    for (const state of [{ uri: fileAt('finnes-ikke.dpia.yaml').toString() }, { uri: 7 }, undefined]) {
      const panel = vscode.window.createWebviewPanel('vurdert.rapport', 'Borte', vscode.ViewColumn.Two);
      const disposed = new Promise<void>((resolve) => void panel.onDidDispose(resolve));
      await api.restore(panel, state);
      await disposed;
    }
  });

  it('a link from it leads to the same place in a colleague’s copy', async () => {
    await api.openLink(vscode.Uri.parse('vscode://vurdert.vurdert/paamelding-kulturskole.dpia.yaml#II.4.2'));
    const editor = await activeEditor((each) => each?.document.uri.path.endsWith('paamelding-kulturskole.dpia.yaml') === true);
    assert.match(editor!.document.lineAt(editor!.selection.active.line).text, /^ +II\.4\.2:/);
    // From another place in the repository than the folder that is opened.
    await api.openLink(vscode.Uri.parse('vscode://vurdert.vurdert/vurderinger/skole/visma-familia.dpia.yaml#III.1.1'));
    const other = await activeEditor((each) => each?.document.uri.path.endsWith('visma-familia.dpia.yaml') === true);
    assert.match(other!.document.lineAt(other!.selection.active.line).text, /^ +III\.1\.1:/);
  });

  it('a link cannot lead out of the opened folders', async () => {
    const { document: stays } = vscode.window.activeTextEditor!;
    for (const path of ['/%2e%2e/%2e%2e/etc/passwd.yaml', '/..%5Chemmelig.dpia.yaml', '/finnes-ikke.dpia.yaml', '/']) await api.openLink(vscode.Uri.parse(`vscode://vurdert.vurdert${path}#I.1`));
    assert.equal(vscode.window.activeTextEditor?.document, stays);
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
