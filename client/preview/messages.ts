/** What the preview's two sides say to each other. Lines are counted from 0. */
export type ToWebview =
  /** The report anew. `version` is the document's; `uri` tells whether it is still the same file. */
  | { type: 'report'; uri: string; version: number; html: string }
  /** The editor shows from this line on. */
  | { type: 'scroll'; line: number }
  /** There is nothing to show, and why. */
  | { type: 'empty'; message: string };

export type FromWebview =
  | { type: 'ready' }
  /** Show this place in the editor. */
  | { type: 'reveal'; line: number; path: string }
  /** The report of this version stands in the page (the tests listen). */
  | { type: 'shown'; version: number };
