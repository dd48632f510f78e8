import type { RuleCheck } from '../model.ts';
import { outcomeOf } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';

export const check: RuleCheck = ({ facts }) => (outcomeOf(facts) === '' && !isDeclined(facts) ? [{ at: 'i-bruk' }] : []);
