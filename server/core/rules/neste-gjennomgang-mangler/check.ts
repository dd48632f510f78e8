import type { RuleCheck } from '../model.ts';
import { outcomeOf, textOf } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';

/** No DPIA, no review of one; a rejected processing is not carried out and has nothing to be gone through again. */
export const check: RuleCheck = ({ assessment, facts }) => {
  if (assessment.status !== 'besluttet' || outcomeOf(facts) === 'ikke godkjent' || isDeclined(facts) || textOf(facts['neste-gjennomgang'])) return [];
  return [{ at: 'neste-gjennomgang', related: ['beslutning/utfall'], fixes: [{ kind: 'add-field', path: 'neste-gjennomgang' }] }];
};
