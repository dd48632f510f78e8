import type { Question } from '../../templates/model.ts';
import { listed } from '../../texts/texts.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { fixesForBlank } from '../support/blank-answer.ts';
import { brokenLines, isPartlyUnread } from '../support/broken.ts';
import { meantQuestions } from '../support/nearest.ts';
import { isMisread } from '../support/wrong-values.ts';

/** Voluntary questions on what the guides advise; those on what they only mention are left in peace. */
const ADVISED = ['B.6', 'G.2', 'G.4', 'G.5', 'H.1', 'H.3', 'H.4', 'I.3', 'J.8', 'K.4', 'K.13'];

/** One finding for all that lack, so that advice does not drown the duties, and one for each that stands there empty. */
export const check: RuleCheck = ({ assessment, text, texts, tree }) => {
  if (!assessment.answers.size || isPartlyUnread(tree)) return [];
  const isBroken = brokenLines(text, tree);
  const meant = meantQuestions(assessment);
  const asked = ADVISED.flatMap((id) => assessment.index.questions.get(id)?.question ?? []).filter((question) => assessment.applies(question));
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
    params: { antall: absent.length, spørsmål: listed(absent) },
    fixes: [{ kind: 'insert-answers', ids: absent, scope: single ? texts('scope.question') : texts('scope.file') }],
  }, ...blank];
};
