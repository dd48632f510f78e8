import type { Json } from '../syntax/nodes.ts';
import type { RiskModel } from '../templates/model.ts';
import type { Facts } from '../rules/model.ts';

export interface RiskScore {
  likelihood: number;
  consequence: number;
  score: number;
  level: string;
}

/** The level of a likelihood and a consequence by the template's matrix; undefined while one of them lacks. */
export function scoreOf(risk: RiskModel, likelihood: Json | undefined, consequence: Json | undefined): RiskScore | undefined {
  if (typeof likelihood !== 'number' || typeof consequence !== 'number') return undefined;
  const score = likelihood * consequence;
  const level = risk.levels.findLast((step) => score >= step.from)?.level;
  return level === undefined ? undefined : { likelihood, consequence, score, level };
}

/** The highest level that the model knows: «høy» by default. */
export function highestLevel(risk: RiskModel): string | undefined {
  return risk.levels.at(-1)?.level;
}

export interface ScoredRisk {
  before: RiskScore | undefined;
  after: RiskScore | undefined;
}

/** The scores of each row of `risikoer`. */
export function risksOf(risk: RiskModel, facts: Facts): ScoredRisk[] {
  const rows = Array.isArray(facts['risikoer']) ? facts['risikoer'] : [];
  return rows.map((row) => {
    const value = row && typeof row === 'object' && !Array.isArray(row) ? row : {};
    const rest = value['restrisiko'];
    const left = rest && typeof rest === 'object' && !Array.isArray(rest) ? rest : {};
    return {
      before: scoreOf(risk, value['sannsynlighet'], value['konsekvens']),
      after: scoreOf(risk, left['sannsynlighet'], left['konsekvens']),
    };
  });
}
