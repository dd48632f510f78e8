/** The editor's half of scrolling in step: which of its movements the preview caused, and which the reader made. */
import * as vscode from 'vscode';

/** Whether the setting wants it; read anew each time, so that a change counts at once. */
export const scrollsInStep = (uri: vscode.Uri): boolean => vscode.workspace.getConfiguration('vurdert', uri).get('rapport.rullSammen', true);

export class InStep {
  /** The line that the preview has asked for, and how far from it the editor was at its last movement. */
  private target: { line: number; distance: number; isJump?: boolean } | undefined;

  /** The preview has been scrolled: the editors that show the file follow. */
  editorsTo(uri: vscode.Uri, line: number): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== uri.toString()) continue;
      const asked = Math.min(Math.max(0, Math.floor(line)), editor.document.lineCount - 1);
      const top = editor.visibleRanges[0]?.start.line;
      if (top === asked) continue;
      this.target = { line: asked, distance: top === undefined ? Infinity : Math.abs(top - asked) };
      editor.revealRange(new vscode.Range(asked, 0, asked, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** A click in the preview is about to show a line, at a height that nobody knows yet; one that is in view moves nothing. */
  expectJump(uri: vscode.Uri, line: number): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (!editor?.visibleRanges.some((range) => range.start.line <= line && line <= range.end.line)) this.target = { line, distance: Infinity, isJump: true };
  }

  /**
   * The line that the preview is to follow an editor's movement to; undefined where the preview caused the movement.
   * An editor on its way to where the preview sent it comes nearer with each movement, and one that goes away from
   * there has a reader's hand on it: no clock is needed to tell them apart.
   */
  followed({ textEditor, visibleRanges }: vscode.TextEditorVisibleRangesChangeEvent): number | undefined {
    const line = visibleRanges[0]?.start.line;
    if (line === undefined) return undefined;
    const { target } = this;
    if (!target) return line;
    if (target.isJump) {
      if (visibleRanges.some((range) => range.start.line <= target.line && target.line <= range.end.line)) this.target = undefined;
      return undefined;
    }
    const distance = Math.abs(line - target.line);
    if (distance > target.distance) {
      this.target = undefined;
      return line;
    }
    // The last lines cannot come to the top where the editor ends with them.
    const isAtEnd = visibleRanges.at(-1)!.end.line >= textEditor.document.lineCount - 1 && line < target.line;
    this.target = distance === 0 || isAtEnd ? undefined : { ...target, distance };
    return undefined;
  }
}
