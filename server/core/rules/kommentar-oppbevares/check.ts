import type { RuleCheck } from '../model.ts';
import { block, textOf } from '../../assessment/facts.ts';
import { isPlaceholder } from '../../assessment/normalise.ts';
import { keysQuoted } from '../support/words.ts';

const FRAME = ['hvor', 'hjemmel', 'frist', 'begrunnelse'];

/** Kept without the whole frame; with it, the choice is the author's. What is still to be filled in is a finding already. */
export const check: RuleCheck = ({ facts, assessment }) => {
  const { question } = assessment.answers.get('K.5') ?? {};
  const choice = block(facts, 'K.5');
  const missing = FRAME.filter((field) => !textOf(choice[field]) && !isPlaceholder(choice[field]));
  if (!question || !assessment.applies(question) || textOf(choice['valg']) !== 'oppbevares' || !missing.length) return [];
  return [{ at: 'K.5', params: { felt: keysQuoted(missing) }, fixes: [{ kind: 'add-field' as const, path: 'K.5', fields: missing }] }];
};
