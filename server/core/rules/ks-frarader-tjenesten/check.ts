import type { RuleCheck } from '../model.ts';
import { untilAnswered } from '../support/ask-for.ts';

export const check: RuleCheck = (context) => untilAnswered(context, 'A.3', 'M.2');
