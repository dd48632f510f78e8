import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';
import { basesIn } from '../reading/law.ts';

/** Once III.1 says anything; while it is unanswered, that is the finding. */
export const check: RuleCheck = (context) => {
  const words = ['III.1.1', 'III.1.2', 'III.1.p1', 'III.1.p2'].map((id) => wordsOf(context, id)).join('\n').trim();
  if (!words) return [];
  const bases = basesIn(words);
  // A letter that does not exist has its own finding, and stands for an attempt.
  const lacks6 = !bases.some(({ article }) => article === 6);
  const lacks9 = says(context.facts, 'IV.2.1.2', 'ja', 'delvis') && !bases.some(({ article }) => article === 9);
  if (!lacks6 && !lacks9) return [];
  const at = context.assessment.answers.has('III.1.2') ? 'III.1.2' : 'III.1.1';
  return [{ at, related: ['III.1.1', ...(lacks9 ? ['IV.2.1.2'] : [])], variant: lacks6 && lacks9 ? 'begge' : lacks6 ? 'art6' : 'art9' }];
};
