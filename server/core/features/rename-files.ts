/** What changes in a file's links when files move. */
import type { Analysis } from '../analysis.ts';
import { addressOf, linkTo } from '../across/addresses.ts';
import { linksIn } from '../across/digest.ts';
import { resolve } from '../assessment/paths.ts';
import { entryOf, type ScalarNode } from '../syntax/nodes.ts';
import { asScalar } from './completion-write.ts';
import type { TextEdit } from './model.ts';

/** Where what stood at an address goes; itself for what stays. */
export type Moved = (address: string) => string;

/** Moves files and folders: what lies below a folder goes along. */
export function movedBy(moves: readonly { from: string; to: string }[]): Moved {
  return (address) => {
    for (const { from, to } of moves) {
      if (address === from) return to;
      if (address.startsWith(`${from}/`)) return to + address.slice(from.length);
    }
    return address;
  };
}

/** Whether a link, written in a file, leads elsewhere once these have moved. */
export function mustChange(from: string, { written, target }: { written: string; target: string | undefined }, moved: Moved): boolean {
  return target !== undefined && addressOf(moved(from), written) !== moved(target);
}

/** The edits that keep the links of the file at `address` leading where they led. Only the link's own words change. */
export function linkEdits(analysis: Analysis, address: string, moved: Moved): TextEdit[] {
  return linksIn(analysis, address).flatMap((link) => {
    if (!mustChange(address, link, moved)) return [];
    const node = scalarAt(analysis, link.path);
    if (!node) return [];
    const fresh = linkTo(moved(address), moved(link.target!));
    // Whoever writes `x.ip.yaml` goes on without the `./`.
    const written = link.written.startsWith('.') ? fresh : fresh.replace(/^\.\//, '');
    return [{ range: node.range, newText: inStyle(analysis.text.slice(node.range.start, node.range.end), node, link.written, written) }];
  });
}

function scalarAt({ assessment }: Analysis, path: string): ScalarNode | undefined {
  const { node } = resolve(assessment, path);
  const value = node?.kind === 'map' ? entryOf(node, 'svar')?.value : node;
  return value?.kind === 'scalar' ? value : undefined;
}

/** The new words, quoted as the old were. */
function inStyle(source: string, { style }: ScalarNode, old: string, written: string): string {
  if (style === 'block') return source.replace(old, () => written);
  if (source.startsWith('"')) return JSON.stringify(written);
  if (source.startsWith("'")) return `'${written.replaceAll("'", "''")}'`;
  return asScalar(written);
}
