/**
 * Patterns of folders and files: `*` and `?` within a step, `**` for any number of steps. A pattern that means a folder
 * means all below it. Matched step by step, so that no pattern takes longer than its length times the path's: patterns
 * come from the workspace, which may be anybody's.
 */

/** The steps of a pattern or path: `./`, `\` and a `/` at the end make no difference. */
export function stepsOf(path: string): string[] {
  return path.normalize('NFC').trim().replaceAll('\\', '/').split('/').filter((step) => step !== '' && step !== '.');
}

/** Whether a pattern means this path or a folder that it lies in. The empty pattern means nothing, `.` everything. */
export function matches(pattern: string, path: string): boolean {
  const wanted = stepsOf(pattern);
  if (!wanted.length) return pattern.trim() !== '';
  const steps = stepsOf(path);
  // reached[i]: the first i steps of the pattern have been used on the steps so far.
  let reached = after(wanted, new Set([0]));
  for (const step of steps) {
    const next = new Set<number>();
    for (const i of reached) {
      const part = wanted[i];
      if (part === '**') next.add(i);
      else if (part !== undefined && stepMatches(part, step)) next.add(i + 1);
    }
    reached = after(wanted, next);
    if (reached.has(wanted.length)) return true;
  }
  return false;
}

/** `**` may stand for no step at all. */
function after(wanted: readonly string[], reached: Set<number>): Set<number> {
  for (const i of reached) if (wanted[i] === '**') reached.add(i + 1);
  return reached;
}

function stepMatches(part: string, step: string): boolean {
  let [p, s, star, mark] = [0, 0, -1, 0];
  while (s < step.length) {
    if (part[p] === '*') [star, mark] = [p++, s];
    else if (p < part.length && (part[p] === '?' || part[p] === step[s])) [p, s] = [p + 1, s + 1];
    else if (star >= 0) [p, s] = [star + 1, ++mark];
    else return false;
  }
  while (part[p] === '*') p++;
  return p === part.length;
}

/** Whether a file below the configuration's folder, by its path from there, is looked at. */
export function isIncluded({ folders, excluded }: { folders: readonly string[]; excluded: readonly string[] }, path: string): boolean {
  return (!folders.length || folders.some((pattern) => matches(pattern, path))) && !excluded.some((pattern) => matches(pattern, path));
}

/** Whether a path, by its words alone, leads out of the configuration's folder: upwards, from the root, or to the net. */
export function isOutside(written: string): boolean {
  const path = written.trim().replaceAll('\\', '/');
  if (/^(?:[a-z][a-z\d+.-]*:|\/|~)/i.test(path)) return true;
  let depth = 0;
  for (const step of path.split('/')) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
