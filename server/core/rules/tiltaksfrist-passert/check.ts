import type { RuleCheck, RuleHit } from '../model.ts';
import { block, outcomeOf } from '../../assessment/facts.ts';
import { dateOf } from '../../dates.ts';
import type { Json } from '../../syntax/nodes.ts';

const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const field = (row: Json | undefined, key: string): Json | undefined => (row && typeof row === 'object' && !Array.isArray(row) ? row[key] : undefined);

/** Only once leadership has decided: before that the plan is still being made. */
export const check: RuleCheck = ({ assessment, facts, today }) => {
  if (assessment.status !== 'besluttet') return [];
  const isPast = (row: Json): string | undefined => {
    const date = dateOf(field(row, 'frist'));
    return date && date < today ? date : undefined;
  };
  const measures = list(facts['risikoer']).flatMap((risk, i) => list(field(risk, 'tiltak')).flatMap((measure, j): RuleHit[] => {
    const date = isPast(measure);
    return date && field(measure, 'status') !== 'gjennomført' ? [{ at: `risikoer/${i}/tiltak/${j}/frist`, variant: 'tiltak', params: { dato: date } }] : [];
  }));
  // An improvement has no status: what closes it is a new decision.
  const improvements = outcomeOf(facts) !== 'betinget' ? [] : list(block(facts, 'beslutning')['forbedringer']).flatMap((row, i): RuleHit[] => {
    const date = isPast(row);
    return date ? [{ at: `beslutning/forbedringer/${i}/frist`, variant: 'forbedring', params: { dato: date } }] : [];
  });
  return [...measures, ...improvements];
};
