import type { RuleCheck } from '../model.ts';
import { needOf, OPENING_QUESTIONS } from '../reading/need.ts';

/** From when DEL I is done, or somebody is to assess the file: a draft that has just begun is left in peace. */
export const check: RuleCheck = (context) => {
  const { assessment, facts } = context;
  const done = OPENING_QUESTIONS.every((id) => facts[id] !== undefined) || assessment.status !== 'utkast' || needOf(context).half;
  return done ? [{ at: 'kriterier', fixes: [{ kind: 'add-field', path: 'kriterier' }] }] : [];
};
