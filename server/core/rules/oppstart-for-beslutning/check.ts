import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, textOf } from '../reading/facts.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A processing that runs without a decision is i-bruk-uten-godkjenning; one that the file says has not started is left. */
export const check: RuleCheck = ({ facts, today }) => {
  const start = textOf(facts['oppstart']);
  if (!DATE.test(start)) return [];
  const decided = textOf(block(facts, 'beslutning')['dato']);
  if (DATE.test(decided)) return start < decided && outcomeOf(facts) !== 'ikke godkjent' ? [{ at: 'oppstart', related: ['beslutning/dato'], variant: 'for-beslutning', params: { oppstart: start, beslutning: decided } }] : [];
  if (outcomeOf(facts) || textOf(facts['i-bruk']) || start > today) return [];
  return [{ at: 'oppstart', variant: 'uten-beslutning', params: { oppstart: start } }];
};
