/** The assessments of the workspace as the server last told: asked for when somebody looks, and not before. */
import * as vscode from 'vscode';
import { ASSESSMENTS, type AssessmentEntry, type AssessmentsResult } from '../../server/lsp/protocol.ts';
import { Latest } from '../latest.ts';
import type { Server } from '../server.ts';

export class AssessmentList implements vscode.Disposable {
  /** Undefined until the server has answered. */
  entries: readonly AssessmentEntry[] | undefined;
  /** The server has not answered the last time it was asked. */
  hasFailed = false;
  private isStale = true;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The entries are others than before. */
  readonly onDidChange = this.changed.event;
  private readonly latest = new Latest(() => this.load());
  private readonly disposables: vscode.Disposable[];

  /** `isWatched` tells whether anybody looks now: a list that nobody sees is not fetched. */
  constructor(private readonly server: Server, private readonly isWatched: () => boolean) {
    this.disposables = [this.changed, server.onDidChangeAssessments(() => {
      this.isStale = true;
      this.look();
    })];
  }

  /** To be called when somebody begins to look. */
  look(): void {
    if (this.isStale && this.isWatched()) this.latest.ask();
  }

  /** Fetches anew, whether or not anything is known to have changed. */
  async load(): Promise<void> {
    this.isStale = false;
    const found = await this.server.request<AssessmentsResult>(ASSESSMENTS, undefined);
    this.hasFailed = this.isStale = found === undefined;
    this.entries = found ?? this.entries ?? [];
    this.changed.fire();
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }
}
