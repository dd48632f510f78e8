import { ageOfConsent } from '../../sources/facts.ts';
import type { RuleCheck } from '../model.ts';
import { noteParams, restsOnConsent, youngest } from '../support/dated.ts';

export const check: RuleCheck = ({ assessment, facts, library, texts }) => {
  const fact = ageOfConsent(library.datedFacts);
  const from = youngest(facts);
  if (!fact || from === undefined || from >= fact.value.age || !restsOnConsent(facts)) return [];
  if (assessment.answers.get('D.4')?.state === 'answered') return [];
  return [{ at: 'D.2/fra', related: ['D.1', 'D.4'], variant: from === 0 ? 'alle' : 'mangler', params: { fra: from, alder: fact.value.age, ...noteParams(fact, texts) } }];
};
