import type { Language } from '../../server/core/texts/language.ts';
import type { Edition } from '../../server/core/report/edition.ts';

/** What a panel shows. The page keeps it, so that VS Code brings the panel back as it was. */
export interface PanelState {
  uri: string;
  edition: Edition;
  /** Stays at its file when another is opened. A comparison always does. */
  locked: boolean;
  /** A comparison: with this revision of the file. */
  against?: string;
}

/** What the preview's two sides say to each other. Lines are counted from 0. */
export type ToWebview =
  /**
   * The report anew, block by block; null where one is as it stands in the page. `number` counts those sent to the page;
   * `state.uri` tells whether it is still the same file.
   */
  | { type: 'report'; state: PanelState; number: number; blocks: (string | null)[]; language: Language }
  /** The same report, but the panel is another: locked, unlocked. */
  | { type: 'state'; state: PanelState }
  /** The editor shows from this line on. */
  | { type: 'scroll'; line: number }
  /** The reader is at work in the editor: the page follows it again. */
  | { type: 'release' }
  /** There is nothing to show, and why. */
  | { type: 'empty'; state: PanelState; message: string };

export type ToolbarAction = 'internal' | 'public' | 'export' | 'print' | 'compare' | 'find' | 'lock';

export type FromWebview =
  | { type: 'ready' }
  /** Show this place in the editor. */
  | { type: 'reveal'; line: number; path: string }
  /** The reader has scrolled: this line is now at the top. */
  | { type: 'scrolled'; line: number }
  /** A link to this place is wanted. */
  | { type: 'copy'; path: string }
  | { type: 'action'; action: ToolbarAction }
  /** The report of this number stands in the page (the tests listen). */
  | { type: 'shown'; number: number };
