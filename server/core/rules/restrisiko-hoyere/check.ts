import { risksOf, type RiskScore } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';
import type { RiskModel } from '../../templates/model.ts';

/** A number that the scale does not have is another mistake. */
function isOnScale({ scales }: RiskModel, score: RiskScore): boolean {
  const known = (scale: string, value: number): boolean => scales[scale]?.some((step) => step.value === value) ?? true;
  return known('sannsynlighet', score.likelihood) && known('konsekvens', score.consequence);
}

export const check: RuleCheck = ({ assessment: { template: { risk } }, facts }) => risksOf(risk, facts).flatMap(({ before, after }, i) => (
  before && after && after.score > before.score && isOnScale(risk, before) && isOnScale(risk, after) ? [{ at: `risikoer/${i}/restrisiko`, related: [`risikoer/${i}`], params: { før: before.score, etter: after.score } }] : []
));
