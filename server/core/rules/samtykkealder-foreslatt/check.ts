import { ageOfConsent } from '../../sources/facts.ts';
import type { RuleCheck } from '../model.ts';
import { noteParams, restsOnConsent, youngest } from '../support/dated.ts';

export const check: RuleCheck = ({ assessment, facts, library, texts }) => {
  const fact = ageOfConsent(library.datedFacts);
  const from = youngest(facts);
  const proposed = fact?.value.proposed;
  if (!fact || proposed === undefined || from === undefined || from < fact.value.age || from >= proposed || !restsOnConsent(facts)) return [];
  if (assessment.answers.get('D.4')?.state === 'answered') return [];
  return [{ at: 'D.2/fra', related: ['D.1'], params: { fra: from, alder: fact.value.age, foreslått: proposed, ...noteParams(fact, texts) } }];
};
