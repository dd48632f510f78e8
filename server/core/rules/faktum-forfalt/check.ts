import { isPastReview } from '../../sources/age.ts';
import type { RuleCheck } from '../model.ts';
import { bearing, factParams } from '../support/dated.ts';

/** Once for each fact, at the first answer that is there and rests on it. */
export const check: RuleCheck = (context) => {
  const due = bearing(context).filter(({ at, fact }) => isPastReview(fact, context.today) && context.assessment.answers.has(at.split('/')[0]!));
  return due.filter(({ fact }, i) => due.findIndex((each) => each.fact === fact) === i).map(({ at, fact }) => ({ at, params: { ...factParams(fact, context.texts), dato: fact.reviewBy } }));
};
