import { folded } from '../../assessment/normalise.ts';
import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';

const SAFEGUARD = /garanti|anonym|pseudonym|aviden|krypter|aggreger|tilgang|minimer|ut[ea]n na(?:v|m)n|na(?:v|m)n fjern|små grupper|grupper (?:under|med færre)|navn (?:tas|er tatt)|taushet|teie|avtale|sperr|slett|tiltak|reservasjon/i;

export const check: RuleCheck = (context) => {
  const words = wordsOf(context, 'III.3.4');
  const preprinted = context.assessment.answers.get('III.3.4')?.question.preprinted ?? '';
  // No explanation, and the template's own words left standing, are other findings.
  if (!says(context.facts, 'III.3.4', 'ja', 'delvis') || !words || folded(words) === folded(preprinted) || SAFEGUARD.test(words)) return [];
  return [{ at: 'III.3.4' }];
};
