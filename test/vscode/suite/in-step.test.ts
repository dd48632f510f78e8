import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { InStep } from '../../../client/preview/in-step.ts';

/** An editor that shows forty lines from one on, and tells of each movement as VS Code does. */
class Editor {
  visibleRanges: vscode.Range[] = [];
  constructor(private readonly step: InStep) {}
  shows(...firstLines: number[]): void {
    for (const line of firstLines) {
      this.visibleRanges = [new vscode.Range(line, 0, line + 40, 0)];
      this.step.moved({ textEditor: this as unknown as vscode.TextEditor, visibleRanges: this.visibleRanges });
    }
  }
}

describe('the page and the editor in step', () => {
  const followed: number[] = [];
  let tell: (() => void) | undefined;
  const step = new InStep((line) => {
    followed.push(line);
    tell?.();
  });
  const next = (): Promise<void> => new Promise((resolve) => { tell = resolve; });
  const editor = new Editor(step);

  it('the page follows to where the editor comes to rest', async () => {
    const rests = next();
    editor.shows(12, 34, 56);
    await rests;
    assert.deepEqual(followed, [56]);
  });

  it('code lenses that come and go, and push the lines down and up again, move nothing', async () => {
    editor.shows(58, 56, 53, 56);
    const other = new Editor(step);
    const rests = next();
    other.shows(7);
    await rests;
    assert.deepEqual(followed, [56, 7]);
  });
});
