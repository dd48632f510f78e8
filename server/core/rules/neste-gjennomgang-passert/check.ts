import type { RuleCheck } from '../model.ts';
import { dateOf } from '../../dates.ts';

export const check: RuleCheck = ({ facts, today }) => {
  const date = dateOf(facts['neste-gjennomgang']);
  return date && date < today ? [{ at: 'neste-gjennomgang', params: { dato: date } }] : [];
};
