import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import type { ExportFormat } from '../../../client/export.ts';
import { activeEditor, extensionApi, fileAt, findings, hoverText, open, questionKeys, settled } from '../suite/helpers.ts';
import { textAt } from './folder.ts';

const CLUB = 'bydel/fritidsklubben';

describe('assessments in the browser', () => {
  let api: Api;
  before(async () => {
    api = await extensionApi();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('explains every question when its key is hovered over', async () => {
    const document = await open('visma-familia.dpia.yaml');
    const keys = questionKeys(document);
    assert.ok(keys.length > 50);
    for (const key of keys.slice(0, 20)) assert.ok((await hoverText(document, key)).trim(), `line ${key.line + 1} has no hover text`);
  });

  it('has findings of files that are closed', async () => {
    await findings(fileAt('bydel/utekontakten/discord.dpia.yaml'), (found) => found.length > 0);
  });

  it('links from one file to another', async () => {
    const document = await open(`${CLUB}/instagram.plattform.yaml`);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    const target = links.find(({ range }) => document.getText(range) === './instagram.ip.yaml')?.target;
    assert.equal(target?.toString(), fileAt(`${CLUB}/instagram.ip.yaml`).toString());
    assert.match((await vscode.workspace.openTextDocument(target!)).getText(), /^vurdering: ip$/m);
  });

  it('says that a link leads nowhere, and takes it back when the file comes', async () => {
    const document = await open(`${CLUB}/instagram.plattform.yaml`);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('./instagram.ip.yaml'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, './instagram.ip.yaml'.length)), './ny.ip.yaml');
    await vscode.workspace.applyEdit(edit);
    const lacks = (found: vscode.Diagnostic[]): boolean => found.some(({ code }) => codeOf(code) === 'lenke-uten-fil');
    await findings(document.uri, lacks);
    await vscode.workspace.fs.writeFile(fileAt(`${CLUB}/ny.ip.yaml`), new TextEncoder().encode(await textAt(`${CLUB}/instagram.ip.yaml`)));
    await findings(document.uri, (found) => !lacks(found));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(fileAt(`${CLUB}/ny.ip.yaml`));
  });

  it('shows the report beside the text, and follows what is written', async () => {
    const document = await open('halvskrevet.dpia.yaml');
    const shown = (words: string): Promise<void> => new Promise((resolve) => {
      const listener = api.onDidShowReport(({ uri, blocks }) => {
        if (uri !== document.uri.toString() || !blocks.some((block) => block.includes(words))) return;
        listener.dispose();
        resolve();
      });
    });
    const first = shown('Besøksregistrering på helsestasjonen');
    await vscode.commands.executeCommand('vurdert.visRapport');
    await first;
    const next = shown('Et annet navn');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(document.getText().split('\n').findIndex((line) => line.startsWith('tittel:'))).range, 'tittel: Et annet navn');
    await vscode.workspace.applyEdit(edit);
    await next;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('writes a new assessment, and another made from it', async () => {
    const begun = { kind: 'ip', title: 'Jentegruppa på Snapchat', service: 'Jentegruppa', platforms: ['snapchat'], strategies: ['toveis'] };
    const uri = vscode.Uri.parse((await vscode.commands.executeCommand<string>('vurdert.nyVurdering', fileAt(CLUB), begun))!);
    assert.equal(uri.toString(), fileAt(`${CLUB}/jentegruppa-snapchat.ip.yaml`).toString());
    assert.match(await textAt(`${CLUB}/jentegruppa-snapchat.ip.yaml`), /^tittel: Jentegruppa på Snapchat$/m);
    const next = activeEditor((editor) => editor?.document.fileName.endsWith('.plm.yaml') === true);
    await vscode.commands.executeCommand('vurdert.lagPlm', uri);
    const { document } = (await next)!;
    assert.match(document.getText(), /^ip: \.\/jentegruppa-snapchat\.ip\.yaml$/m);
    await vscode.workspace.saveAll(false);
  });

  it('enters an assessment in a record, which is made for it where there is none', async () => {
    const record = fileAt('bydel/behandlingsoversikt.yaml');
    const before = await vscode.workspace.fs.readFile(record);
    await vscode.workspace.fs.delete(record);
    await settled(api.onDidShowAssessments, () => api.assessments(), (groups) => !groups.some(({ rows }) => rows.some(({ uri }) => uri === record.toString())));
    const next = activeEditor((editor) => editor?.document.fileName.endsWith('behandlingsoversikt.yaml') === true);
    await vscode.commands.executeCommand('vurdert.lagOversiktsrad', fileAt(`${CLUB}/instagram.plattform.yaml`));
    const { document } = (await next)!;
    assert.match(document.getText(), /^vurdering: behandlingsoversikt$/m);
    assert.match(document.getText(), /instagram\.plattform\.yaml/);
    await vscode.workspace.saveAll(false);
    await vscode.workspace.fs.delete(document.uri);
    await vscode.workspace.fs.writeFile(record, before);
  });

  it('exports the report in every format but PDF', async () => {
    const uri = fileAt('visma-familia.dpia.yaml');
    const write = async (format: ExportFormat, name: string): Promise<string> => {
      await vscode.commands.executeCommand('vurdert.eksporter', uri, { format, target: fileAt(`ut/${name}`) });
      return textAt(`ut/${name}`);
    };
    assert.match(await write('html', 'a.html'), /^<!doctype html>/i);
    assert.match(await write('markdown', 'a.md'), /# .*Visma Familia/);
    assert.match(await write('docx', 'a.docx'), /^PK/);
    assert.equal((JSON.parse(await write('json', 'a.json')) as { vurdering: string }).vurdering, 'dpia');
    assert.match(await write('risks-csv', 'r.csv'), /;/);
    assert.match(await write('actions-csv', 't.csv'), /;/);
  });

  it('has the pages of the sources', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('vurdert:/regel/ja-utloser-dpia.md'));
    assert.match(page.getText(), /^# /m);
  });

  it('has the tools for language models', async () => {
    const document = await open('visma-familia.dpia.yaml');
    const { lm } = vscode as unknown as { lm: { invokeTool(name: string, options: { input: object; toolInvocationToken: undefined }): Thenable<{ content: { value: string }[] }> } };
    const answer = async (name: string, input: object): Promise<string> => (await lm.invokeTool(name, { input, toolInvocationToken: undefined })).content.map(({ value }) => value).join('\n');
    assert.match(await answer('vurdert_sjekk_vurdering', {}), /^visma-familia\.dpia\.yaml: feil [1-9]/);
    assert.match(await answer('vurdert_mangler', { sti: 'visma-familia.dpia.yaml' }), /spørsmål er besvart/);
    assert.match(await answer('vurdert_sla_opp', { hva: 'art. 35 nr. 1' }), /\n> /);
    assert.ok(!document.isDirty);
  });

  it('starts anew when asked', async () => {
    await vscode.commands.executeCommand('vurdert.startPaaNytt');
    const document = await open('visma-familia.dpia.yaml');
    await findings(document.uri);
  });

  // What is told then is read in the window, by the runner.
  it('writes no PDF and compares with nothing, where neither can be done', async () => {
    const uri = fileAt('visma-familia.dpia.yaml');
    await vscode.commands.executeCommand('vurdert.eksporter', uri, { format: 'pdf', target: fileAt('ut/a.pdf') });
    assert.ok(await vscode.workspace.fs.stat(fileAt('ut/a.pdf')).then(() => false, () => true));
    await vscode.commands.executeCommand('vurdert.sammenlign', uri);
    const comparisons = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vurdert.sammenligning'));
    assert.equal(comparisons.length, 0);
  });
});

const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);
