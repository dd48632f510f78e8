import type { RuleCheck } from '../model.ts';
import { factParams, platformLimits } from '../support/dated.ts';

/** With several platforms the answer is right when it is one of their limits. */
export const check: RuleCheck = (context) => {
  const written = context.facts['B.4'];
  const limits = platformLimits(context).filter(({ value }) => value.age !== undefined);
  if (typeof written !== 'number' || !limits.length || limits.some(({ value }) => value.age === written)) return [];
  return [{ at: 'B.4', related: ['B.1'], params: { svar: written, ...factParams(limits[0]!, context.texts) } }];
};
