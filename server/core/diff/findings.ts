/** Which findings came and which went: by rule and place, where a row that moved is the same place. */
import type { Finding } from '../findings.ts';
import type { Pair } from './model.ts';

/** Where the rows of the version before stand in the one after. */
export class Moves {
  private readonly rows = new Map<string, string | undefined>();

  add({ before, after }: Pair<string>): void {
    if (before !== undefined) this.rows.set(before, after);
  }

  /** The path in the version after; undefined for a row that is gone. */
  pathAfter(path: string): string | undefined {
    const steps = path.split('/');
    for (let n = steps.length; n > 0; n--) {
      const start = steps.slice(0, n).join('/');
      if (!this.rows.has(start)) continue;
      const after = this.rows.get(start);
      return after === undefined ? undefined : [after, ...steps.slice(n)].join('/');
    }
    return path;
  }
}

export function changedFindings(before: readonly Finding[], after: readonly Finding[], moves: Moves): { new: Finding[]; gone: Finding[] } {
  const left = new Map<string, number>();
  for (const { code, path } of after) left.set(`${code} ${path}`, (left.get(`${code} ${path}`) ?? 0) + 1);
  const gone: Finding[] = [];
  const kept = new Map<string, number>();
  for (const finding of before) {
    const path = moves.pathAfter(finding.path);
    const key = `${finding.code} ${path}`;
    const n = path === undefined ? 0 : (left.get(key) ?? 0);
    if (n === 0) gone.push(finding);
    else {
      left.set(key, n - 1);
      kept.set(key, (kept.get(key) ?? 0) + 1);
    }
  }
  const added = after.filter(({ code, path }) => {
    const key = `${code} ${path}`;
    const n = kept.get(key) ?? 0;
    if (n > 0) kept.set(key, n - 1);
    return n === 0;
  });
  return { new: added, gone };
}
