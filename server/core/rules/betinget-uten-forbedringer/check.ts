import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, rows, textOf } from '../../assessment/facts.ts';

export const check: RuleCheck = ({ facts }) => {
  const named = rows(block(facts, 'beslutning')['forbedringer']).some((row) => textOf(row['forbedring']));
  if (outcomeOf(facts) !== 'betinget' || named) return [];
  return [{ at: 'beslutning/utfall', related: ['beslutning/forbedringer'], fixes: [{ kind: 'add-field', path: 'beslutning/forbedringer' }] }];
};
