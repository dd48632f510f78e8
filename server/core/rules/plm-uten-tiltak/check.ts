import { risksOf } from '../../assessment/risk.ts';
import { rows, textOf } from '../../assessment/facts.ts';
import type { RuleCheck } from '../model.ts';
import { isPartlyUnread } from '../support/broken.ts';

/** A risk above the lowest level without measures has a finding of its own (risiko-uten-tiltak). */
export const check: RuleCheck = ({ assessment, facts, tree }) => {
  if (isPartlyUnread(tree)) return [];
  const { risk } = assessment.template;
  const lowest = risk.levels[0]?.level;
  if (risksOf(risk, facts).some(({ before }) => before && before.level !== lowest)) return [];
  if (rows(facts['risikoer']).some((row) => rows(row['tiltak']).some((measure) => textOf(measure['tiltak'])))) return [];
  return [{ at: 'risikoer', fixes: rows(facts['risikoer']).length ? [] : [{ kind: 'add-field', path: 'risikoer' }] }];
};
