import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../reading/facts.ts';
import { clauses, states } from '../reading/prose.ts';

const OFFICER = /(?<!\p{L})(personvernombud\p{L}*|PVO)(?!\p{L})/iu;
const ADVISES = /rådgi|gir råd|gav? råd|ga råd|råd underveis|observat|konsulter|rådfør|etter tur|til slutt|i DEL VII/iu;

export const check: RuleCheck = (context) => {
  const words = wordsOf(context, 'II.1.p2');
  const advises = clauses(words).some((clause) => OFFICER.test(clause) && ADVISES.test(clause.replace(/rådgivere? for \p{L}+/giu, '')));
  return states(words, OFFICER) && !advises ? [{ at: 'II.1.p2', related: ['personvernombud/råd'] }] : [];
};
