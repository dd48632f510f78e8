import type { RuleCheck } from '../model.ts';
import { possibleCases } from '../../assessment/legal.ts';
import { needOf } from '../reading/need.ts';

export const check: RuleCheck = (context) => {
  const need = needOf(context);
  // A nei without a reason, and a nei against the law's clear words, have findings of their own.
  if (need.conclusion !== 'nei' || need.reason === '' || need.legal.length || /nr\.?\s*3(?!\d)/i.test(need.reason)) return [];
  const possible = possibleCases(context.facts)[0];
  return possible ? [{ at: 'behov/begrunnelse', related: [...possible.answers, 'behov/konklusjon'], variant: possible.letter }] : [];
};
