import { NOT_RELEVANT, type Question } from '../../templates/model.ts';
import type { FixHint } from '../../findings.ts';

/** The fixes of a key that stands there with nothing behind it: the verdicts, «ikke relevant» where it may be said, or a place to write. */
export function fixesForBlank(question: Question, path: string): FixHint[] {
  const verdicts = question.kind.type === 'yes-no' ? ['ja', 'nei'] : [undefined];
  const values = question.mayBeIrrelevant ? [...verdicts, NOT_RELEVANT] : verdicts;
  return values.map((value) => ({ kind: 'answer', path, ...(value === undefined ? {} : { value }) }));
}
