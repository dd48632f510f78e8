import type { RuleCheck } from '../model.ts';
import { unansweredAdvice } from '../support/advice.ts';

/** Voluntary questions on what the guides advise; those on what they only mention are left in peace. */
const ADVISED = ['B.6', 'G.2', 'G.4', 'G.5', 'H.1', 'H.3', 'H.4', 'I.3', 'J.8', 'K.4', 'K.13'];

export const check: RuleCheck = (context) => unansweredAdvice(context, ADVISED);
