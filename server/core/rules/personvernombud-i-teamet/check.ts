import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../../assessment/facts.ts';
import { clauses, states } from '../reading/prose.ts';

const OFFICER = /(?<![a-zA-ZÀ-ɏ])(personvernomb[uo]d[a-zA-ZÀ-ɏ]*|PVO)(?![a-zA-ZÀ-ɏ])/i;
const ADVISES = /rådgi|rådgje|gir råd|gjev råd|gav? råd|ga råd|råd under[vw]eg?[is]s?|observat|konsulter|rådfør|etter tur|til slutt|i DEL VII/i;

export const check: RuleCheck = (context) => {
  const words = wordsOf(context, 'II.1.p2');
  const advises = clauses(words).some((clause) => OFFICER.test(clause) && ADVISES.test(clause.replace(/rådgiv(?:ere?|ar(?:ar)?) for [a-zA-ZÀ-ɏ]+/gi, '')));
  return states(words, OFFICER) && !advises ? [{ at: 'II.1.p2', related: ['personvernombud/råd'] }] : [];
};
