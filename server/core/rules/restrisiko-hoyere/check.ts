import { risksOf } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';

export const check: RuleCheck = ({ assessment: { template: { risk } }, facts }) => risksOf(risk, facts).flatMap(({ before, after }, i) => (
  before && after && after.score > before.score ? [{ at: `risikoer/${i}/restrisiko`, related: [`risikoer/${i}`], params: { før: before.score, etter: after.score } }] : []
));
