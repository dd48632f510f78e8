import type { RuleCheck } from '../model.ts';
import { outcomeOf, rows, says } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';

export const check: RuleCheck = ({ facts }) => {
  if (outcomeOf(facts) !== 'godkjent') return [];
  if (says(facts, 'VI.1.1.1a', 'nei')) return [{ at: 'VI.1.1.1a', related: ['beslutning/utfall', 'risikoer'], variant: 'nei' }];
  return rows(facts['risikoer']).length || isDeclined(facts) ? [] : [{ at: 'risikoer', related: ['beslutning/utfall', 'VI.1.1.1a'], variant: 'ingen-risikoer', fixes: [{ kind: 'add-field', path: 'risikoer' }] }];
};
