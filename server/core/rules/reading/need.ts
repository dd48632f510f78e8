/** Whether the answers call for a DPIA, how strongly, and whether that has been dealt with. */
import { asked, isAnswered } from '../../assessment/progress.ts';
import type { Facts, RuleContext } from '../model.ts';
import { block, criteriaOf, says, textOf } from './facts.ts';

export const OPENING_QUESTIONS = ['I.1', 'I.2', 'I.3', 'I.4', 'I.5', 'I.6', 'I.7', 'I.8', 'I.9'];

export interface LegalCase {
  /** The letter of art. 35 nr. 3. */
  letter: 'a' | 'b' | 'c';
  /** The answers that describe it, the first being where a finding stands. */
  answers: string[];
}

export interface Need {
  /** The questions of DEL I with a ja. */
  yes: string[];
  criteria: number[];
  /** The cases of art. 35 nr. 3 that the answers describe. */
  legal: LegalCase[];
  conclusion: string;
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
  const reason = textOf(written['begrunnelse']);
  const begun = answered > 0;
  const half = begun && answered * 2 >= questions.length;
  return {
    yes: OPENING_QUESTIONS.filter((id) => says(facts, id, 'ja')),
    criteria: (criteriaOf(facts) ?? []).filter((number) => assessment.template.criteria.some((each) => each.number === number)),
    legal: legalCases(facts),
    conclusion, reason, begun, half,
    resolved: conclusion === 'nei' ? reason !== '' : half || (conclusion === 'ja' && reason !== '' && begun),
  };
}

/**
 * Art. 35 nr. 3 as far as the answers can tell. Letter a asks for automated processing: II.4.2 and II.4.3 alone do not
 * say so, II.4.4 (profiling is automated by art. 4 nr. 4) or criterion 2 do. Letter c is about a publicly accessible
 * area, which no answer tells; see possibleCases.
 */
function legalCases(facts: Facts): LegalCase[] {
  const criteria = criteriaOf(facts) ?? [];
  const cases: LegalCase[] = [];
  if (says(facts, 'II.4.2', 'ja') && says(facts, 'II.4.3', 'ja') && (says(facts, 'II.4.4', 'ja') || criteria.includes(2))) {
    cases.push({ letter: 'a', answers: ['II.4.2', 'II.4.3', ...(says(facts, 'II.4.4', 'ja') ? ['II.4.4'] : ['kriterier'])] });
  }
  if (says(facts, 'IV.2.1.2', 'ja', 'delvis') && criteria.includes(5)) cases.push({ letter: 'b', answers: ['IV.2.1.2', 'kriterier'] });
  return cases;
}

/** The cases of art. 35 nr. 3 that the answers come near without settling. */
export function possibleCases(facts: Facts): LegalCase[] {
  const sure = legalCases(facts).map((each) => each.letter);
  const criteria = criteriaOf(facts) ?? [];
  const cases: LegalCase[] = [];
  if (!sure.includes('a') && says(facts, 'II.4.2', 'ja') && says(facts, 'II.4.3', 'ja')) cases.push({ letter: 'a', answers: ['II.4.2', 'II.4.3'] });
  if (criteria.includes(3) && criteria.includes(5)) cases.push({ letter: 'c', answers: ['kriterier'] });
  return cases;
}
