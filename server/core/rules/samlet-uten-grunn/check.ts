import type { RuleCheck } from '../model.ts';
import { fixToAnswer } from '../support/ask-for.ts';

/** The want of the reason is this finding, and not one more among the unanswered. */
export const check: RuleCheck = (context) => [{ at: 'B.7', speaksFor: ['B.7'], fixes: fixToAnswer(context, 'B.7') }];
