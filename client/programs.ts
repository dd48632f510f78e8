/** What needs a program on the machine, and where none is run: a browser prints PDF, and git is asked through VS Code. */
import type { TextKey } from '../server/core/texts/texts.ts';

export interface Place {
  /** VS Code runs in a browser: nothing can be started. */
  inBrowser: boolean;
  /** The user has said that the folder can be trusted. */
  isTrusted: boolean;
}

/** Why something cannot be done here, as a text for the user; undefined where it can. Git may be had in a browser too: from VS Code's own extension for it. */
export function notHere(what: 'pdf' | 'git', { inBrowser, isTrusted }: Place): TextKey | undefined {
  if (what === 'pdf' && inBrowser) return 'client.export.pdf.browser';
  if (!isTrusted) return what === 'pdf' ? 'export.not-trusted' : 'client.compare.not-trusted';
  return undefined;
}
