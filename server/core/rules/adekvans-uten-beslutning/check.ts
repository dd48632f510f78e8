import { says } from '../../assessment/facts.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { isWithoutDecision, noteParams, transferredTo, type Abroad } from '../support/dated.ts';

export const check: RuleCheck = (context) => {
  if (!says(context.facts, 'E.1', 'ja', 'delvis') || !says(context.facts, 'E.2', 'adekvans')) return [];
  const countries = transferredTo(context);
  if (!countries.length) return [{ at: 'E.2', related: ['E.1'], variant: 'uten-land' }];
  return countries.filter(isWithoutDecision).map(hitFor);
};

function hitFor({ name, standing, fact }: Abroad): RuleHit {
  const until = fact.value.kind === 'adequacy' ? (fact.value.until ?? '') : '';
  return { at: 'E.2', related: ['B.2/land', 'E.1'], variant: standing === 'expired' ? 'utløpt' : standing === 'unknown' ? 'ukjent' : 'ingen', params: { land: name, ...noteParams(fact), til: until } };
}
