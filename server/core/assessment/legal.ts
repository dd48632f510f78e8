/** Art. 35 nr. 3 as far as the answers can tell, and whether the file says with a reason that no DPIA is needed. */
import type { Facts } from '../rules/model.ts';
import { block, criteriaOf, isReason, says, textOf } from './facts.ts';

/** The questions that tell, in the templates that ask. */
const ASKING: { [template: string]: { evaluates?: string; decides?: string; profiles?: string; special?: string } } = {
  'e-helse-2018': { evaluates: 'II.4.2', decides: 'II.4.3', profiles: 'II.4.4', special: 'IV.2.1.2' },
  'ip-2026': { special: 'A.6' },
};

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
export function legalCases(facts: Facts, template: string): LegalCase[] {
  const { profiles, special } = ASKING[template] ?? {};
  const criteria = criteriaOf(facts) ?? [];
  const evaluated = evaluation(facts, template);
  const cases: LegalCase[] = [];
  const profiled = profiles !== undefined && says(facts, profiles, 'ja');
  if (evaluated.length && (profiled || criteria.includes(2))) cases.push({ letter: 'a', answers: [...evaluated, profiled ? profiles : 'kriterier'] });
  if (special !== undefined && saysSpecial(facts, template) && criteria.includes(5)) cases.push({ letter: 'b', answers: [special, 'kriterier'] });
  return cases;
}

/** The cases of art. 35 nr. 3 that the answers come near without settling. */
export function possibleCases(facts: Facts, template: string): LegalCase[] {
  const sure = legalCases(facts, template).map((each) => each.letter);
  const criteria = criteriaOf(facts) ?? [];
  const evaluated = evaluation(facts, template);
  const cases: LegalCase[] = [];
  if (!sure.includes('a') && evaluated.length) cases.push({ letter: 'a', answers: evaluated });
  if (criteria.includes(3) && criteria.includes(5)) cases.push({ letter: 'c', answers: ['kriterier'] });
  return cases;
}

/** The two answers that together describe an evaluation of persons on which decisions are based; none where they do not. */
function evaluation(facts: Facts, template: string): string[] {
  const { evaluates, decides } = ASKING[template] ?? {};
  return evaluates !== undefined && decides !== undefined && says(facts, evaluates, 'ja') && says(facts, decides, 'ja') ? [evaluates, decides] : [];
}

/** Whether the answers say that special categories (art. 9) are processed, wholly or in part. */
function saysSpecial(facts: Facts, template: string): boolean {
  const { special } = ASKING[template] ?? {};
  return special !== undefined && says(facts, special, 'ja', 'delvis');
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
  return textOf(need['konklusjon']) === 'nei' && isReason(reason) && (legalCases(facts, 'e-helse-2018').length === 0 || namesExemption(reason));
}
