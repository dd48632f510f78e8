/**
 * The editor's half of scrolling in step. The page knows whether its reader has a hand on it (webview.ts), and neither
 * tells the editor of a scroll that no reader made nor follows the editor meanwhile: so the two never push each other.
 */
import * as vscode from 'vscode';

/** Whether the setting wants it; read anew each time, so that a change counts at once. */
export const scrollsInStep = (uri: vscode.Uri): boolean => vscode.workspace.getConfiguration('vurdert', uri).get('rapport.rullSammen', true);

export class InStep {
  /** The line that a click in the page is about to show. */
  private jump: number | undefined;

  /** The page has been scrolled: the editors that show the file follow. */
  editorsTo(uri: vscode.Uri, line: number): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== uri.toString()) continue;
      const asked = Math.min(Math.max(0, Math.floor(line)), editor.document.lineCount - 1);
      editor.revealRange(new vscode.Range(asked, 0, asked, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** A click in the page is about to show a line, at a height that nobody knows yet; one that is in view moves nothing. */
  expectJump(uri: vscode.Uri, line: number): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    this.jump = editor?.visibleRanges.some((range) => contains(range, line)) ? undefined : line;
  }

  /** The line that the page is to follow an editor's movement to; undefined where a click in the page caused it. */
  followed({ visibleRanges }: vscode.TextEditorVisibleRangesChangeEvent): number | undefined {
    const { jump } = this;
    if (jump === undefined) return visibleRanges[0]?.start.line;
    if (visibleRanges.some((range) => contains(range, jump))) this.jump = undefined;
    return undefined;
  }
}

const contains = ({ start, end }: vscode.Range, line: number): boolean => start.line <= line && line <= end.line;
