import type { RuleCheck } from '../model.ts';
import { outcomeOf, textOf } from '../reading/facts.ts';

/** A rejected processing is not carried out and has nothing to be gone through again. */
export const check: RuleCheck = ({ assessment, facts }) => {
  if (assessment.status !== 'besluttet' || outcomeOf(facts) === 'ikke godkjent' || textOf(facts['neste-gjennomgang'])) return [];
  return [{ at: 'neste-gjennomgang', related: ['beslutning/utfall'], fixes: [{ kind: 'add-field', path: 'neste-gjennomgang' }] }];
};
