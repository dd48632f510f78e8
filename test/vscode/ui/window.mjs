// A user's hands in the VS Code window. Every function waits for what it promises, so a test never sleeps.
import path from 'node:path';

const exactly = (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** Where an editor takes its keys. */
const INPUT = '.native-edit-context, textarea.inputarea';

/** What the tests work with: see run.mjs for how a test gets it. */
export function vscodeWindow(page) {
  let currentFile;

  /** The editor of the file opened last. */
  const editor = () => page.locator(`.monaco-editor[data-uri$="/${encodeURIComponent(path.basename(currentFile))}"]`).first();

  /** Opens a file (its path from the workspace's root, with /) by clicking in the explorer, unfolding folders on the way. */
  async function openFile(file) {
    const parts = file.split('/');
    for (const [index, name] of parts.entries()) {
      const row = page.locator(`.explorer-folders-view .monaco-list-row[aria-level="${index + 1}"]`)
        .filter({ has: page.locator('.label-name', { hasText: exactly(name) }) }).first();
      if (index === parts.length - 1) await row.dblclick(); // a single click would open it as a preview
      else if (await row.getAttribute('aria-expanded') === 'false') await row.click();
    }
    currentFile = file;
    await editor().locator('.view-line').first().waitFor();
    return editor();
  }

  /**
   * Takes the focus to the open file's editor, and so to its column. Not by a key: one that is pressed in a webview
   * reaches VS Code by way of messages, later than the next click, and one pressed while the focus moves is lost.
   */
  async function focusEditor() {
    await editor().locator(INPUT).first().focus();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Waits until the cursor stands on this line of an editor (1 is the first), and keys reach it. */
  async function waitForCursor(line) {
    await page.locator('.statusbar-item', { hasText: `Ln ${line}, ` }).waitFor();
    await page.locator('.monaco-editor.focused').waitFor();
  }

  /** Selects the first place in the open file where the text stands (one line; capital letters make no difference). */
  async function goTo(text) {
    await focusEditor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    const find = editor().locator('.find-widget.visible');
    const input = find.locator('.find-part textarea.input');
    const count = find.locator('.matchesCount');
    // Emptied first: the count of an earlier search must not be taken for this one's.
    await input.fill('');
    await count.filter({ hasText: 'No results' }).waitFor();
    await input.fill(text);
    await count.filter({ hasText: /^1 of / }).waitFor().catch((error) => {
      throw new Error(`«${text}» does not stand in ${currentFile}`, { cause: error });
    });
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
    await editor().locator('.selected-text').first().waitFor({ state: 'attached' });
  }

  /** Holds the mouse over a text in the open file until a hover shows `expected`; returns the hover. */
  async function hoverOver(text, expected = /\S/) {
    await goTo(text);
    const hover = page.locator('.monaco-hover:visible', { hasText: expected }).first();
    // More than one try: a hover that was asked for before the language server was ready stays empty, and inlay hints
    // that arrive draw the line anew.
    for (let triesLeft = 3; ; triesLeft--) {
      try {
        const { x, y, width, height } = await editor().locator('.selected-text').first().boundingBox();
        await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
        await hover.waitFor({ timeout: 20_000 });
        return hover;
      } catch (error) {
        if (triesLeft === 1) throw error;
        await page.mouse.move(0, 0);
      }
    }
  }

  /** Runs a command by its title in the command palette. With `asks`, the command's own list takes the palette's place. */
  async function runCommand(title, { asks = false } = {}) {
    await page.keyboard.press('F1');
    const palette = page.locator('.quick-input-widget:visible');
    await palette.locator('input.input').fill(`>${title}`);
    await palette.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
    if (!asks) await palette.waitFor({ state: 'hidden' });
  }

  /** Takes the quick fix with this title at the first place where the text stands in the open file. */
  async function quickFix(text, title) {
    await goTo(text);
    await waitForSquiggle(); // a fix is offered for a finding: not before there is one
    await page.keyboard.press('Control+.');
    const list = page.locator('.action-widget:visible', { hasText: title });
    await list.locator('.monaco-list-row', { hasText: title }).first().click();
    await list.waitFor({ state: 'hidden' });
  }

  /** Opens the Problems panel, if it is not open. */
  async function openProblems() {
    const panel = page.locator('.markers-panel');
    if (!await panel.isVisible()) await page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    return panel;
  }

  /** Waits for a finding of a file in the Problems panel, which holds those of the whole workspace, and returns its row. */
  async function waitForProblem(file, text = '') {
    const panel = await openProblems();
    await panel.locator('.monaco-list-row').first().waitFor();
    const filter = page.locator('.viewpane-filter input[aria-label="Filter Problems"]');
    const applied = page.locator('.viewpane-filter-badge', { hasText: 'Showing' });
    // Rows lie in no order in the page: below the file's row is its first finding.
    const row = panel.locator(`.monaco-list-row[aria-level="2"]${text ? '' : '[data-index="1"]'}`, { hasText: text }).first();
    // More than one try: a panel that is being filled forgets what it is asked.
    for (let triesLeft = 5; ; triesLeft--) {
      try {
        // A list shows only the rows there is room for, so the filter brings the row forward. The list follows some time
        // after, and until then the findings of other files push its rows about: «Showing 7 of 122» says that it has.
        await filter.fill('');
        await applied.waitFor({ state: 'hidden', timeout: 20_000 });
        await filter.fill([`**/${file}`, text.split(',')[0]].filter(Boolean).join(', ')); // a comma would end the filter
        await applied.waitFor({ timeout: 20_000 });
        await panel.locator('.monaco-list-row[data-index="0"][aria-level="1"]', { hasText: file.split('/').at(-1) }).waitFor({ timeout: 20_000 });
        await row.waitFor({ timeout: 20_000 });
        return row;
      } catch (error) {
        if (triesLeft === 1) throw error;
      }
    }
  }

  /** Waits until the open file has a squiggle: error, warning, info or hint. */
  async function waitForSquiggle(severity) {
    const classes = severity ? `.squiggly-${severity}` : '.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint';
    const squiggle = editor().locator(classes).first();
    await squiggle.waitFor({ state: 'attached' });
    return squiggle;
  }

  /**
   * The content of the extension's visible webview: the one in the editor area, or with `view` the one in the side bar
   * or the panel. VS Code puts a webview in two frames, the outer of which is its own.
   */
  function webviewFrame({ view = false } = {}) {
    const kind = view ? '[src*="purpose=webviewView"]' : ':not([src*="purpose=webviewView"])';
    return page.frameLocator(`iframe.webview.ready[src*="extensionId=vurdert.vurdert"]${kind}:visible`).frameLocator('iframe#active-frame');
  }

  return { editor, openFile, focusEditor, waitForCursor, goTo, hoverOver, runCommand, quickFix, openProblems, waitForProblem, waitForSquiggle, webviewFrame };
}
