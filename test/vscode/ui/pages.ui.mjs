// A finding's code is a link to the page on its rule: opened rendered, inside VS Code, without another address.
import assert from 'node:assert/strict';

export const name = 'the code of a finding opens the page on its rule';

export async function run({ page, openFile, waitForProblem, shot }) {
  await openFile('visma-familia.dpia.yaml');
  const problem = await waitForProblem('visma-familia.dpia.yaml');
  const link = problem.locator('a.monaco-link').first();
  const code = (await link.innerText()).replace(/[()]/g, '').trim();
  assert.match(await link.getAttribute('href'), /^vurdert:\/regel\//);
  await link.click({ modifiers: ['ControlOrMeta'] });
  await page.locator('.tabs-container .tab', { hasText: `${code}.md` }).waitFor();
  await page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame').locator('h1').first().waitFor();
  assert.equal(await page.locator('.tabs-container .tab', { hasText: `${code}.md` }).count(), 1);
  await shot('rule-page');
}
