import type { RuleCheck } from '../model.ts';
import { allowedOf } from '../support/wrong-values.ts';

export const check: RuleCheck = ({ assessment }) => [...assessment.answers.values()].flatMap(({ question, path, state }) => {
  if (state !== 'irrelevant' || question.mayBeIrrelevant || question.answeredIn || !assessment.applies(question)) return [];
  const allowed = allowedOf(question.kind, assessment.template).map(({ value }) => value);
  return [{ at: path, variant: allowed.length ? 'ja-nei' : 'tekst', params: { id: question.id, tillatt: { or: allowed } } }];
});
