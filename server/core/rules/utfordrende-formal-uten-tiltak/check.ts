import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';

const MEASURE = /tiltak|rutine|retningslinj|kontroll|avgrens|begrens|snevr|avklar|vurdert|juridisk|opplæring|sperr|revisjon|endr(?:e[tr]?|a)(?![a-zA-ZÀ-ɏ])|tilpass/i;

export const check: RuleCheck = (context) => {
  const words = wordsOf(context, 'III.4.5');
  return says(context.facts, 'III.4.5', 'ja', 'delvis') && words && !MEASURE.test(words) ? [{ at: 'III.4.5' }] : [];
};
