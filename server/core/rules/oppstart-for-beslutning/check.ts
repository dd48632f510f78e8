import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, textOf } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';
import { dateOf } from '../../dates.ts';

/** A processing that runs without a decision is i-bruk-uten-godkjenning; one that the file says has not started is left. */
export const check: RuleCheck = ({ facts, today }) => {
  const start = dateOf(facts['oppstart']);
  if (!start) return [];
  const decided = dateOf(block(facts, 'beslutning')['dato']);
  if (decided) return start < decided && outcomeOf(facts) !== 'ikke godkjent' ? [{ at: 'oppstart', related: ['beslutning/dato'], variant: 'for-beslutning', params: { oppstart: start, beslutning: decided } }] : [];
  if (outcomeOf(facts) || isDeclined(facts) || textOf(facts['i-bruk']) || start > today) return [];
  return [{ at: 'oppstart', variant: 'uten-beslutning', params: { oppstart: start } }];
};
