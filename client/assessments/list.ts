/** The assessments of the workspace as the server last told: asked for when somebody looks, and not before. */
import * as vscode from 'vscode';
import { ASSESSMENTS, type AssessmentEntry, type AssessmentsResult } from '../../server/lsp/protocol.ts';
import { Latest } from '../latest.ts';
import { hasOurs } from '../look.ts';
import type { Server } from '../server.ts';

export class AssessmentList implements vscode.Disposable {
  /** Undefined until the server has answered. */
  entries: readonly AssessmentEntry[] | undefined;
  /** The server has not answered the last time it was asked. */
  hasFailed = false;
  private isStale = true;
  /** There was none of ours in the folders, so the server was not asked. */
  private isEmptyWithoutServer = false;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The entries are others than before. */
  readonly onDidChange = this.changed.event;
  private readonly latest = new Latest(() => this.load());
  private readonly disposables: vscode.Disposable[];

  /** `isWatched` tells whether anybody looks now: a list that nobody sees is not fetched. */
  constructor(private readonly server: Server, private readonly isWatched: () => boolean) {
    const another = (): void => {
      this.isStale = true;
      this.look();
    };
    // Until the server runs nobody tells what changes: a file that comes may be the first of ours.
    const files = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}', false, false, true);
    const come = (): void => {
      if (!server.isRunning) another();
    };
    this.disposables = [this.changed, server.onDidChangeAssessments(another), files, files.onDidCreate(come), files.onDidChange(come), server.onDidStart(() => {
      if (this.isEmptyWithoutServer) another();
    })];
  }

  /** To be called when somebody begins to look. */
  look(): void {
    if (this.isStale && this.isWatched()) this.latest.ask();
  }

  /** Fetches anew, whether or not anything is known to have changed. Where the folders hold nothing of ours, no server is started for it. */
  async load(): Promise<void> {
    this.isStale = false;
    this.isEmptyWithoutServer = !this.server.isRunning && !await hasOurs();
    const found = this.isEmptyWithoutServer ? [] : await this.server.request<AssessmentsResult>(ASSESSMENTS, undefined);
    this.hasFailed = this.isStale = found === undefined;
    this.entries = found ?? this.entries ?? [];
    this.changed.fire();
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }
}
