import { isAnswered } from '../../assessment/progress.ts';
import { listed } from '../../texts/texts.ts';
import type { RuleContext, RuleHit } from '../model.ts';
import { isPartlyUnread } from './broken.ts';
import { meantQuestions } from './nearest.ts';

/**
 * Voluntary questions that rest on one guide's advice and stand unanswered, in one finding for the file: advice is not
 * to drown the duties. Variants `ett` and `flere`. Where one of them stands blank, putting in the others settles nothing.
 */
export function unansweredAdvice({ assessment, tree, texts }: RuleContext, advised: readonly string[]): RuleHit[] {
  if (!assessment.answers.size || isPartlyUnread(tree)) return [];
  const meant = meantQuestions(assessment);
  const open = advised.filter((id) => {
    const question = assessment.index.questions.get(id)?.question;
    const state = assessment.answers.get(id)?.state;
    return question && assessment.applies(question) && !meant.has(id) && (state === undefined || state === 'blank') && !isAnswered(assessment, question);
  });
  if (!open.length) return [];
  const absent = open.filter((id) => !assessment.answers.has(id));
  return [{
    at: 'svar',
    variant: open.length === 1 ? 'ett' : 'flere',
    params: { antall: open.length, spørsmål: listed(open) },
    fixes: absent.length === open.length ? [{ kind: 'insert-answers', ids: absent, scope: absent.length === 1 ? texts('scope.question') : texts('scope.file') }] : [],
  }];
}
