import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, textOf } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';

/** Approved or conditional, whatever the status; a rejected processing needs no advice any more. */
export const check: RuleCheck = ({ assessment, facts }) => {
  const outcome = outcomeOf(facts);
  const decided = outcome === 'godkjent' || outcome === 'betinget' || (assessment.status === 'besluttet' && outcome === '');
  if (!decided || isDeclined(facts) || textOf(block(facts, 'personvernombud')['råd'])) return [];
  return [{ at: 'personvernombud/råd', related: ['beslutning/utfall'], fixes: [{ kind: 'add-field', path: assessment.head.has('personvernombud') ? 'personvernombud/råd' : 'personvernombud' }] }];
};
