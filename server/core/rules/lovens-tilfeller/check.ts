import type { RuleCheck, RuleContext, RuleHit } from '../model.ts';
import { textOf } from '../../assessment/facts.ts';
import { legalCases, namesExemption } from '../../assessment/legal.ts';
import { questionOfRole } from '../../assessment/roles.ts';
import { originOf } from '../../templates/model.ts';
import { needOf } from '../reading/need.ts';
import { valueInside } from '../../texts/values.ts';

/** A nei where art. 35 nr. 3 leaves no room for one, or no DPIA at all where DEL I has no ja to say it on. */
export const check: RuleCheck = (context) => {
  if (context.assessment.kind === 'ip') return inIp(context);
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
    params: { svar: legal.answers.filter((id) => id !== 'kriterier') },
  }];
};

/** In an IP: a conclusion lower than high, or none. Where the IP was not approved, the work stops there. */
function inIp({ assessment, facts, texts }: RuleContext): RuleHit[] {
  const legal = legalCases(facts, originOf(assessment.template))[0];
  const idOf = (role: string): string => questionOfRole(assessment, role)?.id ?? '';
  const risk = textOf(facts[idOf('risiko')]);
  if (!legal || risk === 'høy' || facts[idOf('godkjent')] === 'nei' || namesExemption(textOf(facts[idOf('risiko-grunn')]))) return [];
  return [{ at: risk ? idOf('risiko') : legal.answers[0]!, related: legal.answers, speaksFor: risk ? [idOf('risiko-grunn')] : [], variant: risk ? 'ip-b' : 'ip-mangler-b', params: { risiko: valueInside(risk, texts) } }];
}
