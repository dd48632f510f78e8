// A newcomer goes through «Kom i gang»: each step is ticked off when the thing has been done, and nothing is written to the disk.
import assert from 'node:assert/strict';
import fs from 'node:fs';

export const name = 'the walkthrough takes a newcomer from the sample to the report and the process';

export async function run({ page, workspace, runCommand, shot }) {
  await runCommand('Open Walkthrough...', { asks: true });
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Kom i gang med Vurdert' }).first().click();
  const step = (id) => page.locator(`.getting-started-step[data-step-id$="#${id}"]`);
  const ticked = (id) => page.locator(`[data-done-step-id$="#${id}"][aria-checked="true"]`).first();
  const press = async (id, label) => {
    await step(id).waitFor();
    if (!/\bexpanded\b/.test(await step(id).getAttribute('class'))) await step(id).locator('.step-title').click();
    await step(id).locator('.button-container', { hasText: label }).locator('.monaco-button').click();
  };
  await step('eksempel').waitFor();
  for (const id of ['eksempel', 'funn', 'rapport', 'prosess']) assert.equal(await page.locator(`[data-done-step-id$="#${id}"]`).first().getAttribute('aria-checked'), 'false');

  await press('eksempel', 'Åpne eksemplet');
  const editor = page.locator('.monaco-editor[data-uri^="untitled:"][data-uri$="eksempel.ip.yaml"]');
  await editor.locator('.view-line', { hasText: /^vurdering:\s+ip/ }).first().waitFor();
  await ticked('eksempel').waitFor();

  // The report of the sample, though the walkthrough has the focus.
  await press('rapport', 'Vis rapporten for eksemplet');
  await ticked('rapport').waitFor();
  await shot('walkthrough');

  await press('prosess', 'Vis prosessen for eksemplet');
  await page.locator('.quick-input-widget:visible', { hasText: 'Prosessen' }).waitFor();
  await page.keyboard.press('Escape');
  await ticked('prosess').waitFor();

  // The finding that a fix mends: «Middels» is written as the template has it.
  assert.equal(await ticked('funn').count(), 0);
  await editor.locator('.native-edit-context, textarea.inputarea').first().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await editor.locator('.find-widget.visible .find-part textarea.input').fill('D.1: Middels');
  await editor.locator('.find-widget.visible .matchesCount', { hasText: '1 of 1' }).waitFor({ state: 'attached' }); // three columns leave no room to show it
  await page.keyboard.press('Escape');
  await editor.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  await editor.locator('.selected-text').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Bytt til «middels»' });
  await fix.waitFor();
  await fix.click();
  await ticked('funn').waitFor();
  await shot('walkthrough-done');
  assert.equal(fs.existsSync(`${workspace}/eksempel.ip.yaml`), false);
}
