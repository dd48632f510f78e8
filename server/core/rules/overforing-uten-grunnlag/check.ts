import { says } from '../../assessment/facts.ts';
import type { RuleCheck } from '../model.ts';
import { isWithoutDecision, noteParams, transferredTo } from '../support/dated.ts';

/** Where E.2 is not answered and no country is known to lack a decision, the unanswered question is finding enough. */
export const check: RuleCheck = (context) => {
  if (!says(context.facts, 'E.1', 'ja', 'delvis')) return [];
  if (says(context.facts, 'E.2', 'ingen')) return [{ at: 'E.2', related: ['E.1'], variant: 'ingen' }];
  if (context.assessment.answers.get('E.2')?.state === 'answered') return [];
  return transferredTo(context).filter(isWithoutDecision).slice(0, 1).map(({ name, fact }) => ({ at: 'E.1', related: ['B.2/land'], variant: 'mangler', params: { land: name, ...noteParams(fact, context.texts) } }));
};
