/** What an assessment refers to, as an index keeps it: places and canonical references, without the file's text. */
import type { Analysis } from '../analysis.ts';
import type { LineTable } from '../syntax/lines.ts';
import type { Range } from '../syntax/nodes.ts';

export interface Cited {
  /** A question id, or the path of a text of the head. */
  at: string;
  /** Canonical: «art. 35 nr. 1». */
  reference: string;
  range: Range;
}

/** One file's references to sources. */
export interface CitingFile {
  uri: string;
  /** What the file is called, for the reader: the way to it in the workspace. */
  name: string;
  lines: LineTable;
  cited: readonly Cited[];
  /** The text of a line, where the file is open. */
  lineText?(line: number): string;
}

/** Every reference of a file to an article or an act, in the file's order. */
export function citedIn(analysis: Analysis): Cited[] {
  return analysis.citations()
    .flatMap(({ at, found }) => found.map(({ reference, range }) => ({ at, reference, range })))
    .sort((a, b) => a.range.start - b.range.start);
}

/** An open assessment, with its words. */
export function citingFile(uri: string, name: string, analysis: Analysis): CitingFile {
  return { uri, name, lines: analysis.lines, cited: citedIn(analysis), lineText: (line) => analysis.lines.lineText(line) };
}
