import type { RuleCheck } from '../model.ts';
import { outcomeOf } from '../reading/facts.ts';

export const check: RuleCheck = ({ facts }) => (outcomeOf(facts) === '' ? [{ at: 'i-bruk' }] : []);
