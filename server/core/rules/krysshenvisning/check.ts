import type { RuleCheck } from '../model.ts';
import { isReferenceOnly } from '../support/cross-reference.ts';
import { placeFirst, shortened, textOf } from '../support/words.ts';

export const check: RuleCheck = ({ assessment, texts }) => [...assessment.answers.values()].flatMap((answer) => {
  const own = answer.state === 'answered' && answer.question.kind.type !== 'yes-no' ? textOf(answer.valueNode).trim() : '';
  const places = [
    { at: answer.path, text: own },
    { at: `${answer.path}/forklaring`, text: answer.explanation?.text ?? '' },
    { at: `${answer.path}/begrunnelse`, text: answer.reason?.text ?? '' },
  ];
  return places.filter(({ text }) => isReferenceOnly(text)).map(({ at, text }) => {
    const sted = placeFirst(at, texts);
    return { at, params: { sted, tekst: shortened(text, 40) } };
  });
});
