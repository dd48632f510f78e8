// Writing an assessment by hand: what the hover quotes, what completion offers, what a quick fix writes.
import assert from 'node:assert/strict';

export const name = 'a question is explained in a hover, answered by completion, and mended by a quick fix';
export const themes = ['light', 'dark'];

export async function run({ page, openFile, editor, goTo, hoverOver, quickFix, shot }) {
  await openFile('visma-familia.dpia.yaml');
  const hover = await hoverOver('II.4.4', 'profilere den registrerte');
  assert.match(await hover.innerText(), /personvernforordningen art\. 4 nr\. 4/);
  assert.ok(await hover.locator('a', { hasText: 'personvernforordningen art. 4 nr. 4' }).count(), 'our own page is a link');
  await shot('hover-question');
  await page.keyboard.press('Escape');

  // The link's own tip is there first: wait for the law's words.
  await hoverOver('artikkel 6 c', 'oppfylle en rettslig forpliktelse');
  await shot('hover-article');
  await page.keyboard.press('Escape');

  await quickFix('III.1.3:', 'Svar «nei» på III.1.3');
  await editor().locator('.view-line', { hasText: /III\.1\.3:.*nei/ }).waitFor();

  await goTo('kriterier:');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  const suggestions = page.locator('.suggest-widget.visible');
  await suggestions.locator('.monaco-list-row', { hasText: 'behov' }).first().waitFor();
  await shot('completion');
  await page.keyboard.press('Escape');
}
