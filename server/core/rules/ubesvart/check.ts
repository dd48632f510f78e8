import { fullText } from '../../templates/model.ts';
import type { RuleCheck } from '../model.ts';
import { isAsked } from '../../assessment/progress.ts';
import { fixesForBlank } from '../support/blank-answer.ts';
import { brokenLines } from '../support/broken.ts';
import { shortened } from '../support/words.ts';
import { isMisread } from '../support/wrong-values.ts';

/** The key stands there with nothing behind it. A half-typed key is not there yet. */
export const check: RuleCheck = ({ assessment, text, tree }) => {
  const isBroken = brokenLines(text, tree);
  return [...assessment.answers.values()]
    .filter((answer) => answer.state === 'blank' && !answer.question.answeredIn && isAsked(assessment, answer.question) && !isBroken(answer.keyRange) && !isMisread(answer))
    .map(({ question, path }) => ({ at: path, params: { id: question.id, spørsmål: shortened(fullText(question), 90) }, fixes: fixesForBlank(question, path) }));
};
