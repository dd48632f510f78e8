import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import type { Shown } from '../../../client/assessments/view.ts';
import { activeEditor, extensionApi, fileAt, open, settled } from './helpers.ts';

const CLUB = 'bydel/fritidsklubben';
const rowsOf = (groups: Shown[]): Shown['rows'] => groups.flatMap(({ rows }) => rows);
const names = (groups: Shown[]): string[] => rowsOf(groups).map(({ uri }) => uri.split('/').at(-1)!);

describe('the view of assessments', () => {
  let api: Api;
  /** What the view holds, once it is as `isEnough` wants it. */
  const view = (isEnough: (groups: Shown[]) => boolean): Promise<Shown[]> => settled(api.onDidShowAssessments, () => api.assessments(), isEnough);

  before(async () => {
    api = await extensionApi();
    await vscode.commands.executeCommand('vurdert.vurderinger.focus');
    await vscode.commands.executeCommand('vurdert.grupperEtterTjeneste');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('holds every assessment of the workspace, none of them open', async () => {
    const found = names(await view((groups) => rowsOf(groups).length > 0));
    for (const name of ['instagram.plattform.yaml', 'instagram.ip.yaml', 'instagram.plm.yaml', 'behandlingsoversikt.yaml', 'visma-familia.dpia.yaml']) assert.ok(found.includes(name), `${name} is missing from ${found.join(', ')}`);
  });

  it('groups them by service, with kind, progress, risk and decision', async () => {
    const club = (await view((groups) => groups.some(({ label }) => label.startsWith('Fritidsklubben Taket')))).find(({ label }) => label.startsWith('Fritidsklubben Taket'))!;
    const instagram = club.rows.find(({ uri }) => uri.endsWith('instagram.plattform.yaml'));
    assert.equal(instagram?.label, 'Plattform: Fritidsklubbens informasjonskonto på Instagram');
    assert.match(instagram.description, /^100 % · .*godkjent$/);
  });

  it('says first what needs attention, and why', async () => {
    const [first] = await view((groups) => groups.length > 1);
    assert.equal(first?.label, 'Trenger oppmerksomhet');
    const visma = first.rows.find(({ uri }) => uri.endsWith('visma-familia.dpia.yaml'));
    assert.match(visma?.description ?? '', /^\d+ feil/);
    assert.ok(!first.rows.some(({ uri }) => uri.endsWith('instagram.plattform.yaml')), 'an assessment in order needs none');
  });

  it('groups them by kind when asked, and back', async () => {
    await vscode.commands.executeCommand('vurdert.grupperEtterSlag');
    const kinds = (await api.assessments()).map(({ label }) => label);
    for (const kind of ['DPIA', 'PLM', 'Plattformvurdering', 'Innledende personvernvurdering', 'Behandlingsoversikt']) assert.ok(kinds.includes(kind), `${kind} is missing from ${kinds.join(', ')}`);
    await vscode.commands.executeCommand('vurdert.grupperEtterTjeneste');
    assert.ok(!(await api.assessments()).some(({ label }) => label === 'PLM'));
  });

  it('shows a file that has come, and lets go of one that is gone', async () => {
    const uri = fileAt(`${CLUB}/snarvei.ip.yaml`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('vurdering: ip\nmal: ip-2026\ntittel: En ny idé\n'));
    await view((groups) => names(groups).includes('snarvei.ip.yaml'));
    await vscode.workspace.fs.delete(uri);
    await view((groups) => !names(groups).includes('snarvei.ip.yaml'));
  });
});

describe('a new assessment', () => {
  const made: vscode.Uri[] = [];
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of made) await vscode.workspace.fs.delete(uri);
  });

  it('is written in the folder that was chosen, with what follows from the answers', async () => {
    const begun = { kind: 'ip', title: 'Jentegruppa på Snapchat', service: 'Jentegruppa', platforms: ['snapchat'], strategies: ['toveis'] };
    const uri = vscode.Uri.parse((await vscode.commands.executeCommand<string>('vurdert.nyVurdering', fileAt(CLUB), begun))!);
    made.push(uri);
    assert.equal(uri.path, fileAt(`${CLUB}/jentegruppa-snapchat.ip.yaml`).path);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.path, uri.path);
    assert.match(document.getText(), /^vurdering: ip$/m);
    assert.match(document.getText(), /^tittel: Jentegruppa på Snapchat$/m);
    assert.match(document.getText(), /snapchat/);
  });

  it('never takes the place of one that is there', async () => {
    const begun = { kind: 'ip', title: 'Jentegruppa på Snapchat', service: 'Jentegruppa', platforms: ['snapchat'] };
    const uri = vscode.Uri.parse((await vscode.commands.executeCommand<string>('vurdert.nyVurdering', fileAt(CLUB), begun))!);
    made.push(uri);
    assert.notEqual(uri.path, made[0]!.path);
  });

  it('is made from another, with the link between them', async () => {
    const shown = activeEditor((editor) => editor?.document.fileName.endsWith('.plm.yaml') === true);
    await vscode.commands.executeCommand('vurdert.lagPlm', made[0]);
    const { document } = (await shown)!;
    made.push(document.uri);
    assert.match(document.getText(), /^vurdering: plm$/m);
    assert.match(document.getText(), /^ip: \.\/jentegruppa-snapchat\.ip\.yaml$/m);
    await vscode.workspace.saveAll(false);
  });
});

describe('links between assessments', () => {
  after(async () => {
    await vscode.workspace.saveAll(false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('open the file they name', async () => {
    const document = await open(`${CLUB}/instagram.plattform.yaml`);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    const link = links.find(({ range }) => document.getText(range) === './instagram.ip.yaml');
    assert.equal(link?.target?.path, fileAt(`${CLUB}/instagram.ip.yaml`).path);
  });

  it('follow a file that is renamed', async () => {
    const [from, to] = [fileAt(`${CLUB}/instagram.ip.yaml`), fileAt(`${CLUB}/instagram-2.ip.yaml`)];
    const document = await open(`${CLUB}/instagram.plattform.yaml`);
    const rename = async (before: vscode.Uri, now: vscode.Uri): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(before, now);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const named = (name: string): Promise<string> => settled(vscode.workspace.onDidChangeTextDocument, () => document.getText(), (text) => text.includes(`ip: ./${name}`));
    await rename(from, to);
    await named('instagram-2.ip.yaml');
    await rename(to, from);
    await named('instagram.ip.yaml');
  });
});

describe('the status bar', () => {
  let api: Api;
  const status = (isEnough: (shown: { text: string; tooltip: string }) => boolean): Promise<{ text: string; tooltip: string }> => settled(api.onDidShowStatus, () => api.status(), isEnough);

  before(async () => {
    api = await extensionApi();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says how the open assessment stands, and that no step of the process waits', async () => {
    await open(`${CLUB}/instagram.plattform.yaml`);
    // The files that were renamed a moment ago have to be found where they are again.
    const { tooltip } = await status(({ text }) => /^\$\(check\) Plattformvurdering: (\d+) av \1 besvart$/.test(text));
    assert.match(tooltip, /ingen steg venter/);
  });

  it('follows what is changed: without a decision, the decision is the step at hand', async () => {
    const document = await open(`${CLUB}/instagram.plattform.yaml`);
    const at = document.positionAt(document.getText().indexOf('utfall: godkjent'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'utfall: godkjent'.length)), 'utfall:');
    await vscode.workspace.applyEdit(edit);
    await status(({ tooltip }) => /^Steg: .*beslutning/im.test(tooltip));
  });

  it('is empty at a file that is no assessment', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: 'navn: ikke en vurdering\n' }));
    await status(({ text }) => text === '');
  });
});
