// The report beside the text: a click in it leads to the line, and it follows what is written without jumping.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export const name = 'the report stands beside the text: a click leads to the line, and typing shows in it';
export const themes = ['light', 'dark', 'contrast', 'contrast-light'];

const FILE = 'visma-familia.dpia.yaml';

export async function run({ page, workspace, openFile, editor, waitForCursor, goTo, webviewFrame, shot }) {
  await openFile(FILE);
  await page.locator('.editor-actions .action-label[aria-label^="Vis rapporten ved siden av"]').first().click();
  const report = webviewFrame();
  await report.locator('h1', { hasText: 'Visma Familia' }).waitFor();
  await shot('preview');

  // The status bar says how the assessment stands.
  await page.locator('.statusbar-item', { hasText: /DPIA: \d+ av \d+ besvart · \d+ funn/ }).waitFor();

  // What is missing stands out, and leads to the place it is missing from.
  const open = report.locator('#sp-III\\.1\\.3');
  await open.scrollIntoViewIfNeeded();
  await open.locator('.v-badge.v-missing', { hasText: 'Ubesvart' }).waitFor();
  await open.locator('.v-text').click();
  await editor().locator('.view-line', { hasText: 'III.1.3:' }).waitFor();
  await waitForCursor(fs.readFileSync(path.join(workspace, FILE), 'utf8').split('\n').findIndex((line) => line.trimStart().startsWith('III.1.3:')) + 1);
  await shot('preview-question');

  // An answer that is typed shows in the report, and the report stays where it is.
  assert.ok(await report.locator('body').evaluate(() => scrollY) > 0);
  // Where the reader sees it: what stands above it may grow or shrink meanwhile. The editor's code lenses come and go
  // with each answer and push its lines down and up: no movement of the reader's.
  const top = () => open.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.keyboard.press('End');
  const stands = async (lens) => {
    await editor().locator('.codelens-decoration', { hasText: lens }).waitFor();
    for (let frames = 0; frames < 10; frames++) await page.evaluate(() => new Promise(requestAnimationFrame));
    const after = await top();
    assert.ok(Math.abs(after - before) < 40, `from ${before} to ${after}`);
  };
  const type = async () => {
    await page.keyboard.type(' nei');
    await open.locator('.v-badge.v-no', { hasText: 'Nei' }).waitFor();
    assert.equal(await open.locator('.v-missing').count(), 0);
    await stands('DEL III: 21 av 26 besvart');
  };
  await type();
  for (let key = 0; key < 4; key++) await page.keyboard.press('Backspace');
  await open.locator('.v-badge.v-missing', { hasText: 'Ubesvart' }).waitFor();
  await stands('DEL III: 20 av 26 besvart');
  await type();

  // A part that is closed stays closed.
  await report.locator('#del-III > summary').click();
  await goTo('tittel: Visma Familia');
  await page.keyboard.press('End');
  await page.keyboard.type(' X');
  await report.locator('h1', { hasText: 'barnevern X' }).waitFor();
  assert.equal(await report.locator('#del-III').getAttribute('open'), null);

  await report.locator('#risikoer').scrollIntoViewIfNeeded();
  await shot('preview-risks');

  // The policy lets no script and no style of another's in.
  const policy = await report.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute('content');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
}
