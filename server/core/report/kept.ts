/**
 * What the last report of a file was made of, kept for the next one: from one keystroke to the next nearly all of it is
 * the same. Holds no more than one report does.
 */
import type { RootContent } from 'mdast';

/** Values by what they were made from: those of this turn and the one before. */
class Turns<V> {
  private before = new Map<string, V>();
  private now = new Map<string, V>();

  turn(): void {
    this.before = this.now;
    this.now = new Map();
  }

  forget(): void {
    this.before.clear();
  }

  of(key: string, make: () => V): V {
    const value = this.now.get(key) ?? this.before.get(key) ?? make();
    this.now.set(key, value);
    return value;
  }
}

/** A block's HTML, and the line that its first place in the file stood on. */
export interface KeptHtml {
  html: string;
  line: number;
}

export class Kept {
  /** Answers as blocks, by their Markdown. Nobody changes them: the report's steps copy what they change. */
  readonly prose = new Turns<RootContent[]>();
  /** By all that a block is made of, its lines counted from its first. */
  readonly html = new Turns<KeptHtml>();
  private frame: readonly unknown[] = [];

  /**
   * Another report begins.
   * @param frame what all blocks rest on: where any of it is another, nothing is kept
   */
  turn(...frame: unknown[]): void {
    this.prose.turn();
    this.html.turn();
    if (frame.some((each, i) => each !== this.frame[i])) this.html.forget();
    this.frame = frame;
  }
}
