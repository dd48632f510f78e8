import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../../assessment/facts.ts';
import { namesProvision } from '../reading/law.ts';

export const check: RuleCheck = (context) => {
  const own = wordsOf(context, 'III.1.1');
  // A ja without any words is a missing explanation, which is a finding of its own.
  if (!own || [own, wordsOf(context, 'III.1.2'), wordsOf(context, 'III.1.p1')].some(namesProvision)) return [];
  return [{ at: 'III.1.1' }];
};
