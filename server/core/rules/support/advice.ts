import type { Question } from '../../templates/model.ts';
import type { RuleContext, RuleHit } from '../model.ts';
import { fixesForBlank } from './blank-answer.ts';
import { brokenLines, isPartlyUnread } from './broken.ts';
import { meantQuestions } from './nearest.ts';
import { isMisread } from './wrong-values.ts';

/**
 * Voluntary questions that rest on a guide's advice and stand unanswered: one finding for all that lack, so that advice
 * does not drown the duties, and one for each that stands there empty. Variants `ett` and `flere`.
 */
export function unansweredAdvice({ assessment, text, texts, tree }: RuleContext, advised: readonly string[]): RuleHit[] {
  if (!assessment.answers.size || isPartlyUnread(tree)) return [];
  const isBroken = brokenLines(text, tree);
  const meant = meantQuestions(assessment);
  const asked = advised.flatMap((id) => assessment.index.questions.get(id)?.question ?? []).filter((question) => assessment.applies(question));
  const blank = asked.flatMap((question): RuleHit[] => {
    const answer = assessment.answers.get(question.id);
    if (answer?.state !== 'blank' || isBroken(answer.keyRange) || isMisread(answer)) return [];
    return [{ at: answer.path, variant: 'ett', params: { spørsmål: question.id }, fixes: fixesForBlank(question, answer.path) }];
  });
  const absent = asked.filter(({ id }: Question) => !assessment.answers.has(id) && !meant.has(id)).map(({ id }) => id);
  if (!absent.length) return blank;
  const single = absent.length === 1;
  return [{
    at: 'svar',
    variant: single ? 'ett' : 'flere',
    params: { antall: absent.length, spørsmål: absent },
    fixes: [{ kind: 'insert-answers', ids: absent, scope: single ? texts('scope.question') : texts('scope.file') }],
  }, ...blank];
}
