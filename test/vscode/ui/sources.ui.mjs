// The sources in the editor: a reference in prose is quoted in a hover, peeked at, and found in the search.
import assert from 'node:assert/strict';

export const name = 'a reference shows its source in a hover, in a peek and in the search';

export async function run({ page, openFile, goTo, hoverOver, runCommand, shot }) {
  await openFile('visma-familia.dpia.yaml');
  const article = await hoverOver('artikkel 6 c', 'rettslig forpliktelse'); // the link's own tooltip comes first
  assert.match(await article.innerText(), /rettslig forpliktelse/);
  await shot('source-hover');
  await page.keyboard.press('Escape');

  const act = await hoverOver('§4-4', 'Opphevet');
  assert.match(await act.innerText(), /barnevernsloven/);
  await shot('source-hover-act');
  await page.keyboard.press('Escape');

  await goTo('artikkel 6 c');
  await page.keyboard.press('ArrowLeft');
  await runCommand('Peek Definition');
  const peek = page.locator('.peekview-widget');
  await peek.locator('.view-line', { hasText: 'art. 6' }).first().waitFor();
  await shot('source-peek');
  await page.keyboard.press('Escape');
  await peek.waitFor({ state: 'detached' });

  await runCommand('Vurdert: Slå opp i kildene', { asks: true });
  const search = page.locator('.quick-input-widget:visible', { hasText: 'Slå opp i kildene' });
  await search.locator('.monaco-list-row', { hasText: 'art. 1 nr. 2' }).first().waitFor();
  await search.locator('input.input').fill('13-2');
  const row = search.locator('.quick-input-list .monaco-list-row', { hasText: 'barnevernsloven § 13-2' }).first();
  await row.waitFor();
  await shot('source-search');
  await row.click();
  const content = page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  await content.locator('h1', { hasText: 'barnevernsloven § 13-2' }).waitFor();
  await shot('source-page');
}
