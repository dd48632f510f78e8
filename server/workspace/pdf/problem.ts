import type { Params, TextKey } from '../../core/texts/texts.ts';

/** A PDF could not be made; the text is for the user. */
export class PdfProblem extends Error {
  constructor(readonly key: TextKey, readonly params?: Params) {
    super(key);
  }
}
