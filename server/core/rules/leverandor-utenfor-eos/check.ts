import { says } from '../../assessment/facts.ts';
import type { RuleCheck } from '../model.ts';
import { noteParams, vendorAbroad } from '../support/dated.ts';

export const check: RuleCheck = (context) => {
  if (!says(context.facts, 'E.1', 'nei')) return [];
  return vendorAbroad(context).slice(0, 1).map(({ name, standing, fact }) => ({ at: 'E.1', related: ['B.2/land'], variant: standing === 'unknown' ? 'ukjent' : 'land', params: { land: name, ...noteParams(fact, context.texts) } }));
};
