/** Findings as other programs take them: places as lines and columns, no ranges and no fixes. */
import type { Finding } from '../../findings.ts';
import type { LineTable } from '../../syntax/lines.ts';

/** Both from 1, as editors and compilers show them; columns in UTF-16 code units. */
export interface PlainPlace {
  line: number;
  column: number;
}

export interface PlainFinding {
  code: string;
  severity: Finding['severity'];
  message: string;
  /** The question, head key or path that it is about; '' is the file. */
  at: string;
  start: PlainPlace;
  end: PlainPlace;
  related: { file?: string; at: string; message: string; start: PlainPlace }[];
}

/** `others` knows the lines and the name of another file that a finding points to. */
export function plainFinding({ code, severity, message, path, range, related }: Finding, lines: LineTable, others: (address: string) => { lines: LineTable; name: string } | undefined): PlainFinding {
  const place = (table: LineTable, offset: number): PlainPlace => {
    const { line, character } = table.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return {
    code, severity, message, at: path, start: place(lines, range.start), end: place(lines, range.end),
    related: related.flatMap((each) => {
      const other = each.address === undefined ? { lines } : others(each.address);
      return other ? [{ ...('name' in other ? { file: other.name } : {}), at: each.path, message: each.message, start: place(other.lines, each.range.start) }] : [];
    }),
  };
}
