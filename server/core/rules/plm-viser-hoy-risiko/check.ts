import { says, textOf } from '../../assessment/facts.ts';
import { highestLevel, risksOf } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';

/** One finding: the answer, or where that says nothing of it, the first risk that stays high. */
export const check: RuleCheck = ({ assessment, facts }) => {
  if (textOf(facts['dpia'])) return [];
  const { risk } = assessment.template;
  const high = risksOf(risk, facts).flatMap(({ after }, i) => (after && after.level === highestLevel(risk) ? [`risikoer/${i}/restrisiko`] : []));
  if (says(facts, 'C.3', 'nei', 'delvis')) return [{ at: 'C.3', related: high, variant: 'svar', fixes: [{ kind: 'add-field', path: 'dpia' }] }];
  return high.length ? [{ at: high[0]!, related: [...high.slice(1), 'C.3'], variant: 'restrisiko', fixes: [{ kind: 'add-field', path: 'dpia' }] }] : [];
};
