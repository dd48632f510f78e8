import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';

const ROUTINES: { variant: string; answers: string[] }[] = [
  { variant: 'retting', answers: ['IV.2.5.3'] },
  // The template asks twice for routines on erasure: under storage and under erasure.
  { variant: 'sletting', answers: ['IV.2.2.6', 'IV.2.6.3'] },
];
const DEADLINE = /\d{4}-\d{2}-\d{2}|20\d{2}|\d{1,2}\.\s?\d{1,2}\.|(?<![a-zA-ZÀ-ɏ])(innen|innan|før|frist|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|kvartal)(?![a-zA-ZÀ-ɏ])/i;

/** One finding a routine that lacks; a nei whose explanation says by when is being mended. */
export const check: RuleCheck = (context) => ROUTINES.flatMap(({ variant, answers }) => {
  const lacking = answers.filter((id) => says(context.facts, id, 'nei'));
  if (!lacking.length || lacking.some((id) => DEADLINE.test(wordsOf(context, id)))) return [];
  return [{ at: lacking[0]!, related: lacking.slice(1), variant, params: { spørsmål: lacking } }];
});
