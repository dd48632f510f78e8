import type { Analysis } from '../../analysis.ts';
import { libraryIn } from '../../library.ts';
import type { TextEdit } from '../model.ts';

/** Writes the frame of a new assessment into an empty file: the snippet for the file, with its defaults. */
export function newFile(analysis: Analysis): TextEdit[] {
  const library = libraryIn(analysis.context.library, analysis.language);
  const frame = library.snippets.find((snippet) => snippet.scope === 'file' && snippet.kinds.includes(analysis.assessment.kind));
  // Behind `---` or `...` the frame would become a document of its own.
  if (!frame || /^(---|\.\.\.)/m.test(analysis.text)) return [];
  const { newline } = analysis.lines;
  const end = analysis.text.length;
  const before = end > 0 && !analysis.text.endsWith('\n') ? newline : '';
  const lines = withoutTabStops(frame.body).split('\n').map((line) => line.trimEnd());
  return [{ range: { start: end, end }, newText: before + lines.join(newline) }];
}

/** A snippet's body as plain text: `${1:default}` → default, `${1|a,b|}` → a, `$1` → nothing. */
function withoutTabStops(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$(\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
