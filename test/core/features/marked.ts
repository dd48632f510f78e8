import { analyseText } from '../fixtures.ts';
import type { Analysis } from '../../../server/core/analysis.ts';
import type { Context } from '../../../server/core/library.ts';
import type { Completion } from '../../../server/core/features/model.ts';

/** The cursor in a test's YAML. Not `|`, which YAML needs for block texts. */
export const CURSOR = '¦';

/** A text with the cursor's mark taken out, read; and where the mark stood. */
export function marked(text: string, context?: Context): { analysis: Analysis; offset: number } {
  const offset = text.indexOf(CURSOR);
  if (offset < 0) throw new Error('no cursor');
  return { analysis: analyseText(text.replace(CURSOR, ''), 'test.dpia.yaml', context), offset };
}

/** A DPIA whose answers are these lines, each indented as under `svar`. */
export function withAnswers(...lines: string[]): string {
  return ['vurdering: dpia', 'mal: e-helse-2018', 'tittel: Prøve', 'status: utkast', 'svar:', ...lines.map((line) => (line ? `  ${line}` : '')), ''].join('\n');
}

/** The snippet with its stops filled: choices with their first, defaults with themselves, the rest with `fill`. */
export function filled(snippet: string, fill: (line: string) => string = () => ''): string {
  return snippet.split('\n').map((line) => line
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_, choices: string) => choices.split(',')[0]!)
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll('$0', '')
    .replace(/\$\{\d+\}|\$\d+/g, () => fill(line))
    .replace(/\\([\\$}])/g, '$1')).join('\n');
}

/** The text after choosing an item, as an editor that adjusts indentation does it. */
export function chosen(analysis: Analysis, item: Completion, fill?: (line: string) => string): string {
  const { text, lines } = analysis;
  const line = lines.lineText(lines.lineAt(item.range.start));
  const indent = /^\s*/.exec(line)![0];
  const insert = (item.snippet ? filled(item.insert, fill) : item.insert).replace(/\n/g, `\n${indent}`);
  return text.slice(0, item.range.start) + insert + text.slice(item.range.end);
}
