import type { RuleCheck } from '../model.ts';
import { needOf } from '../reading/need.ts';

/** The DPIA is there, so the need is met; what lacks is only the sentence that says so. */
export const check: RuleCheck = (context) => {
  const need = needOf(context);
  const calls = need.yes.length > 0 || need.criteria.length >= 2 || need.legal.length > 0;
  if (!calls || !need.half || need.conclusion === 'nei' || (need.conclusion && need.reason)) return [];
  const missing = need.conclusion === '';
  return [{
    at: missing ? 'behov' : 'behov/begrunnelse',
    related: [...need.yes, 'kriterier'],
    variant: missing ? 'mangler' : 'uten-grunn',
    fixes: [{ kind: 'add-field', path: missing ? 'behov' : 'behov/begrunnelse' }],
  }];
};
