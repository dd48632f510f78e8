import type { RuleCheck } from '../model.ts';
import { block, textOf } from '../../assessment/facts.ts';
import { isPartlyUnread } from '../support/broken.ts';

export const check: RuleCheck = ({ facts, tree }) => {
  // What lacks may stand in the part that YAML could not read.
  if (isPartlyUnread(tree)) return [];
  const consultation = block(facts, 'forhåndsdrøftelse');
  if (textOf(consultation['anmodet']) !== 'ja') return [];
  const missing = ['dokumentasjon', 'besluttet-av'].filter((field) => !textOf(consultation[field]));
  if (!missing.length) return [];
  return [{
    at: 'forhåndsdrøftelse',
    variant: missing.length === 2 ? 'begge' : missing[0]!,
    fixes: [{ kind: 'add-field', path: 'forhåndsdrøftelse', fields: missing }],
  }];
};
