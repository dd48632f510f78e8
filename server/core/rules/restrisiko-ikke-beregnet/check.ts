import { risksOf } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';
import { says } from '../reading/facts.ts';

export const check: RuleCheck = ({ assessment, facts }) => {
  if (!says(facts, 'VI.2.2d', 'ja', 'delvis') || risksOf(assessment.template.risk, facts).some(({ after }) => after)) return [];
  return [{ at: 'VI.2.2d', related: ['risikoer'] }];
};
