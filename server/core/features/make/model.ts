/** What making a file or a row comes to: plain data, for whichever face carries it out. */
import type { Analysis } from '../../analysis.ts';
import type { TextEdit } from '../model.ts';

/** An assessment and where it lies (across/addresses.ts). */
export interface Located {
  address: string;
  analysis: Analysis;
}

export interface NewFile {
  address: string;
  text: string;
}

/** A new file, and small edits in files that are there. */
export interface Change {
  create?: NewFile;
  edits: { address: string; edits: TextEdit[] }[];
  /** The file to show afterwards. */
  show: string;
}
