// What the report's toolbar does, scrolling in step, and that a reload leaves all as it was.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export const name = 'the toolbar of the report: edition, export, search, lock; both sides scroll together; a reload keeps all';
export const themes = ['light', 'contrast'];

export async function run({ page, openFile, editor, focusEditor, runCommand, webviewFrame, workspace, shot }) {
  await openFile('visma-familia.dpia.yaml');
  await page.locator('.editor-actions .action-label[aria-label^="Vis rapporten ved siden av"]').first().click();
  let report = webviewFrame();
  await report.locator('h1', { hasText: 'Visma Familia' }).waitFor();
  const action = (name) => report.locator(`.v-toolbar [data-action="${name}"]`);
  const scrolled = () => report.locator('body').evaluate(() => scrollY);
  const firstLine = () => editor().evaluate((element) => Math.min(...[...element.querySelectorAll('.margin .line-numbers')].map((each) => Number(each.textContent)).filter(Boolean)));
  /** What `read` gives, once it is as wanted: looked at anew with each frame. */
  const until = async (what, read, isEnough) => {
    const end = Date.now() + 30_000;
    for (;;) {
      const value = await read();
      if (isEnough(value)) return value;
      if (Date.now() > end) throw new Error(`${what}: still ${value}`);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  };

  // The editor goes along with the report …
  assert.equal(await firstLine(), 1);
  const { x, y, width } = await editor().boundingBox();
  await page.mouse.move(x + width + 200, y + 300);
  await page.mouse.wheel(0, 6000);
  await until('the editor goes along', firstLine, (each) => each > 40);
  const at = await scrolled();
  // … and the report with the editor; neither pushes the other further.
  await page.mouse.move(x + 200, y + 300); // not hover(): that would scroll the editor itself
  assert.ok(at > 0);
  await page.mouse.wheel(0, -800);
  await until('the report goes along', scrolled, (each) => each < at - 100);
  await focusEditor();
  await page.keyboard.press('Control+Home');
  await until('the editor is at its top', firstLine, (each) => each === 1);
  await until('the report is at its top', scrolled, (each) => each === 0);
  const [higher, settled] = [await scrolled(), await firstLine()];
  for (let frames = 0; frames < 10; frames++) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.deepEqual([await scrolled(), await firstLine()], [higher, settled]);

  // What can be done with a question shows when it is pointed at.
  const question = report.locator('#sp-III\\.1\\.3');
  await question.scrollIntoViewIfNeeded();
  await question.hover();
  await shot('preview-tools');
  await question.locator('[data-tool="copy"]').click();
  await page.locator('.statusbar-item', { hasText: 'Lenken til III.1.3 er kopiert' }).waitFor();

  // The public edition has no findings.
  assert.ok(await report.locator('.v-mark').count() > 0);
  await action('public').click();
  await report.locator('.v-badge.v-edition').first().waitFor();
  assert.equal(await report.locator('.v-mark').count(), 0);
  assert.equal(await action('public').getAttribute('aria-pressed'), 'true');

  // Export: the format, where to save, and nothing more. The list says which edition.
  await action('export').click();
  const input = page.locator('.quick-input-widget:visible');
  await input.filter({ hasText: 'Eksporter rapporten (offentlig utgave)' }).waitFor();
  await shot('preview-export');
  await input.locator('.quick-input-list .monaco-list-row', { hasText: 'Markdown' }).click();
  const name = 'visma-familia.dpia.offentlig.md';
  await until('the name in the dialog', () => input.locator('input.input').inputValue(), (value) => value.endsWith(name));
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: `Rapporten er lagret som «${name}».` }).waitFor();
  await shot('preview-exported');
  assert.match(fs.readFileSync(path.join(workspace, name), 'utf8'), /Visma Familia/);
  await page.locator('.notification-toast', { hasText: name }).locator('.action-label[aria-label^="Clear Notification"]').first().click({ force: true });

  // Search in it, also straight from the text: more than once, for who is first of the click and the panel is a matter of chance.
  const find = page.locator('.webview-find-widget .simple-find-part.visible, .simple-find-part.visible').first();
  for (let times = 0; times < 4; times++) {
    await focusEditor();
    await action('find').click();
    await find.locator('textarea, input').first().press('Escape');
    await find.waitFor({ state: 'hidden' });
  }

  // Locked, it stays when another assessment is opened; and after a reload all is as it was.
  await action('lock').click();
  const tab = (text) => page.locator('.tabs-container .tab', { hasText: text });
  await tab('Låst rapport: Visma Familia').waitFor();
  await focusEditor(); // or the file would open in front of the report
  await openFile('paamelding-kulturskole.dpia.yaml');
  await report.locator('h1', { hasText: 'Visma Familia' }).waitFor();
  await report.locator('#sp-III\\.1\\.3').evaluate((element) => element.scrollIntoView());
  await report.locator('#del-IV > summary').click();
  const place = await scrolled();
  await report.locator('body').evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const loaded = page.waitForEvent('domcontentloaded');
  await runCommand('Developer: Reload Window', { asks: true }); // VS Code's own: it saves first
  await loaded;
  await tab('Låst rapport: Visma Familia').waitFor();
  report = webviewFrame();
  await report.locator('h1', { hasText: 'Visma Familia' }).waitFor();
  await report.locator('.v-badge.v-edition').first().waitFor();
  assert.equal(await action('lock').getAttribute('aria-pressed'), 'true');
  assert.equal(await report.locator('#del-IV').getAttribute('open'), null);
  assert.ok(Math.abs(await scrolled() - place) < 60, `at ${await scrolled()}, was at ${place}`);
}
