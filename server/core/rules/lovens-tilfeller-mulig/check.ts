import type { RuleCheck } from '../model.ts';
import { isReason, textOf } from '../../assessment/facts.ts';
import { legalCases, possibleCases } from '../../assessment/legal.ts';
import { answerOfRole, questionOfRole } from '../../assessment/roles.ts';
import { originOf } from '../../templates/model.ts';
import { needOf } from '../reading/need.ts';

export const check: RuleCheck = (context) => {
  const { assessment, facts } = context;
  const possible = possibleCases(facts, originOf(assessment.template))[0];
  if (!possible || legalCases(facts, originOf(assessment.template)).length) return [];
  // A lower conclusion without a reason, and one against the law's clear words, have findings of their own.
  const said = (reason: string): boolean => isReason(reason) && !/nr\.?\s*3(?!\d)/i.test(reason);
  if (assessment.kind === 'ip') {
    const conclusion = questionOfRole(assessment, 'risiko')?.id ?? '';
    const reason = questionOfRole(assessment, 'risiko-grunn')?.id ?? '';
    const isLower = ['lav', 'middels'].includes(textOf(answerOfRole(assessment, 'risiko')));
    return isLower && said(textOf(facts[reason])) ? [{ at: reason, related: [...possible.answers, conclusion], variant: 'ip-c' }] : [];
  }
  const need = needOf(context);
  return need.conclusion === 'nei' && said(need.reason) ? [{ at: 'behov/begrunnelse', related: [...possible.answers, 'behov/konklusjon'], variant: possible.letter }] : [];
};
