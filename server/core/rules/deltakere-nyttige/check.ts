import { wordsOf } from '../../assessment/facts.ts';
import { participantsAt, rolesIn } from '../support/participants.ts';
import type { RuleCheck } from '../model.ts';

/** Where only one role took part, deltakere-faerre-enn-to says more. */
export const check: RuleCheck = (context) => {
  const at = participantsAt(context);
  const words = at ? wordsOf(context, at) : '';
  if (!at || rolesIn(words).length < 2) return [];
  const communications = /kommunikasjon|informasjonsrådgiv|informasjonssjef/i.test(words);
  const adviser = /personvern|koordinator|jurist|(?<![a-zA-ZÀ-ɏ])PVO(?![a-zA-ZÀ-ɏ])/i.test(words);
  return communications && adviser ? [] : [{ at, variant: communications ? 'rådgiver' : adviser ? 'kommunikasjon' : 'begge' }];
};
