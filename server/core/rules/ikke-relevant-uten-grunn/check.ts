import type { RuleCheck } from '../model.ts';
import { meantWords } from '../support/wrong-values.ts';

/** An explanation is a reason too. */
export const check: RuleCheck = ({ assessment }) => [...assessment.answers.values()].flatMap((answer) => {
  const { question, path, state, explanation, reason } = answer;
  if (state !== 'irrelevant' || !question.mayBeIrrelevant || explanation || reason || !assessment.applies(question) || meantWords(answer).size) return [];
  return [{ at: path, params: { id: question.id }, fixes: [{ kind: 'add-words' as const, path, key: 'begrunnelse' as const }] }];
});
