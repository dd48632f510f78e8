import { analyse, type Analysis } from '../core/analysis.ts';
import { nameIn } from '../core/across/addresses.ts';
import type { Digest, Workspace } from '../core/across/model.ts';
import type { Finding } from '../core/findings.ts';
import type { Versions } from '../core/diff/index.ts';
import { Remembered } from '../workspace/remembered.ts';
import { contextAt, type Reading } from './configured.ts';

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
