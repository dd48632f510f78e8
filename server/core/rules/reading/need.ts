/** Whether the answers call for a DPIA, how strongly, and whether that has been dealt with. */
import { asked, isAnswered } from '../../assessment/progress.ts';
import type { RuleContext } from '../model.ts';
import { block, criteriaOf, isReason, says, textOf } from '../../assessment/facts.ts';
import { legalCases, type LegalCase } from '../../assessment/legal.ts';
import { originOf } from '../../templates/model.ts';

export const OPENING_QUESTIONS = ['I.1', 'I.2', 'I.3', 'I.4', 'I.5', 'I.6', 'I.7', 'I.8', 'I.9'];

export interface Need {
  /** The questions of DEL I with a ja. */
  yes: string[];
  criteria: number[];
  /** The cases of art. 35 nr. 3 that the answers describe. */
  legal: LegalCase[];
  conclusion: string;
  /** '' where it says no more than the conclusion does. */
  reason: string;
  /** Whether any question after DEL I is answered. */
  begun: boolean;
  /** Whether at least half of what is asked after DEL I is answered. */
  half: boolean;
  /** Nobody needs to be told to consider a DPIA any more. */
  resolved: boolean;
}

/** Reads the need from the answers. DEL I is the template's first part; the DPIA itself is the rest. */
export function needOf({ assessment, facts }: Pick<RuleContext, 'assessment' | 'facts'>): Need {
  const questions = assessment.template.parts.slice(1).flatMap((part) => asked(assessment, part));
  const answered = questions.filter((question) => isAnswered(assessment, question)).length;
  const written = block(facts, 'behov');
  const conclusion = textOf(written['konklusjon']);
  const said = textOf(written['begrunnelse']);
  const reason = isReason(said) ? said : '';
  const begun = answered > 0;
  const half = begun && answered * 2 >= questions.length;
  return {
    yes: OPENING_QUESTIONS.filter((id) => says(facts, id, 'ja')),
    criteria: (criteriaOf(facts) ?? []).filter((number) => assessment.template.criteria.some((each) => each.number === number)),
    legal: legalCases(facts, originOf(assessment.template)),
    conclusion, reason, begun, half,
    resolved: conclusion === 'nei' ? reason !== '' : half || (conclusion === 'ja' && reason !== '' && begun),
  };
}
