import type { Texts } from '../core/texts/texts.ts';
import type { Problem } from '../workspace/assessments.ts';

/** What could not be read, and what to do about it. */
export function describeProblem({ reason, path, detail }: Problem, texts: Texts): string {
  return texts(`cli.problem.${reason}`, { sti: path, kode: detail ? ` (${detail})` : '' });
}
