import type { RuleCheck } from '../model.ts';
import { textOf } from '../../assessment/facts.ts';

export const check: RuleCheck = ({ facts }) => {
  const rows = Array.isArray(facts['behandlinger']) ? facts['behandlinger'] : [];
  const ids = rows.map((row) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? textOf(row['id']) : ''));
  const placesOf = (id: string): number[] => ids.flatMap((each, i) => (each === id ? [i] : []));
  return [...new Set(ids)].filter((id) => id && placesOf(id).length > 1).map((id) => {
    const [first, second, ...rest] = placesOf(id);
    return { at: `behandlinger/${second}/id`, related: [first!, ...rest].map((i) => `behandlinger/${i}/id`), params: { id, rader: placesOf(id).map((i) => String(i + 1)) } };
  });
};
