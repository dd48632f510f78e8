import type { RuleCheck } from '../model.ts';
import { rows, says } from '../../assessment/facts.ts';
import { isPartlyUnread } from '../support/broken.ts';

/** A risk that is there but lacks its residual score is a missing field (mangler-felt). */
export const check: RuleCheck = ({ facts, tree }) => {
  // What lacks may stand in the part that YAML could not read.
  if (isPartlyUnread(tree)) return [];
  if (!says(facts, 'VI.2.2d', 'ja', 'delvis') || rows(facts['risikoer']).length) return [];
  return [{ at: 'VI.2.2d', related: ['risikoer'] }];
};
