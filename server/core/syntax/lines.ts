import type { Range } from './nodes.ts';

/** A place in a text as people count it and editors do: both zero-based, characters in UTF-16 code units. */
export interface Position {
  line: number;
  character: number;
}

/** Turns offsets into lines and characters without the text: what is kept of a file that is closed. */
export class LineTable {
  constructor(protected readonly starts: readonly number[], protected readonly length: number) {}

  get count(): number {
    return this.starts.length;
  }

  /** The line that holds the offset; the last one for offsets past the end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: Math.min(offset, this.length) - this.starts[line]! };
  }

  lines(range: Range): { start: Position; end: Position } {
    return { start: this.position(range.start), end: this.position(range.end) };
  }
}

/** A text with its lines. LF, CRLF and a lone CR end a line. */
export class LineIndex extends LineTable {
  constructor(readonly text: string) {
    super(startsOf(text), text.length);
  }

  /** The lines without the text. */
  table(): LineTable {
    return new LineTable(this.starts, this.length);
  }

  offset(position: Position): number {
    if (position.line >= this.starts.length) return this.text.length;
    return Math.min(this.start(position.line) + position.character, this.end(position.line));
  }

  /** The offset of the first character of a line. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The offset just behind the last character of a line, before its line break. */
  end(line: number): number {
    let end = line + 1 < this.starts.length ? this.starts[line + 1]! : this.text.length;
    while (end > this.start(line) && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return end;
  }

  /** The line's text without its line break. */
  lineText(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  /** How many columns the line is indented. */
  indent(line: number): number {
    return /^ */.exec(this.lineText(line))![0].length;
  }

  /** The line break that the text uses. */
  get newline(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
