import type { RuleCheck, RuleHit } from '../model.ts';
import { says } from '../../assessment/facts.ts';

export const check: RuleCheck = ({ facts }) => {
  if (!says(facts, 'IV.5.2a', 'ja', 'delvis')) return [];
  const hits: RuleHit[] = [];
  if (says(facts, 'IV.5.2b', 'nei', 'delvis')) hits.push({ at: 'IV.5.2b', related: ['IV.5.2a'], variant: 'avtale' });
  if (says(facts, 'IV.5.3a', 'nei')) hits.push({ at: 'IV.5.3a', related: ['IV.5.2a'], variant: 'garantier' });
  return hits;
};
