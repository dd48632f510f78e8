import type { RuleCheck } from '../model.ts';
import { block } from '../../assessment/facts.ts';
import { dateOf } from '../../dates.ts';

/** Terms read after the decision, or on a day to come; one finding. */
export const check: RuleCheck = ({ facts, today }) => {
  const read = dateOf(facts['B.3']);
  const decided = dateOf(block(facts, 'beslutning')['dato']);
  if (!read) return [];
  if (read > today) return [{ at: 'B.3', variant: 'framtid', params: { lest: read } }];
  return decided && read > decided ? [{ at: 'B.3', related: ['beslutning/dato'], variant: 'beslutning', params: { lest: read, besluttet: decided } }] : [];
};
