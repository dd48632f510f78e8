import { bokmål, type TextKey } from '../../core/texts/texts.ts';

/** A PDF could not be made; the message is for the user. */
export class PdfProblem extends Error {
  constructor(key: TextKey, params?: Record<string, string | number>) {
    super(bokmål(key, params));
  }
}
