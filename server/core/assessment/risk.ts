import type { Json } from '../syntax/nodes.ts';
import type { RiskModel } from '../templates/model.ts';
import type { Facts } from '../rules/model.ts';

export interface RiskScore {
  likelihood: number;
  consequence: number;
  score: number;
  level: string;
}

/** The level of a likelihood and a consequence by the template's matrix; undefined while one of them lacks or is off its scale. */
export function scoreOf(risk: RiskModel, likelihood: Json | undefined, consequence: Json | undefined): RiskScore | undefined {
  if (typeof likelihood !== 'number' || typeof consequence !== 'number') return undefined;
  if (!isOnScale(risk, 'sannsynlighet', likelihood) || !isOnScale(risk, 'konsekvens', consequence)) return undefined;
  const score = likelihood * consequence;
  const level = risk.levels.findLast((step) => score >= step.from)?.level;
  return level === undefined ? undefined : { likelihood, consequence, score, level };
}

/** A number that the scale does not have is a mistake of its own (ugyldig-svar). A scale that lacks takes every number. */
function isOnScale({ scales }: RiskModel, scale: string, value: number): boolean {
  return scales[scale]?.some((step) => step.value === value) ?? true;
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
