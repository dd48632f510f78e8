/** Texts read as the files of a workspace, which may be another than the one on the disk: a side of a comparison. */
import { nameIn } from '../core/across/addresses.ts';
import { digestOf } from '../core/across/digest.ts';
import type { Digest, Workspace } from '../core/across/model.ts';
import { replaced } from '../core/across/replaced.ts';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Finding } from '../core/findings.ts';
import type { Context } from '../core/library.ts';
import { Remembered } from './remembered.ts';

/** Files as they read in a workspace, with the findings that they have there, also over several files. */
export class Side {
  private readonly remembered: Remembered;

  /** `contextAt`: what a file is read with. Its configuration has been read (`configs.ready`). */
  constructor(private readonly workspace: Workspace, private readonly contextAt: (address: string) => Context) {
    this.remembered = new Remembered(workspace, contextAt);
  }

  /** Findings are worked out when somebody asks. Undefined where it is no assessment. */
  read(text: string, address: string, name: string = nameIn(address)): Analysis | undefined {
    return analyse(text, name, { ...this.contextAt(address), surroundings: { address, workspace: this.workspace, take: (digest) => this.remembered.of(digest) } });
  }

  /** The findings of a file over several files. */
  findingsAcross(digest: Digest): readonly Finding[] {
    return this.remembered.of(digest).findings;
  }
}

/**
 * A text read as if it stood in the file at an address, so that its links lead where the file's do, and with the digest
 * that the other files see. Undefined where it is no assessment.
 */
export function readInPlace(workspace: Workspace, contextAt: (address: string) => Context, text: string, address: string, name?: string): { analysis: Analysis; digest: Digest } | undefined {
  const instead = new Map<string, Digest>();
  const analysis = new Side(replaced(workspace, instead), contextAt).read(text, address, name);
  if (!analysis) return undefined;
  const digest = digestOf(analysis, address);
  instead.set(address, digest);
  return { analysis, digest };
}
