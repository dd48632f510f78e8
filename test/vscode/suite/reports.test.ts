import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import type { ExportFormat } from '../../../client/export.ts';
import type { Shown } from '../../../client/preview/panel.ts';
import { extensionApi, fileAt, open } from './helpers.ts';

const temporary: string[] = [];
function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vurdert-rapport-')));
  temporary.push(folder);
  return folder;
}
after(() => temporary.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })));

describe('export from VS Code', () => {
  let document: vscode.TextDocument;
  let folder: string;
  const write = async (format: ExportFormat, name: string, more: object = {}): Promise<Buffer> => {
    const target = path.join(folder, name);
    await vscode.commands.executeCommand('vurdert.eksporter', document.uri, { format, target: vscode.Uri.file(target), ...more });
    return fs.readFileSync(target);
  };

  before(async () => {
    folder = temporaryFolder();
    document = await open('visma-familia.dpia.yaml');
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('writes each format', async () => {
    const html = String(await write('html', 'a.html'));
    assert.match(html, /^<!doctype html>/i);
    assert.match(html, /Visma Familia/);
    assert.match(html, /v-alert/, 'the front page says that there are open errors');
    assert.match(String(await write('markdown', 'a.md')), /^# .*Visma Familia|\n# .*Visma Familia/);
    assert.equal((await write('docx', 'a.docx')).subarray(0, 2).toString(), 'PK');
    assert.equal(JSON.parse(String(await write('json', 'a.json'))).vurdering, 'dpia');
    assert.match(String(await write('risks-csv', 'r.csv')), /^\uFEFF.*;/);
    assert.match(String(await write('actions-csv', 't.csv')), /^\uFEFF.*;/);
  });

  it('writes a PDF with the browser of the machine', async () => {
    assert.equal((await write('pdf', 'a.pdf')).subarray(0, 5).toString(), '%PDF-');
  });

  it('writes the edition that is asked for', async () => {
    assert.equal(JSON.parse(String(await write('json', 'offentlig.json', { edition: 'public' }))).utgave, 'offentlig');
  });

  it('refuses to write over a file that nobody was asked about', async () => {
    const target = path.join(folder, 'min.html');
    fs.writeFileSync(target, 'mitt');
    await assert.rejects(write('html', 'min.html'), /«min\.html» finnes fra før og er ikke endret/);
    assert.equal(fs.readFileSync(target, 'utf8'), 'mitt');
  });
});

describe('«Sammenlign» in VS Code', () => {
  let api: Api;
  let folder: string;
  let document: vscode.TextDocument;
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder, encoding: 'utf8' });
  const shown = (isIt: (shown: Shown) => boolean): Promise<Shown> => new Promise((resolve) => {
    const listener = api.onDidShowReport((event) => {
      if (event.against === undefined || event.uri !== document.uri.toString() || !isIt(event)) return;
      listener.dispose();
      resolve(event);
    });
  });
  const htmlOf = ({ blocks }: Shown): string => blocks.join('\n');
  const answer = async (id: string, verdict: string): Promise<void> => {
    const line = document.getText().split('\n').findIndex((each) => each.trimStart().startsWith(`${id}:`));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(line).range, `  ${id}: ${verdict}`);
    await vscode.workspace.applyEdit(edit);
  };

  before(async () => {
    api = await extensionApi();
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
    folder = temporaryFolder();
    fs.copyFileSync(fileAt('halvskrevet.dpia.yaml').fsPath, path.join(folder, 'tjeneste.dpia.yaml'));
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=Den første');
    document = await vscode.workspace.openTextDocument(path.join(folder, 'tjeneste.dpia.yaml'));
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('git').update('enabled', false, vscode.ConfigurationTarget.Global);
  });

  it('shows nothing where nothing is changed', async () => {
    const first = shown(() => true);
    await vscode.commands.executeCommand('vurdert.sammenlign');
    const comparison = await first;
    const html = htmlOf(comparison);
    assert.equal(comparison.against, 'HEAD');
    assert.doesNotMatch(html, /class="v-diff-item/);
    assert.match(html, /siste commit \([0-9a-f]{7}, \d+\. \p{L}+ \d{4}\)/u);
  });

  it('shows a changed answer while it is typed, and where it stands', async () => {
    const next = shown((event) => htmlOf(event).includes('v-diff-item'));
    await answer('I.1', 'nei');
    assert.match(htmlOf(await next), /data-path="I\.1" data-line="\d+"/);
  });

  it('follows when the change is committed', async () => {
    const empty = shown((event) => !htmlOf(event).includes('v-diff-item'));
    await document.save();
    git('commit', '--quiet', '--all', '--message=Den andre');
    await (await vscode.extensions.getExtension('vscode.git')!.activate()).getAPI(1).getRepository(document.uri).status();
    await empty;
  });

  it('compares with an older revision, in the same panel', async () => {
    const next = shown((event) => event.against === 'HEAD~1' && htmlOf(event).includes('v-diff-item'));
    await vscode.commands.executeCommand('vurdert.sammenlignMed', document.uri, 'HEAD~1');
    await next;
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: each }) => each).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vurdert.sammenligning'));
    assert.equal(tabs.length, 1);
    assert.match(tabs[0]!.label, /^Sammenligning: /);
  });

  it('tells the file\'s history in what is exported', async () => {
    const target = path.join(folder, 'rapport.md');
    await vscode.commands.executeCommand('vurdert.eksporter', document.uri, { format: 'markdown', target: vscode.Uri.file(target) });
    const markdown = fs.readFileSync(target, 'utf8');
    assert.match(markdown, new RegExp(git('rev-parse', '--short=8', 'HEAD').trim()));
    assert.ok(markdown.includes('Den første') && markdown.includes('Den andre'));
  });

  it('finds the file under the name that it had', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    git('mv', 'tjeneste.dpia.yaml', 'nytt-navn.dpia.yaml');
    git('commit', '--quiet', '--message=Nytt navn');
    const repository = (await vscode.extensions.getExtension('vscode.git')!.activate()).getAPI(1).repositories.find((each: { rootUri: vscode.Uri }) => each.rootUri.fsPath === folder);
    await repository.status();
    document = await vscode.workspace.openTextDocument(path.join(folder, 'nytt-navn.dpia.yaml'));
    await vscode.window.showTextDocument(document);
    const next = shown(({ against }) => against === 'HEAD~2');
    await vscode.commands.executeCommand('vurdert.sammenlignMed', document.uri, 'HEAD~2');
    assert.equal(htmlOf(await next).match(/class="v-diff-item/g)?.length, 1, 'the one answer that was changed');
  });
});
