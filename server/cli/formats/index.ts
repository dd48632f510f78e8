import path from 'node:path';
import type { Terminal } from '../terminal.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Results } from './model.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of `vurdert check` by name. Only the list to read minds what it is shown on. */
export const FORMATS: { readonly [name in FormatName]: (results: Results, terminal: Pick<Terminal, 'colour' | 'width'>) => string } = { pretty, compact, json, sarif, junit, github, gitlab, markdown };
export type FormatName = 'pretty' | 'compact' | 'json' | 'sarif' | 'junit' | 'github' | 'gitlab' | 'markdown';

const BY_NAME: { readonly [extension: string]: FormatName } = { '.sarif': 'sarif', '.xml': 'junit', '.json': 'json', '.md': 'markdown' };

/** The format that a file's name tells. */
export function formatOf(output: string | undefined): FormatName {
  return BY_NAME[path.extname(output ?? '').toLowerCase()] ?? 'pretty';
}
