import { says, wordsOf } from '../../assessment/facts.ts';
import type { RuleCheck } from '../model.ts';
import { factParams, transferredTo } from '../support/dated.ts';

const LIST = /sertifi|\bliste|privacy framework|(?<!\p{L})DPF(?!\p{L})/iu;
const DATE = /\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\s\d{4}/i;
const SCOPE = /omfatt|omfang|gjelder|gjeld(?!\p{L})|kommersi|privat|PIPEDA|(?<!\p{L})APPI(?!\p{L})/iu;

export const check: RuleCheck = (context) => {
  if (!says(context.facts, 'E.2', 'adekvans')) return [];
  const words = wordsOf(context, 'E.3');
  return transferredTo(context).flatMap(({ standing, fact }) => {
    if (standing === 'certified' && !(LIST.test(words) && DATE.test(words))) return [{ at: 'E.2', related: ['E.3'], variant: 'liste', params: factParams(fact, context.texts) }];
    if (standing === 'limited' && !SCOPE.test(words)) return [{ at: 'E.2', related: ['E.3'], variant: 'omfang', params: factParams(fact, context.texts) }];
    return [];
  });
};
