import type { RuleCheck } from '../model.ts';
import { outcomeOf, says } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';

const ACCEPTANCE = ['VI.1.1.1c', 'VI.2.2c', 'VIII.1'];

export const check: RuleCheck = ({ facts }) => {
  if (outcomeOf(facts) !== 'godkjent') return [];
  const refused = ACCEPTANCE.filter((id) => says(facts, id, 'nei'));
  if (refused.length) return [{ at: refused[0]!, related: [...refused.slice(1), 'beslutning/utfall'], variant: 'nei', params: { spørsmål: refused } }];
  return facts['VI.1.1.1c'] === undefined && !isDeclined(facts) ? [{ at: 'VI.1.1.1c', related: ['beslutning/utfall'], variant: 'ubesvart' }] : [];
};
