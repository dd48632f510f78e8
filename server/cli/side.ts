import { analyse, type Analysis } from '../core/analysis.ts';
import { nameIn } from '../core/across/addresses.ts';
import { digestOf } from '../core/across/digest.ts';
import type { Digest, Workspace } from '../core/across/model.ts';
import { replaced, type Instead } from '../core/across/replaced.ts';
import type { Finding } from '../core/findings.ts';
import type { Versions } from '../core/diff/index.ts';
import { Remembered } from '../workspace/remembered.ts';
import { contextAt, type Reading } from './configured.ts';
import type { FullyRead } from './read.ts';

/** What is compared, and what its two sides are called. */
export interface Compared {
  files: Versions[];
  labels: { before: string; after: string };
  /** Files that may not be written over. */
  sources: string[];
}

/** One side of a comparison: files as they read in its workspace, with the findings that `vurdert check` has there. */
export class Side {
  private readonly remembered: Remembered;

  constructor(private readonly workspace: Workspace, private readonly context: Reading) {
    this.remembered = new Remembered(workspace, (address) => contextAt(context, address));
  }

  /** The configuration has been read (`configs.ready`); findings are worked out when somebody asks. Undefined where it is no assessment. */
  read(text: string, address: string, name: string = nameIn(address)): Analysis | undefined {
    return analyse(text, name, { ...contextAt(this.context, address), surroundings: { address, workspace: this.workspace, take: (digest) => this.remembered.of(digest) } });
  }

  /** The findings of a file over several files. */
  findingsAcross(digest: Digest): readonly Finding[] {
    return this.remembered.of(digest).findings;
  }
}

interface Text {
  text: string;
  /** Tells the kind where the text does not. */
  name: string;
}

/**
 * Two versions of a file at an address in what was read around it: the newer as it stands there, the older as if it had
 * stood there in its place, so that its links lead where they did. Undefined for one that is not there, or no assessment.
 */
export async function inOnePlace({ workspace, follow, ...read }: Pick<FullyRead, 'workspace' | 'configs' | 'follow'>, address: string, plain: Reading, older: Text | undefined, newer: Text | undefined): Promise<Pick<Versions, 'before' | 'after'>> {
  const context = { ...plain, configs: read.configs };
  const instead = new Map<string, Instead>();
  const before = older && new Side(newer ? replaced(workspace, instead) : workspace, context).read(older.text, address, older.name);
  const after = newer && new Side(workspace, context).read(newer.text, address, newer.name);
  if (before) {
    const digest = digestOf(before, address);
    instead.set(address, digest);
    await follow([digest]);
  }
  return { before, after };
}
