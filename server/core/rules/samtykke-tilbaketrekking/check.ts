import type { RuleCheck, RuleHit } from '../model.ts';
import { says } from '../../assessment/facts.ts';

export const check: RuleCheck = ({ facts }) => {
  if (!says(facts, 'III.2.1', 'ja', 'delvis')) return [];
  const hits: RuleHit[] = [];
  if (says(facts, 'III.2.5', 'nei', 'delvis')) hits.push({ at: 'III.2.5', related: ['III.2.1'], variant: 'enkelt' });
  if (says(facts, 'III.2.6', 'nei', 'delvis')) hits.push({ at: 'III.2.6', related: ['III.2.1'], variant: 'informasjon' });
  return hits;
};
