import type { FixHint } from '../../findings.ts';
import type { RuleContext, RuleHit } from '../model.ts';

/**
 * What a rule reports at a place while the answer that would settle it is missing: a fix that asks for the answer.
 * Nothing where the answer is begun: the placeholder in it has a finding of its own.
 */
export function untilAnswered({ assessment, texts }: Pick<RuleContext, 'assessment' | 'texts'>, at: string, wanted: string): RuleHit[] {
  if (assessment.answers.get(wanted)?.state === 'placeholder') return [];
  return [{ at, related: [wanted], fixes: fixToAnswer({ assessment, texts }, wanted) }];
}

/** The fix that sets the question in, or the cursor on its empty answer; none where something is written. */
export function fixToAnswer({ assessment, texts }: Pick<RuleContext, 'assessment' | 'texts'>, wanted: string): FixHint[] {
  const answer = assessment.answers.get(wanted);
  if (!answer) return [{ kind: 'insert-answers', ids: [wanted], scope: texts('scope.question') }];
  return answer.state === 'answered' ? [] : [{ kind: 'answer', path: answer.path }];
}
