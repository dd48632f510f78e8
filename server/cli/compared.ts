import { digestOf } from '../core/across/digest.ts';
import type { Versions } from '../core/diff/index.ts';
import { readInPlace, Side } from '../workspace/side.ts';
import { contextAt, type Reading } from './configured.ts';
import type { FullyRead } from './read.ts';

/** What is compared, and what its two sides are called. */
export interface Compared {
  files: Versions[];
  labels: { before: string; after: string };
  /** Files that may not be written over. */
  sources: string[];
}

interface Text {
  text: string;
  /** Tells the kind where the text does not. */
  name: string;
}

/**
 * Two versions of a file at an address in what was read around it: the newer as it stands there, the older as if it had
 * stood there in its place. Undefined for one that is not there, or no assessment.
 */
export async function inOnePlace({ workspace, follow, ...read }: Pick<FullyRead, 'workspace' | 'configs' | 'follow'>, address: string, plain: Reading, older: Text | undefined, newer: Text | undefined): Promise<Pick<Versions, 'before' | 'after'>> {
  const context = { ...plain, configs: read.configs };
  const now = new Side(workspace, (each) => contextAt(context, each));
  const after = newer && now.read(newer.text, address, newer.name);
  if (!older) return { before: undefined, after };
  if (!newer) {
    const before = now.read(older.text, address, older.name);
    if (before) await follow([digestOf(before, address)]);
    return { before, after };
  }
  const was = readInPlace(workspace, (each) => contextAt(context, each), older.text, address, older.name);
  if (was) await follow([was.digest]);
  return { before: was?.analysis, after };
}
