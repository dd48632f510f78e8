import type { RuleCheck } from '../model.ts';
import { needOf, type Need } from '../reading/need.ts';

/** One finding on the first ja of DEL I: which answers call for a DPIA together, and how strongly. */
export const check: RuleCheck = (context) => {
  const need = needOf(context);
  const first = need.yes[0];
  // Where the law leaves no room for a nei, lovens-tilfeller says so.
  if (first === undefined || need.resolved || (need.conclusion === 'nei' && need.legal.length)) return [];
  const legal = need.legal[0];
  return [{
    at: first,
    related: [...new Set([...need.yes.slice(1), ...(need.criteria.length ? ['kriterier'] : []), ...(legal?.answers ?? []), 'behov/konklusjon'])],
    speaksFor: ['behov', 'behov/begrunnelse'],
    variant: variantOf(need),
    params: { spørsmål: need.yes, kriterier: need.criteria.map(String), svar: (legal?.answers ?? []).filter((id) => id !== 'kriterier') },
    fixes: need.conclusion === '' || need.reason === '' ? [{ kind: 'add-field', path: need.conclusion ? 'behov/begrunnelse' : 'behov' }] : [],
  }];
};

function variantOf(need: Need): string {
  if (need.conclusion === 'nei') return 'nei-uten-grunn';
  if (need.conclusion === 'ja') return need.begun ? 'ja-uten-grunn' : 'ikke-begynt';
  if (need.legal[0]) return `alltid-${need.legal[0].letter}`;
  return need.criteria.length >= 2 ? 'som-regel' : 'kan';
}
