import type { RuleCheck } from '../model.ts';
import { isReason, textOf } from '../../assessment/facts.ts';
import { fixToAnswer } from '../support/ask-for.ts';

/** The want of the reason is this finding, and not one more among the unanswered. */
export const check: RuleCheck = (context) => (isReason(textOf(context.facts['D.2'])) ? [] : [{ at: 'D.2', speaksFor: ['D.2'], fixes: fixToAnswer(context, 'D.2') }]);
