/** A file cannot be read. `code` says why; the message is for people, in the language that was asked for. */
export class VurdertError extends Error {
  override readonly name: string = 'VurdertError';
  /**
   * missing, no-access, other: of the disk. not-yaml, not-utf8, not-assessment: of the file.
   */
  readonly code: 'missing' | 'no-access' | 'other' | 'not-assessment' | 'not-yaml' | 'not-utf8';
  readonly path: string;
  constructor(code: VurdertError['code'], message: string, path: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
