import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../../assessment/facts.ts';

/** The two agree when the explanation says that people do it by hand: profiling is automated by definition. */
export const check: RuleCheck = (context) => (
  /manuel|automatis|for h[åa]nd|ut[ea]n (?:data)?system/i.test(wordsOf(context, 'II.4.4')) ? [] : [{ at: 'II.4.4' }]
);
