import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, rows } from '../../assessment/facts.ts';
import { dateOf } from '../../dates.ts';

/** One that is done is no longer late: what it waits for is the new decision. */
export const check: RuleCheck = ({ assessment, facts, today }) => {
  if (assessment.status !== 'besluttet' || outcomeOf(facts) !== 'betinget') return [];
  const improvements = block(facts, 'beslutning')['forbedringer'];
  return rows(improvements).flatMap((row, i) => {
    const date = dateOf(row['frist']);
    return date && date < today && row['status'] !== 'gjennomført' ? [{ at: `beslutning/forbedringer/${i}/frist`, params: { dato: date } }] : [];
  });
};
