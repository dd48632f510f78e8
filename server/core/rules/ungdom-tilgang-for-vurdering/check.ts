import type { RuleCheck } from '../model.ts';
import { says } from '../../assessment/facts.ts';
import { dateOf } from '../../dates.ts';

export const check: RuleCheck = ({ facts }) => {
  const assessed = dateOf(facts['I.4']);
  const given = dateOf(facts['I.5']);
  return says(facts, 'I.1', 'ja') && assessed && given && given < assessed ? [{ at: 'I.5', related: ['I.4'], params: { tilgang: given, vurdert: assessed } }] : [];
};
