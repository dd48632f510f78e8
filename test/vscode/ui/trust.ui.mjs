// A folder that nobody has said can be trusted, as VS Code opens every new one: what reads works, what runs a program is
// off and says so, and it comes on when the folder is trusted.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

export const name = 'in a folder that is not trusted, findings, hovers and reports work, and PDF and git say why they do not';
export const settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.emptyWindow': false,
  'git.enabled': true,
  'git.openRepositoryInParentFolders': 'never',
};

const FILE = 'visma-familia.dpia.yaml';

/** A repository, so that nothing but the trust is in the way of git. */
export function lay(workspace) {
  const git = (...args) => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: workspace, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Første utkast');
}

export async function run({ page, openFile, hoverOver, waitForProblem, waitForSquiggle, webviewFrame, shot }) {
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await openFile(FILE);

  // What reads works: findings, hover, report.
  await waitForProblem(FILE, 'Vurderingen beskriver ingen risikoer');
  await waitForSquiggle();
  await hoverOver('II.4.4', 'profilere den registrerte');
  await page.keyboard.press('Escape');
  await page.locator('.editor-actions .action-label[aria-label^="Vis rapporten ved siden av"]').first().click();
  const report = webviewFrame();
  await report.locator('h1', { hasText: 'Visma Familia' }).waitFor();
  // VS Code marks letters that are not English where it does not trust the folder; ours are Norwegian.
  assert.equal(await page.locator('.monaco-editor .unicode-highlight').count(), 0);
  await shot('untrusted');

  // What runs a program is off, and says what to do.
  const toast = (text) => page.locator('.notification-toast', { hasText: text });
  await report.locator('.v-toolbar [data-action="export"]').click();
  const formats = page.locator('.quick-input-widget:visible');
  const pdf = formats.locator('.monaco-list-row', { hasText: 'PDF (.pdf)' });
  assert.match(await pdf.innerText(), /Kan ikke lages her/);
  await shot('untrusted-export');
  await pdf.click();
  const why = toast('Vurdert starter ingen programmer før du har sagt at du stoler på mappen');
  await why.waitFor();
  await shot('untrusted-pdf');
  await why.locator('.monaco-button', { hasText: 'Lukk' }).click();
  await why.waitFor({ state: 'detached' });
  await report.locator('.v-toolbar [data-action="compare"]').click();
  const off = toast('git er slått av til du har sagt at du stoler på mappen');
  await off.waitFor();
  await shot('untrusted-compare');

  // The way on is VS Code's own page about trust. Trusted, both come on, without a restart.
  await off.locator('.monaco-button', { hasText: 'Stol på mappen' }).click();
  const editor = page.locator('.workspace-trust-editor');
  await editor.locator('.workspace-trust-limitations.untrusted').waitFor();
  await shot('trust-editor');

  await editor.locator('.workspace-trust-buttons-row .monaco-button', { hasText: /^Trust$/ }).first().click();
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
  await page.locator('.monaco-modal-editor-block .action-label[aria-label^="Close"]').first().click();
  await editor.waitFor({ state: 'detached' });
  await report.locator('.v-toolbar [data-action="export"]').click();
  await pdf.waitFor();
  assert.doesNotMatch(await pdf.innerText(), /Kan ikke lages her/);
  await page.keyboard.press('Escape');
  await report.locator('.v-toolbar [data-action="compare"]').click();
  await formats.locator('.monaco-list-row', { hasText: 'Siste commit' }).first().waitFor();
  await shot('trusted-compare');
  await page.keyboard.press('Escape');
}
