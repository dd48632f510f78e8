/** What is kept of a closed file: what others need to know of it, its own findings and what it cites; none of its text. */
import { analyse } from '../core/analysis.ts';
import { digestOf } from '../core/across/digest.ts';
import { nameIn } from '../core/across/addresses.ts';
import type { Digest, OwnFindings } from '../core/across/model.ts';
import { citedIn, type Cited } from '../core/features/citations.ts';
import type { Configuration } from '../core/config/model.ts';
import type { Context } from '../core/library.ts';

const NO_LEVELS: Configuration['rules'] = new Map();

export interface FileState {
  digest: Digest;
  own: OwnFindings;
  cited: Cited[];
}

/**
 * Reads a text; undefined when it is no assessment. Nothing in the result holds on to the text. Findings have the rules'
 * own severities: the index grades them when it is asked, so that another configuration of levels needs no reading.
 */
export function readState(text: string, address: string, context: Context): FileState | undefined {
  const { surroundings: _, configuration, ...alone } = context;
  const analysis = analyse(text, nameIn(address), configuration ? { ...alone, configuration: { ...configuration, rules: NO_LEVELS } } : alone);
  if (!analysis) return undefined;
  const findings = analysis.findings().map((finding) => ({ ...finding, fixes: [] }));
  const kept = { own: { findings, suppressed: analysis.suppressed().length }, cited: citedIn(analysis) };
  // Strings cut out of a text keep all of it alive: these are copies.
  return { digest: digestOf(analysis, address), ...(JSON.parse(JSON.stringify(kept)) as typeof kept) };
}

/** Whether two versions of a file say the same to the files around it, and at the same lines. */
export function saysTheSame(one: Digest, other: Digest): boolean {
  return outwardOf(one) === outwardOf(other);
}

function outwardOf({ suppressions: _, places, lines, ...rest }: Digest): string {
  const positions = [...places].map(([path, { start }]) => [path, lines.position(start)]);
  return JSON.stringify([rest, positions], (key, value: unknown) => (key === 'range' ? undefined : value));
}
