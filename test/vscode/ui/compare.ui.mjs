// The report's differences from the last commit, beside the text; what it says where there is no git.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const name = 'the comparison with the last commit: changed answers side by side, live, and another version by choice';
export const themes = ['light', 'dark', 'contrast'];
export const settings = { 'git.enabled': true, 'git.openRepositoryInParentFolders': 'never', 'git.autorefresh': true };

const FILE = 'paamelding-kulturskole.dpia.yaml';

/** The folder is a repository with two commits of the file, and changes after the last. */
export function lay(workspace) {
  const git = (...args) => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: workspace, stdio: 'ignore' });
  const file = path.join(workspace, FILE);
  const change = (from, to) => {
    const text = fs.readFileSync(file, 'utf8');
    assert.ok(from.test(text), `${from} does not stand in ${FILE}`);
    fs.writeFileSync(file, text.replace(from, to));
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Første utkast');
  change(/^tittel: .*$/m, 'tittel: Påmelding og tilrettelegging på nett i kulturskolen');
  git('commit', '--quiet', '--all', '--message=Bedre tittel');
  change(/restrisiko: \{sannsynlighet: 1, konsekvens: 4\}/, 'restrisiko: {sannsynlighet: 2, konsekvens: 4}');
  change(/Plass tildeles etter søknadsdato og ledig kapasitet\./, 'Plass tildeles etter alder og ledig kapasitet.');
}

export async function run({ page, openFile, editor, goTo, runCommand, webviewFrame, shot }) {
  await openFile(FILE);
  await page.locator('.editor-actions .action-label[aria-label^="Vis rapporten ved siden av"]').first().waitFor(); // the extension knows the file
  await runCommand('Vurdert: Sammenlign med siste commit');
  const report = webviewFrame();
  await report.locator('.v-version', { hasText: /siste commit \([0-9a-f]{7}/ }).waitFor();
  await page.locator('.tabs-container .tab', { hasText: 'Sammenligning: Påmelding og tilrettelegging' }).waitFor();

  await report.locator('.v-diff-risk', { hasText: 'R1' }).waitFor();

  // A word that is typed shows at once, side by side with what stood there.
  await goTo('Ingen personlige sider');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('Søsken går foran. ');
  const changed = report.locator('.v-diff-item', { hasText: 'II.4.2' });
  await changed.locator('.v-ins', { hasText: 'Søsken går foran' }).waitFor();
  await changed.locator('.v-del', { hasText: 'søknadsdato' }).waitFor();
  await shot('compare');
  await report.locator('.v-risk-picture').first().scrollIntoViewIfNeeded();
  await shot('compare-risks');

  // A click leads to the place.
  await goTo('vurdering: dpia');
  await changed.locator('.v-text').click();
  await editor().locator('.view-line', { hasText: 'II.4.2:' }).waitFor();

  // Any other version: the list holds the commits of the file and the branches.
  await report.locator('.v-toolbar [data-action="compare"]').click();
  const input = page.locator('.quick-input-widget:visible');
  await input.locator('.monaco-list-row', { hasText: 'Bedre tittel' }).waitFor();
  await input.locator('.monaco-list-row', { hasText: 'main' }).first().waitFor();
  await shot('compare-choose');
  await input.locator('.monaco-list-row', { hasText: 'Første utkast' }).click();
  await report.locator('.v-diff-item', { hasText: 'på nett i kulturskolen' }).waitFor();
  await shot('compare-older');
}
