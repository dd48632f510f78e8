import type { RuleCheck } from '../model.ts';
import { criteriaOf, textOf, wordsOf } from '../../assessment/facts.ts';
import { needOf } from '../reading/need.ts';
import { namesChildren } from '../reading/prose.ts';

export const check: RuleCheck = (context) => {
  const { assessment, facts } = context;
  const need = needOf(context);
  if (textOf(facts['barnets-beste']) || need.conclusion === 'nei' || (assessment.status === 'utkast' && !need.half)) return [];
  const described = wordsOf(context, 'II.3.p2');
  // Criterion 7 is about others too: alone it counts only while nobody has said who they are.
  const children = described ? namesChildren(described) : criteriaOf(facts)?.includes(7);
  return children ? [{ at: 'barnets-beste', related: ['II.3.p2', 'kriterier'], fixes: [{ kind: 'add-field', path: 'barnets-beste' }] }] : [];
};
