/** What a folder's own settings of VS Code (`.vscode/settings.json`) say of the rules. A user's settings are nowhere in the repository. */
import type { RuleLevels } from '../core/config/model.ts';
import { levelsFrom } from '../core/config/read.ts';
import { LineIndex } from '../core/syntax/lines.ts';
import { entryOf, toJson } from '../core/syntax/nodes.ts';
import { parse } from '../core/syntax/parse.ts';

export const SETTINGS_FILE = '.vscode/settings.json';
const KEY = 'vurdert.regler';

export interface FolderSettings {
  /** As it is written; undefined where the file does not name the rules. */
  value: unknown;
  levels: ReadonlyMap<string, RuleLevels>;
  /** The line, from 1, that a rule's level in a status is written on. */
  lineOf(code: string, status: string): number | undefined;
}

/** Never throws: what cannot be read says nothing. */
export function readFolderSettings(text: string): FolderSettings {
  const { root } = parse(withoutComments(text));
  const lines = new LineIndex(text);
  const said = entryOf(root, KEY)?.value;
  const value = said && toJson(said);
  return {
    value, levels: levelsFrom(value),
    lineOf(code, status) {
      const rule = entryOf(said, code);
      const at = entryOf(rule?.value, status) ?? rule;
      return at && lines.position(at.keyRange.start).line + 1;
    },
  };
}

/** JSON with comments as YAML, which plain JSON is: what is not within a string becomes blank, each place stays where it is. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[\t\uFEFF]/g, (found) => (found.startsWith('"') ? found : found.replace(/[^\r\n]/g, ' ')));
}
