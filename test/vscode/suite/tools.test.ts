/** The tools for language models: registered, with answers, and nothing written. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extensionApi, fileAt, open } from './helpers.ts';

/** VS Code's API from 1.95: @types/vscode is older. */
const { lm } = vscode as unknown as {
  lm: {
    tools: readonly { name: string; description: string; inputSchema?: object }[];
    invokeTool(name: string, options: { input: object; toolInvocationToken: undefined }): Thenable<{ content: { value: string }[] }>;
  };
};
const FILE = 'visma-familia.dpia.yaml';
const answer = async (name: string, input: object): Promise<string> => (await lm.invokeTool(name, { input, toolInvocationToken: undefined })).content.map(({ value }) => value).join('\n');

describe('the tools for language models', () => {
  before(async () => {
    await extensionApi();
    await open(FILE);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are there, and say that they give no verdict', () => {
    const own = lm.tools.filter(({ name }) => name.startsWith('vurdert_'));
    assert.deepEqual(own.map(({ name }) => name).sort(), ['vurdert_mangler', 'vurdert_sjekk_vurdering', 'vurdert_sla_opp']);
    assert.match(own.find(({ name }) => name === 'vurdert_sjekk_vurdering')!.description, /sier aldri at en behandling er lovlig/);
  });

  it('answer for the file in the editor, and for one that is named', async () => {
    const found = await answer('vurdert_sjekk_vurdering', {});
    assert.match(found, new RegExp(`^${FILE.replaceAll('.', '\\.')}: feil [1-9]`));
    assert.equal(await answer('vurdert_sjekk_vurdering', { sti: FILE }), found);
    assert.match(await answer('vurdert_mangler', { sti: FILE }), /\d+ av \d+ spørsmål er besvart/);
  });

  it('look a source up, with its quotation', async () => {
    assert.match(await answer('vurdert_sla_opp', { hva: 'art. 35 nr. 1' }), /^# .*art\. 35 nr\. 1[\s\S]*\n> /);
  });

  it('read nothing outside of the opened folder', async () => {
    for (const sti of ['../utenfor.dpia.yaml', '/etc/passwd']) await assert.rejects(() => answer('vurdert_sjekk_vurdering', { sti }), /utenfor mappen/);
  });

  it('change no file', async () => {
    const before = await vscode.workspace.fs.readFile(fileAt(FILE));
    for (const name of ['vurdert_sjekk_vurdering', 'vurdert_mangler']) await answer(name, {});
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(fileAt(FILE))), Buffer.from(before));
    assert.equal(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).length, 0);
  });
});
