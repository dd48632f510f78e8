import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';

const OPENINGS = [{ at: 'C.3', variant: 'meldinger' }, { at: 'C.9', variant: 'kontakt' }];

/** Sharing alone, with messages open that nobody has given a reason for; contact with one young person is no sharing, whatever the reason. */
export const check: RuleCheck = (context) => {
  const strategies = context.facts['C.1'];
  if (!Array.isArray(strategies) || strategies.length !== 1 || strategies[0] !== 'deling') return [];
  return OPENINGS.filter(({ at, variant }) => says(context.facts, at, 'ja', 'delvis') && (variant === 'kontakt' || !wordsOf(context, at)))
    .map(({ at, variant }) => ({ at, related: ['C.1'], variant, params: { svar: String(context.facts[at]) } }));
};
