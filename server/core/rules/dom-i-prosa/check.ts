import { isWrapper } from '../../assessment/read.ts';
import type { RuleCheck } from '../model.ts';
import { wrongValues } from '../support/wrong-values.ts';

export const check: RuleCheck = (context) => wrongValues(context).flatMap(({ error, reading }) => {
  if (reading.as !== 'split') return [];
  const answer = context.assessment.answers.get(error.path);
  const { verdict, explanation } = reading;
  // Beside an explanation of its own, the author must say how the two go together.
  const bare = answer !== undefined && !isWrapper(answer.question, answer.node);
  return [{ at: error.path, params: { dom: verdict }, fixes: bare ? [{ kind: 'split-verdict' as const, path: error.path, verdict, explanation }] : [] }];
});
