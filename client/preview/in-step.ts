/**
 * The editor's half of scrolling in step. The page knows whether its reader has a hand on it (webview.ts), and neither
 * tells the editor of a scroll that no reader made nor follows the editor meanwhile: so the two never push each other.
 */
import * as vscode from 'vscode';

/** Whether the setting wants it; read anew each time, so that a change counts at once. */
export const scrollsInStep = (uri: vscode.Uri): boolean => vscode.workspace.getConfiguration('vurdert', uri).get('rapport.rullSammen', true);

/** How long an editor's lines may move about before the page follows, in milliseconds: no more than an eye takes for one movement. */
const SETTLING = 50;

export class InStep {
  /** The line that a click in the page is about to show. */
  private jump: number | undefined;
  /** The first line of each editor's view, as the page was last brought in step with it. */
  private readonly seen = new WeakMap<vscode.TextEditor, number>();
  /** The editors whose lines move about, until they have come to rest. */
  private readonly moving = new Set<vscode.TextEditor>();
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** `follow` brings the page to a line. */
  constructor(private readonly follow: (line: number) => void) {}

  /** The page has been scrolled: the editors that show the file follow. */
  editorsTo(uri: vscode.Uri, line: number): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== uri.toString()) continue;
      const asked = Math.min(Math.max(0, Math.floor(line)), editor.document.lineCount - 1);
      this.seen.set(editor, asked);
      editor.revealRange(new vscode.Range(asked, 0, asked, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** A click in the page is about to show a line, at a height that nobody knows yet; one that is in view moves nothing. */
  expectJump(uri: vscode.Uri, line: number): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    this.jump = editor?.visibleRanges.some((range) => contains(range, line)) ? undefined : line;
  }

  /** An editor's view is another: the page follows, unless a click in the page caused it. */
  moved({ textEditor, visibleRanges }: vscode.TextEditorVisibleRangesChangeEvent): void {
    const { jump } = this;
    if (jump !== undefined) {
      if (visibleRanges.some((range) => contains(range, jump))) this.jump = undefined;
      this.seen.set(textEditor, firstLine(visibleRanges));
      return;
    }
    if (this.seen.get(textEditor) === firstLine(visibleRanges)) return;
    // Code lenses that come and go push the lines down and up again: only where they come to rest is a movement.
    this.moving.add(textEditor);
    this.settling ??= setTimeout(() => this.settle(), SETTLING);
  }

  private settle(): void {
    this.settling = undefined;
    for (const editor of this.moving) {
      const line = firstLine(editor.visibleRanges);
      if (this.seen.get(editor) === line) continue;
      this.seen.set(editor, line);
      this.follow(line);
    }
    this.moving.clear();
  }

  dispose(): void {
    clearTimeout(this.settling);
  }
}

const contains = ({ start, end }: vscode.Range, line: number): boolean => start.line <= line && line <= end.line;
const firstLine = (ranges: readonly vscode.Range[]): number => ranges[0]?.start.line ?? 0;
