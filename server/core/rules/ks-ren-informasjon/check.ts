import type { RuleCheck } from '../model.ts';
import { untilAnswered } from '../support/ask-for.ts';

export const check: RuleCheck = (context) => untilAnswered(context, 'C.1', 'M.3');
