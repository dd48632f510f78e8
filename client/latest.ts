/**
 * Runs a task when asked, one at a time: asked again meanwhile, it runs once more when the first is done. So typing
 * is followed as fast as answers come, without a fixed wait and without a queue.
 */
export class Latest {
  private running = false;
  private again = false;
  constructor(private readonly task: () => Promise<void>) {}

  ask(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    do {
      this.again = false;
      try {
        await this.task();
      } catch (error) {
        console.error(error);
      }
    } while (this.again);
    this.running = false;
  }
}
