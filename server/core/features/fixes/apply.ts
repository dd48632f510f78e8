import type { TextEdit } from '../model.ts';

/** The text after edits that do not overlap, as an editor would apply them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  // From the end, so that offsets stay right; two insertions at one place keep their order.
  for (const { edit } of edits.map((edit, i) => ({ edit, i })).sort((a, b) => b.edit.range.start - a.edit.range.start || b.i - a.i)) {
    result = result.slice(0, edit.range.start) + edit.newText + result.slice(edit.range.end);
  }
  return result;
}
