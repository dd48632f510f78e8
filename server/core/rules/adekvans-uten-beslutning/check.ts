import { says } from '../../assessment/facts.ts';
import type { Texts } from '../../texts/texts.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { isWithoutDecision, noteParams, transferredTo, type Abroad } from '../support/dated.ts';

export const check: RuleCheck = (context) => {
  if (!says(context.facts, 'E.1', 'ja', 'delvis') || !says(context.facts, 'E.2', 'adekvans')) return [];
  const countries = transferredTo(context);
  if (!countries.length) return [{ at: 'E.2', related: ['E.1'], variant: 'uten-land' }];
  return countries.filter(isWithoutDecision).map((each) => hitFor(each, context.texts));
};

function hitFor({ name, standing, fact }: Abroad, texts: Texts): RuleHit {
  const until = fact.value.kind === 'adequacy' ? (fact.value.until ?? '') : '';
  return { at: 'E.2', related: ['B.2/land', 'E.1'], variant: standing === 'expired' ? 'utløpt' : standing === 'unknown' ? 'ukjent' : 'ingen', params: { land: name, ...noteParams(fact, texts), til: until } };
}
