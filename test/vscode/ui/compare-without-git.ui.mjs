// Without git, the comparison says so.
export const name = 'the comparison says that it needs git, where there is none';

export async function run({ page, openFile, runCommand }) {
  await openFile('visma-familia.dpia.yaml');
  await page.locator('.editor-actions .action-label[aria-label^="Vis rapporten ved siden av"]').first().waitFor(); // the extension knows the file
  await runCommand('Vurdert: Sammenlign med siste commit');
  await page.locator('.notification-toast', { hasText: 'git er ikke tilgjengelig i VS Code' }).waitFor();
}
