import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, textOf } from '../../assessment/facts.ts';
import { isDeclined } from '../../assessment/legal.ts';
import { keysQuoted } from '../support/words.ts';

const FIELDS = ['begrunnelse', 'av', 'dato'];

export const check: RuleCheck = ({ assessment, facts }) => {
  if (isDeclined(facts)) return [];
  const decision = block(facts, 'beslutning');
  if (!outcomeOf(facts)) {
    if (assessment.status !== 'besluttet') return [];
    const path = assessment.head.has('beslutning') && Object.keys(decision).length ? 'beslutning/utfall' : 'beslutning';
    return [{ at: path, related: ['status'], variant: 'mangler', fixes: [{ kind: 'add-field', path, ...(path === 'beslutning' ? { fields: FIELDS } : {}) }] }];
  }
  const missing = FIELDS.filter((field) => !textOf(decision[field]));
  if (!missing.length) return [];
  return [{ at: 'beslutning', related: ['beslutning/utfall'], variant: 'felt', params: { felt: keysQuoted(missing) }, fixes: [{ kind: 'add-field', path: 'beslutning', fields: missing }] }];
};
