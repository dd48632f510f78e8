import type { RuleCheck } from '../model.ts';
import { criteriaOf, says } from '../../assessment/facts.ts';
import { originOf } from '../../templates/model.ts';

const IMPLIED: { template: string; answer: string; verdicts: string[]; criterion: number }[] = [
  { template: 'e-helse-2018', answer: 'II.4.2', verdicts: ['ja'], criterion: 1 },
  { template: 'e-helse-2018', answer: 'IV.2.1.2', verdicts: ['ja', 'delvis'], criterion: 4 },
  { template: 'e-helse-2018', answer: 'IV.3.1', verdicts: ['ja'], criterion: 6 },
  { template: 'ip-2026', answer: 'A.6', verdicts: ['ja', 'delvis'], criterion: 4 },
];

/** Only once the criteria have been considered: while none are, kriterier-ikke-vurdert says so. */
export const check: RuleCheck = ({ assessment, facts }) => {
  const criteria = criteriaOf(facts);
  // A number that no criterion has is another mistake, and may be the one that lacks.
  if (!criteria || criteria.some((number) => !assessment.template.criteria.some((each) => each.number === number))) return [];
  return IMPLIED.filter(({ template, answer, verdicts, criterion }) => template === originOf(assessment.template) && says(facts, answer, ...verdicts) && !criteria.includes(criterion))
    .map(({ answer, criterion }) => ({ at: answer, related: ['kriterier'], variant: String(criterion), params: { svar: answer } }));
};
