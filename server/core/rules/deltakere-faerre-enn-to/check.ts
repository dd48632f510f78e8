import { wordsOf } from '../../assessment/facts.ts';
import { participantsAt, rolesIn } from '../support/participants.ts';
import type { RuleCheck } from '../model.ts';

/** What nobody has answered is another matter. */
export const check: RuleCheck = (context) => {
  const at = participantsAt(context);
  return at && rolesIn(wordsOf(context, at)).length === 1 ? [{ at }] : [];
};
