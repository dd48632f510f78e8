/** What goes on in the background, and what it changed: told once, when all of it is over. */

/** What has changed: files that say something else or are gone, and files whose findings may be others for it. */
export interface Changes {
  files: Set<string>;
  disturbed: Set<string>;
}

export interface WorkOptions {
  /** Lets what else waits have its turn. */
  pause(): Promise<void>;
  /** Told of what went wrong; the work goes on. */
  failed(error: unknown): void;
  /** Whether there is anything to be told yet. */
  mayTell(): boolean;
  /** Called before anything is told: what it changes is told with it. */
  settle(): void;
}

export class Work {
  private running = 0;
  private changes: Changes | undefined;
  private readonly listeners: ((changes: Changes) => void)[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: WorkOptions) {}

  onChange(listener: (changes: Changes) => void): void {
    this.listeners.push(listener);
  }

  /** Resolves when everything that runs is done. */
  idle(): Promise<void> {
    return this.running ? new Promise((resolve) => void this.waiting.push(resolve)) : Promise.resolve();
  }

  run(work: () => Promise<unknown>): void {
    this.running++;
    const failed = (error: unknown): void => this.options.failed(error);
    const done = (): void => {
      if (--this.running) return;
      for (const resolve of this.waiting.splice(0)) resolve();
      this.tell();
    };
    void work().catch(failed).then(done).catch(failed);
  }

  /** What is to be told once this turn is over. */
  pending(): Changes {
    if (!this.changes) {
      this.changes = { files: new Set(), disturbed: new Set() };
      void this.options.pause().then(() => this.tell()).catch((error: unknown) => this.options.failed(error));
    }
    return this.changes;
  }

  private tell(): void {
    // The end of what is being read tells all at once: nothing is said of a file before the disk has answered.
    if (this.running || !this.options.mayTell() || !this.changes) return;
    this.options.settle();
    const { changes } = this;
    this.changes = undefined;
    for (const listener of this.listeners) listener(changes);
  }
}
