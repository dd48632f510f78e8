import type { Disk } from './disk.ts';

/** Whether a file stands at an address that is no assessment: looked up once, and kept until something happens there. */
export class KnownFiles {
  private readonly known = new Map<string, boolean | undefined>();

  /** `ask` is told of an address that nobody has looked at; it calls `look`. */
  constructor(private readonly disk: Disk, private readonly ask: (address: string) => void) {}

  /** Undefined while the disk has not answered: nobody is told that a file lacks, or is none of ours, before it is known. */
  isFile(address: string): boolean | undefined {
    if (this.known.has(address)) return this.known.get(address);
    this.known.set(address, undefined);
    this.ask(address);
    return undefined;
  }

  /** Asks the disk, and says whether that is news. */
  async look(address: string): Promise<boolean> {
    const is = (await this.disk.kindOf(address).catch(() => undefined)) === 'file';
    const before = this.known.get(address);
    this.known.set(address, is);
    return before !== is;
  }

  /** Something happened there: the next who asks makes us look; who has asked is told if it is another answer. */
  forget(address: string): void {
    if (this.known.has(address)) this.ask(address);
  }
}
