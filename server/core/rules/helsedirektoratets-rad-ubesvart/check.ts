import type { RuleCheck } from '../model.ts';
import { unansweredAdvice } from '../support/advice.ts';

const ADVISED = ['K.15', 'L.6', 'L.8', 'L.11'];

export const check: RuleCheck = (context) => unansweredAdvice(context, ADVISED);
