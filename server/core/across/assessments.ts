/** The digests of a workspace with what links them, kept up to date one file at a time. */
import { isWithin } from './addresses.ts';
import type { Digest, Workspace } from './model.ts';

export class Assessments implements Workspace {
  private readonly digests = new Map<string, Digest>();
  /** Who names an address, whether or not anything stands there. */
  private readonly named = new Map<string, Set<string>>();

  /** `isFile` answers for files that are no assessments: undefined when it does not know yet. */
  constructor(private readonly folders: () => readonly string[], private readonly isFile: (address: string) => boolean | undefined = () => false) {}

  get size(): number {
    return this.digests.size;
  }

  get(address: string): Digest | undefined {
    return this.digests.get(address);
  }

  exists(address: string): boolean | undefined {
    return this.digests.has(address) || this.isFile(address);
  }

  isInside(address: string): boolean {
    return isWithin(address, this.folders());
  }

  naming(address: string): readonly Digest[] {
    return [...(this.named.get(address) ?? [])].flatMap((each) => this.digests.get(each) ?? []);
  }

  all(): Iterable<Digest> {
    return this.digests.values();
  }

  /** Puts a digest in, and says whose findings may be others now: the file's own and those around it. */
  set(digest: Digest): Set<string> {
    const changed = this.reach(digest.address);
    this.unlink(digest.address);
    this.digests.set(digest.address, digest);
    for (const { target } of digest.links) {
      if (target === undefined) continue;
      const by = this.named.get(target) ?? new Set();
      this.named.set(target, by.add(digest.address));
    }
    for (const address of this.reach(digest.address)) changed.add(address);
    return changed;
  }

  /** Takes a file out, and says whose findings may be others now. */
  delete(address: string): Set<string> {
    const changed = this.reach(address);
    this.unlink(address);
    this.digests.delete(address);
    return changed;
  }

  private unlink(address: string): void {
    for (const { target } of this.digests.get(address)?.links ?? []) {
      const by = target === undefined ? undefined : this.named.get(target);
      if (by?.delete(address) && !by.size) this.named.delete(target!);
    }
  }

  /**
   * The files whose findings depend on this one: it, those two links away, and all that lead to it. A record of
   * processing activities names half the workspace, so the way does not go on through one.
   */
  reach(address: string): Set<string> {
    const found = new Set([address]);
    const visit = (from: string, steps: number): void => {
      if (!steps || (from !== address && this.digests.get(from)?.kind === 'behandlingsoversikt')) return;
      for (const next of this.neighbours(from)) {
        found.add(next);
        visit(next, steps - 1);
      }
    };
    visit(address, 2);
    return found;
  }

  private neighbours(address: string): string[] {
    const own = this.digests.get(address)?.links.flatMap(({ target }) => target ?? []) ?? [];
    return [...own, ...(this.named.get(address) ?? [])];
  }
}
