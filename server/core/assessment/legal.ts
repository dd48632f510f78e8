/** Art. 35 nr. 3 as far as the answers can tell, and whether the file says with a reason that no DPIA is needed. */
import type { Facts } from '../rules/model.ts';
import { block, criteriaOf, says, textOf } from './facts.ts';

export interface LegalCase {
  /** The letter of art. 35 nr. 3. */
  letter: 'a' | 'b' | 'c';
  /** The answers that describe it, the first being where a finding stands. */
  answers: string[];
}

/**
 * The cases of art. 35 nr. 3 that the answers describe. Letter a asks for automated processing: II.4.2 and II.4.3 alone
 * do not say so, II.4.4 (profiling is automated by art. 4 nr. 4) or criterion 2 do. Letter c is about a publicly
 * accessible area, which no answer tells; see possibleCases.
 */
export function legalCases(facts: Facts): LegalCase[] {
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

/** Whether the reason is that the law itself was assessed when it was passed (art. 35 nr. 10). */
export function namesExemption(reason: string): boolean {
  return /nr\.?\s*10(?!\d)/i.test(reason);
}

/**
 * «nei» with a reason under `behov`, and nothing in the law that leaves no room for it: the file is done with its
 * first part. No DPIA is carried out, so nothing of one (advice, decision, risks) is asked for.
 */
export function isDeclined(facts: Facts): boolean {
  const need = block(facts, 'behov');
  const reason = textOf(need['begrunnelse']);
  return textOf(need['konklusjon']) === 'nei' && reason !== '' && (legalCases(facts).length === 0 || namesExemption(reason));
}
