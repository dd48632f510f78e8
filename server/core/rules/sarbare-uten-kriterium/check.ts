import type { RuleCheck } from '../model.ts';
import { criteriaOf, wordsOf } from '../../assessment/facts.ts';
import { namesVulnerable } from '../reading/prose.ts';

export const check: RuleCheck = (context) => {
  const criteria = criteriaOf(context.facts);
  if (!criteria || criteria.includes(7) || !namesVulnerable(wordsOf(context, 'II.3.p2'))) return [];
  return [{ at: 'II.3.p2', related: ['kriterier'] }];
};
