import type { RuleCheck, RuleHit } from '../model.ts';
import { says } from '../../assessment/facts.ts';

/** Only while consent is a basis; answers left over from before are harmless. */
export const check: RuleCheck = ({ facts }) => {
  if (!says(facts, 'III.2.1', 'ja', 'delvis')) return [];
  const hits: RuleHit[] = [];
  if (says(facts, 'III.2.3', 'nei', 'delvis')) hits.push({ at: 'III.2.3', related: ['III.2.1'], variant: 'krav' });
  if (says(facts, 'III.2.4', 'nei', 'delvis')) hits.push({ at: 'III.2.4', related: ['III.2.1'], variant: 'dokumentasjon' });
  return hits;
};
