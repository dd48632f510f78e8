import type { RuleCheck } from '../model.ts';
import { needOf } from '../reading/need.ts';

/** Where DEL I has a ja, that finding (ja-utloser-dpia) already names the criteria: one mistake, one finding. */
export const check: RuleCheck = (context) => {
  const need = needOf(context);
  if (need.criteria.length < 2 || need.yes.length || need.legal.length || need.resolved) return [];
  return [{
    at: 'kriterier',
    related: ['behov/konklusjon'],
    speaksFor: ['behov', 'behov/begrunnelse'],
    variant: need.conclusion === 'nei' ? 'nei-uten-grunn' : 'mangler',
    params: { kriterier: need.criteria.map(String) },
    fixes: [{ kind: 'add-field', path: need.conclusion ? 'behov/begrunnelse' : 'behov' }],
  }];
};
