import { check as noRisks } from '../mangler-risikoscenario/check.ts';
import { check as approvedWithout } from '../godkjent-uten-risikovurdering/check.ts';
import type { RuleCheck } from '../model.ts';
import { rows } from '../../assessment/facts.ts';
import { isPartlyUnread } from '../support/broken.ts';

/** While the rules on missing risks are silent, in an early draft; later they name IV.6.3 among their causes. */
export const check: RuleCheck = (context) => {
  if (isPartlyUnread(context.tree) || rows(context.facts['risikoer']).length || noRisks(context).length || approvedWithout(context).length) return [];
  return [{ at: 'IV.6.3', related: ['risikoer'] }];
};
