import type { FixHint } from '../../findings.ts';
import type { RuleContext, RuleHit } from '../model.ts';

/**
 * What a rule reports at a place while the answer that would settle it is missing: a fix that asks for the answer.
 * Nothing where the answer is begun: the placeholder in it has a finding of its own.
 */
export function untilAnswered({ assessment, texts }: RuleContext, at: string, wanted: string): RuleHit[] {
  const answer = assessment.answers.get(wanted);
  if (answer?.state === 'placeholder') return [];
  const fix: FixHint = answer ? { kind: 'answer', path: answer.path } : { kind: 'insert-answers', ids: [wanted], scope: texts('scope.question') };
  return [{ at, related: [wanted], fixes: [fix] }];
}
