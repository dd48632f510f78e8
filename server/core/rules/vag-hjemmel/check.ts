import type { RuleCheck } from '../model.ts';
import { numbered, textOf } from '../../assessment/facts.ts';
import { isPlaceholder } from '../../assessment/normalise.ts';
import { namesOnlyPublicHealth, namesProvision } from '../reading/law.ts';

/** One finding a purpose under letter c or e that shows a provision at all. */
export const check: RuleCheck = ({ facts }) => numbered(facts['D.1']).flatMap(({ row, i }) => {
  const provision = textOf(row['hjemmel']);
  if (!['c', 'e'].includes(textOf(row['grunnlag']).toLowerCase()) || !provision || isPlaceholder(provision)) return [];
  const variant = !namesProvision(provision) ? 'paragraf' : namesOnlyPublicHealth(provision) ? 'folkehelse' : undefined;
  return variant ? [{ at: `D.1/${i}/hjemmel`, related: [`D.1/${i}/grunnlag`], variant, params: { hjemmel: provision } }] : [];
});
