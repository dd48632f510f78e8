import type { RuleCheck } from '../model.ts';
import { numbered, textOf } from '../../assessment/facts.ts';
import { isPlaceholder } from '../../assessment/normalise.ts';

/** One finding a purpose. What the author has still to fill in is a finding already. */
export const check: RuleCheck = ({ facts }) => numbered(facts['D.1']).flatMap(({ row, i }) => {
  const letter = textOf(row['grunnlag']).toLowerCase();
  if (!['c', 'e'].includes(letter) || textOf(row['hjemmel']) || isPlaceholder(row['hjemmel'])) return [];
  const path = `D.1/${i}/hjemmel`;
  return [{ at: path, related: [`D.1/${i}/grunnlag`], params: { bokstav: letter }, fixes: [{ kind: 'add-field' as const, path }] }];
});
