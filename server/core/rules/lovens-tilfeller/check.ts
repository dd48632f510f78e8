import { listed } from '../../texts/texts.ts';
import type { RuleCheck } from '../model.ts';
import { namesExemption } from '../../assessment/legal.ts';
import { needOf } from '../reading/need.ts';

/** A nei where art. 35 nr. 3 leaves no room for one, or no DPIA at all where DEL I has no ja to say it on. */
export const check: RuleCheck = (context) => {
  const need = needOf(context);
  const legal = need.legal[0];
  if (!legal) return [];
  const denied = need.conclusion === 'nei';
  if (denied ? namesExemption(need.reason) : need.resolved || need.yes.length) return [];
  return [{
    at: denied ? 'behov/konklusjon' : legal.answers[0]!,
    related: legal.answers,
    speaksFor: ['behov', 'behov/begrunnelse'],
    variant: `${denied ? 'nei' : 'mangler'}-${legal.letter}`,
    params: { svar: listed(legal.answers.filter((id) => id !== 'kriterier')) },
  }];
};
