// What both language tests do: one assessment in the reader's own language, then one in another, and what is whose.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** The words looked for, in each language. They stand here and not in the catalogue: a test of it may not read it. */
const WORDS = {
  nn: {
    lens: /DEL I: 9 av 9 svart på/,
    report: 'Vis rapport',
    problem: 'Vurderinga beskriv ingen risikoar for dei registrerte',
    unanswered: 'III.1.3 er ikkje svart på',
    hover: 'Svar: ja, nei eller delvis. Forklar når',
    status: /DPIA: \d+ av \d+ svart på · \d+ funn/,
    toolbar: ['Utgåve', 'Intern', 'Offentleg', 'Eksporter …', 'Samanlikn …', 'Skriv ut', 'Søk', 'Lås'],
    title: 'Rapport: Visma Familia',
    question: 'Er dette eit nytt prosjekt eller ein ny prosess?',
    missing: 'Utan svar',
    heading: 'Samandrag',
    finding: 'Ingen av dei ni kriteria',
    fix: 'Svar «nei» på III.1.3',
    view: /Treng merksemd/,
    outcome: /godkjend/,
    tooltip: /Avgjerd: godkjend/,
    export: 'Eksporter rapporten (intern utgåve)',
  },
  en: {
    lens: /PART I: 9 of 9 answered/,
    report: 'Show report',
    problem: 'The assessment describes no risks to the data subjects',
    unanswered: 'III.1.3 is not answered',
    hover: 'Answer: ja (yes), nei (no) or delvis (partly)',
    status: /DPIA: \d+ of \d+ answered · \d+ findings/,
    toolbar: ['Edition', 'Internal', 'Public', 'Export …', 'Compare …', 'Print', 'Find', 'Lock'],
    title: 'Report: Visma Familia',
    question: 'Is this a new project or process?',
    missing: 'Unanswered',
    heading: 'Summary',
    finding: 'None of the nine criteria',
    fix: 'Answer «nei» to III.1.3',
    view: /Needs attention/,
    outcome: /approved/,
    tooltip: /Decision: approved/,
    export: 'Export the report (internal edition)',
  },
};

const fileIn = (language) => `fagsystem-${language}.dpia.yaml`;

/** The sample with many findings, in each language. */
export function lay(workspace) {
  const written = fs.readFileSync(path.join(workspace, 'visma-familia.dpia.yaml'), 'utf8');
  for (const language of Object.keys(WORDS)) fs.writeFileSync(path.join(workspace, fileIn(language)), written.replace(/^mal: e-helse-2018$/m, `$&\nspråk: ${language}`));
}

/** @param {'nn' | 'en'} reader what `vurdert.språk` is set to */
export async function readIn(reader, { page, openFile, focusEditor, editor, goTo, hoverOver, runCommand, waitForProblem, webviewFrame, shot }) {
  const [own, other] = [WORDS[reader], WORDS[reader === 'nn' ? 'en' : 'nn']];
  const file = fileIn(reader);
  await openFile(file);

  // The text: lenses, the status bar, findings, hovers, fixes.
  const lens = (text) => editor().locator('.codelens-decoration', { hasText: text }).first();
  await lens(own.report).waitFor();
  await lens(own.lens).waitFor();
  await page.locator('.statusbar-item', { hasText: own.status }).waitFor();
  await waitForProblem(file, own.problem);
  await waitForProblem(file, own.unanswered);
  await shot(`language-${reader}-problems`);
  await page.locator('.part.panel .action-label[aria-label^="Hide Panel"], .part.panel .action-label[aria-label^="Close Panel"]').first().click();
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await hoverOver('II.4.4', own.hover);
  await shot(`language-${reader}-hover`);
  await page.keyboard.press('Escape');
  await goTo('III.1.3:');
  await page.keyboard.press('Control+.');
  const fixes = page.locator('.action-widget:visible', { hasText: own.fix });
  await fixes.waitFor();
  await shot(`language-${reader}-fixes`);
  await page.keyboard.press('Escape');

  // The report: all of it in the language of the file, and so is the toolbar, which is the reader's.
  await goTo('vurdering: dpia');
  await page.locator('.editor-actions .action-label[aria-label^="Vis rapporten ved siden av"]').first().click(); // a command's title is VS Code's language, not ours
  const report = webviewFrame();
  const toolbar = () => report.locator('.v-toolbar').evaluate((element) => [...element.querySelectorAll('button, [aria-label]')].map((each) => `${each.textContent} ${each.getAttribute('aria-label') ?? ''} ${each.title}`).join('\n'));
  const speaks = async (words) => {
    await report.locator('#sp-I\\.1', { hasText: words.question }).waitFor();
    await report.locator('#sp-III\\.1\\.3 .v-missing', { hasText: words.missing }).waitFor({ state: 'attached' });
    await report.locator('h2', { hasText: words.heading }).first().waitFor();
    await report.locator('.v-mark', { hasText: words.finding }).first().waitFor({ state: 'attached' });
    const tools = await toolbar();
    for (const word of own.toolbar) assert.ok(tools.includes(word), `«${word}» is not among:\n${tools}`);
  };
  await speaks(own);
  await page.locator('.tabs-container .tab', { hasText: own.title }).waitFor();
  await shot(`language-${reader}-report`);
  await report.locator('#del-III').scrollIntoViewIfNeeded();
  await shot(`language-${reader}-report-questions`);
  await report.locator('.v-toolbar [data-action="export"]').click();
  await page.locator('.quick-input-widget:visible', { hasText: own.export }).waitFor();
  await shot(`language-${reader}-export`);
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });

  // A file in another language: its report is its own, the toolbar and the findings in Problems stay the reader's.
  await focusEditor();
  await openFile(fileIn(reader === 'nn' ? 'en' : 'nn'));
  await speaks(other);
  await waitForProblem(fileIn(reader === 'nn' ? 'en' : 'nn'), own.unanswered);
  await shot(`language-${reader}-other`);

  // The list of assessments, and what one of them came to.
  await page.locator('.activitybar .action-label[aria-label^="Vurdert"]').click();
  const row = (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  await row(own.view).waitFor();
  const instagram = row('Fritidsklubbens informasjonskonto på Instagram');
  assert.match(await instagram.getAttribute('aria-label'), own.outcome);
  await instagram.hover();
  await page.locator('.monaco-hover:visible', { hasText: own.tooltip }).first().waitFor();
  await shot(`language-${reader}-view`);
}
