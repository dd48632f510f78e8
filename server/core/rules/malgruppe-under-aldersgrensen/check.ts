import type { RuleCheck } from '../model.ts';
import { factParams, platformLimits, youngest } from '../support/dated.ts';

/** An audience from 0 is everybody, not the youngest: what is done for those without an account is asked in D.3. */
export const check: RuleCheck = (context) => {
  const from = youngest(context.facts);
  if (!from) return [];
  const written = context.facts['B.4'];
  if (typeof written === 'number' && from < written) return [{ at: 'D.2/fra', related: ['B.4'], variant: 'svar', params: { fra: from, grense: written } }];
  const fact = platformLimits(context).find(({ value }) => value.age !== undefined && from < value.age);
  return fact ? [{ at: 'D.2/fra', related: ['B.4'], speaksFor: ['B.4'], variant: 'faktum', params: { fra: from, ...factParams(fact, context.texts) } }] : [];
};
