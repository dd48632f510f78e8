/**
 * The findings over several files of a whole workspace, remembered until something that they rest on changes. A file's
 * findings rest on its digest, on those around it (Assessments.reach), and on what the rules find in its neighbours
 * that is about it too.
 */
import type { Digest, Workspace } from '../core/across/model.ts';
import type { Finding } from '../core/findings.ts';
import type { Context } from '../core/library.ts';
import { findingsAcross, foundIn, type Found } from '../core/rules/run-across.ts';

export interface Across {
  findings: Finding[];
  suppressed: Finding[];
}

export class Remembered {
  /** What the rules find in each file, by address: worked out once, however many neighbours ask. */
  private readonly found = new Map<string, Found[]>();
  private readonly results = new Map<string, Across>();
  /** What was found before in files that were disturbed: where it showed, it may show no longer. */
  private readonly unsettled = new Map<string, Found[]>();
  /** How often a file's rules were run; for tests and measurements. */
  runs = 0;

  constructor(private readonly workspace: Workspace, private readonly context: (address: string) => Context) {}

  /** The findings over several files of one, in the file's order. */
  of(digest: Digest): Across {
    const known = this.results.get(digest.address);
    if (known) return known;
    const result = findingsAcross(digest, this.workspace, this.context(digest.address), (other) => this.foundIn(other), (other) => this.context(other.address).configuration);
    this.results.set(digest.address, result);
    return result;
  }

  /** The file or what it rests on is another. */
  disturb(address: string): void {
    const old = this.found.get(address);
    if (old && !this.unsettled.has(address)) this.unsettled.set(address, old);
    this.found.delete(address);
    this.results.delete(address);
  }

  /** Works out anew what was disturbed, and says which further files show other findings for it. */
  settle(): Set<string> {
    const others = new Set<string>();
    for (const [address, old] of this.unsettled) {
      const digest = this.workspace.get(address);
      const before = shownElsewhere(old);
      const now = shownElsewhere(digest ? this.foundIn(digest) : []);
      for (const other of new Set([...before.keys(), ...now.keys()])) if (before.get(other) !== now.get(other) && !this.unsettled.has(other)) others.add(other);
    }
    this.unsettled.clear();
    for (const address of others) this.results.delete(address);
    return others;
  }

  /** The rules find the same; how serious it is may be another matter. */
  regrade(): void {
    this.results.clear();
  }

  clear(): void {
    this.found.clear();
    this.results.clear();
    this.unsettled.clear();
  }

  private foundIn(digest: Digest): Found[] {
    let found = this.found.get(digest.address);
    if (!found) {
      this.runs++;
      this.found.set(digest.address, (found = foundIn(digest, this.workspace, this.context(digest.address))));
    }
    return found;
  }
}

/** What is found of each other file, as text to compare. */
function shownElsewhere(found: readonly Found[]): Map<string, string> {
  const shown = new Map<string, string>();
  for (const { rule, hit } of found) {
    for (const { address, at } of hit.elsewhere ?? []) shown.set(address, `${shown.get(address) ?? ''}${JSON.stringify([rule.code, hit.at, hit.variant, hit.params, at])}\n`);
  }
  return shown;
}
