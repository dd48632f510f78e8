import { risksOf } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';
import { rows, textOf, type Row } from '../../assessment/facts.ts';
import { isPartlyUnread } from '../support/broken.ts';
import { valueInside } from '../../texts/values.ts';

export const check: RuleCheck = ({ assessment, facts, tree, texts }) => {
  // What lacks may stand in the part that YAML could not read.
  if (isPartlyUnread(tree)) return [];
  const { risk } = assessment.template;
  const lowest = risk.levels[0]?.level;
  const written = Array.isArray(facts['risikoer']) ? facts['risikoer'] : [];
  return risksOf(risk, facts).flatMap(({ before }, i) => {
    const measures = rows((written[i] as Row | null)?.['tiltak']).some((row) => textOf(row['tiltak']));
    return before && before.level !== lowest && !measures ? [{ at: `risikoer/${i}`, params: { nivå: valueInside(before.level, texts) }, fixes: [{ kind: 'add-field' as const, path: `risikoer/${i}/tiltak` }] }] : [];
  });
};
