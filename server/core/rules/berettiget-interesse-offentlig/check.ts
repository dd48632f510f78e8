import type { RuleCheck } from '../model.ts';
import { textOf, wordsOf } from '../../assessment/facts.ts';
import { cites, isPublicBody, saysOutsideTasks } from '../reading/law.ts';
import { clauses } from '../reading/prose.ts';

/** «bokstav f kan ikke brukes»: named only to be set aside. */
const REJECTED = /(?<![a-zA-ZÀ-ɏ])(ikke|verken)(?![a-zA-ZÀ-ɏ])/i;

export const check: RuleCheck = (context) => {
  if (!isPublicBody(textOf(context.facts['behandlingsansvarlig']))) return [];
  const citing = ['III.1.1', 'III.1.2', 'III.1.p1', 'V.1.1'].filter((id) => {
    const words = wordsOf(context, id);
    return cites(words, 6, 'f') && !saysOutsideTasks(words) && !clauses(words).some((clause) => cites(clause, 6, 'f') && REJECTED.test(clause));
  });
  return citing.length ? [{ at: citing[0]!, related: [...citing.slice(1), 'behandlingsansvarlig'], params: { spørsmål: citing } }] : [];
};
