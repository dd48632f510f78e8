// The view «Vurderinger», from the activity bar: what there is, the process of one of them, and a new one.
import assert from 'node:assert/strict';

export const name = 'the view shows every assessment, the process of one, and makes a new one';
export const themes = ['light', 'dark'];

export async function run({ page, runCommand, shot }) {
  // No file is open: the view starts the server itself.
  await page.locator('.activitybar .action-label[aria-label^="Vurdert"]').click();
  const view = page.locator('.sidebar');
  const action = (title) => view.locator(`.title-actions .action-label[aria-label^="${title}"]`);
  await view.locator('.composite.title', { hasText: 'Vurderinger' }).waitFor();
  await widen(page, view, 160);
  const row = (text) => view.locator('.monaco-list-row', { hasText: text }).first();
  await row('Trenger oppmerksomhet').waitFor();
  const instagram = row('Plattform: Fritidsklubbens informasjonskonto på Instagram');
  await instagram.waitFor();
  assert.match(await instagram.innerText(), /\d+ % · .*godkjent/);
  await shot('assessments');

  await instagram.hover();
  await page.locator('.monaco-hover:visible', { hasText: 'Neste gjennomgang' }).first().waitFor();
  await shot('assessments-tooltip');

  // A click opens the file; its first line says where in the process it stands.
  await instagram.click();
  const tab = (file) => page.locator('.tabs-container .tab.active', { hasText: file });
  await tab('instagram.plattform.yaml').waitFor();
  await page.locator('.editor-instance .codelens-decoration', { hasText: 'besvart' }).first().waitFor();
  await page.locator('.statusbar-item', { hasText: /Plattformvurdering: \d+ av \d+ besvart/ }).waitFor();
  await shot('assessments-lens');

  // The process in one list: picking a step opens its file.
  await runCommand('Vurdert: Vis prosessen', { asks: true });
  const input = page.locator('.quick-input-widget:visible');
  const choice = (text) => input.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  await input.filter({ hasText: 'Prosessen for instagram.plattform.yaml' }).waitFor();
  await choice('1. Innledende vurdering').waitFor();
  await shot('process');
  await choice('1. Innledende vurdering').click();
  await tab('instagram.ip.yaml').waitFor();

  // By kind instead of by service.
  await action('Grupper etter slag').click();
  await row('Plattformvurdering').waitFor();
  await shot('assessments-by-kind');

  // A new one, step by step, with a step back on the way.
  await action('Ny vurdering').click();
  await input.filter({ hasText: 'Ny vurdering' }).waitFor();
  await choice('Plattformvurdering').waitFor();
  await shot('new-kind');
  await choice('Plattformvurdering').click();
  const typed = input.locator('input.input');
  const atStep = (text) => input.filter({ hasText: text }).waitFor();
  await atStep('(2/5)');
  await choice('Fritidsklubben Taket').waitFor();
  await typed.fill('Jentegruppa');
  await choice('en ny tjeneste').waitFor();
  await shot('new-service');
  await page.keyboard.press('Enter');
  await atStep('(3/5)');
  await input.locator('.quick-input-titlebar .action-label[aria-label^="Back"]').click();
  await atStep('(2/5)');
  await typed.fill('Jentegruppa');
  await choice('en ny tjeneste').waitFor();
  await page.keyboard.press('Enter');
  await atStep('(3/5)');
  await choice('Discord').locator('.monaco-checkbox, .quick-input-list-checkbox').first().click();
  await page.mouse.move(900, 800); // a row's tooltip would cover its neighbour
  await typed.fill('Twitch');
  await choice('en annen plattform').waitFor();
  await typed.press('Enter'); // marks what was typed
  await input.filter({ hasText: '2 Selected' }).waitFor();
  await shot('new-platforms');
  await typed.press('Enter');
  await atStep('(4/5)');
  await shot('new-strategy');
  await typed.fill('gaming');
  await choice('gaming').waitFor();
  await typed.press('Enter');
  await input.filter({ hasText: '1 Selected' }).waitFor();
  await typed.press('Enter');
  await atStep('(5/5)');
  assert.equal(await typed.inputValue(), 'Jentegruppa på Discord og Twitch');
  await shot('new-title');
  await page.keyboard.press('Enter');
  await tab('jentegruppa-discord-twitch.plattform.yaml').waitFor();
  await row('Jentegruppa på Discord og Twitch').waitFor();
  await shot('new-assessment');

  // What has begun waits for its first step.
  await runCommand('Vurdert: Vis prosessen', { asks: true });
  await input.filter({ hasText: 'Neste steg' }).waitFor();
  await shot('process-begun');
  await page.keyboard.press('Escape');
}

/** Draws the side bar's edge to the right, so that more of each row shows. */
async function widen(page, sideBar, by) {
  const { x, y, width, height } = await sideBar.boundingBox();
  await page.mouse.move(x + width + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + height / 2, { steps: 5 });
  await page.mouse.up();
  assert.ok((await sideBar.boundingBox()).width > width + by / 2);
}
