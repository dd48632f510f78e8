// A new DPIA: the command asks what it is about, and opens an unsaved file of that name with the frame in it.
export const name = 'a new DPIA begins with its frame';

export async function run({ page, openFile, waitForSquiggle, shot }) {
  // The command palette knows the extension's commands once it is there.
  await openFile('halvskrevet.dpia.yaml');
  await waitForSquiggle();
  // Not runCommand, which waits for the palette to close: the command's own question takes its place.
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.fill('>Vurdert: Ny DPIA');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Vurdert: Ny DPIA' }).first().click();
  await page.locator('.quick-input-widget:visible', { hasText: 'Hva gjelder vurderingen?' }).waitFor();
  await input.fill('Påmelding til kor: ungdom');
  await page.keyboard.press('Enter');
  await page.locator('.tabs-container .tab.active', { hasText: 'paamelding-til-kor-ungdom.dpia' }).waitFor();
  const lines = page.locator('.editor-instance .view-line:visible');
  await lines.filter({ hasText: /^vurdering:\s+dpia/ }).first().waitFor();
  await lines.filter({ hasText: /Påmelding\s+til\s+kor:\s+ungdom/ }).first().waitFor();
  await shot('new-dpia');
}
