import type { RuleCheck } from '../model.ts';
import { meantWords } from '../support/wrong-values.ts';

export const check: RuleCheck = ({ assessment }) => [...assessment.answers.values()].flatMap((answer) => {
  const { question, path, state, value, explanation, reason } = answer;
  if (state !== 'answered' || explanation || reason || !question.explainAt.some((verdict) => verdict === value) || !assessment.applies(question) || meantWords(answer).size) return [];
  return [{ at: path, params: { id: question.id, svar: String(value) }, fixes: [{ kind: 'add-words' as const, path, key: 'forklaring' as const }] }];
});
