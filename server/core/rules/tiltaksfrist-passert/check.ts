import type { RuleCheck, RuleHit } from '../model.ts';
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
  return list(facts['risikoer']).flatMap((risk, i) => list(field(risk, 'tiltak')).flatMap((measure, j): RuleHit[] => {
    const date = isPast(measure);
    return date && field(measure, 'status') !== 'gjennomført' ? [{ at: `risikoer/${i}/tiltak/${j}/frist`, params: { dato: date } }] : [];
  }));
};
