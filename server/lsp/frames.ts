import { Transform, type TransformCallback } from 'node:stream';

/** More than this without a header's end is no header. Bytes. */
const LONGEST_HEADER = 64 * 1024;

/**
 * Lets through what is framed as LSP's messages are (`Content-Length`, a blank line, so many bytes), and drops what
 * stands between: the reader behind it never finds its way back once a header was not one.
 */
export class Frames extends Transform {
  private waiting: Buffer = Buffer.alloc(0);
  /** Bytes of the message that is under way. */
  private missing = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let data = this.waiting.length ? Buffer.concat([this.waiting, chunk]) : chunk;
    while (data.length) {
      if (this.missing) {
        const part = data.subarray(0, this.missing);
        this.push(part);
        this.missing -= part.length;
        data = data.subarray(part.length);
        continue;
      }
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) {
        if (data.length > LONGEST_HEADER) data = data.subarray(-LONGEST_HEADER);
        break;
      }
      const length = /^Content-Length:[ \t]*(\d{1,15})[ \t]*$/im.exec(data.toString('latin1', 0, end))?.[1];
      if (length !== undefined) {
        this.missing = Number(length);
        this.push(`Content-Length: ${this.missing}\r\n\r\n`);
      }
      data = data.subarray(end + 4);
    }
    this.waiting = data;
    done();
  }
}
