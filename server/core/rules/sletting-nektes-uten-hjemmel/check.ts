import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';
import { namesProvision } from '../reading/law.ts';

export const check: RuleCheck = (context) => {
  const words = wordsOf(context, 'IV.2.6.5');
  if (!says(context.facts, 'IV.2.6.5', 'ja', 'delvis')) return namesProvision(words) ? [] : [{ at: 'IV.2.6.5', variant: 'ingen' }];
  // A ja without any words is a missing explanation, which is a finding of its own.
  return words && !namesProvision(words) ? [{ at: 'IV.2.6.5', variant: 'uten-paragraf' }] : [];
};
