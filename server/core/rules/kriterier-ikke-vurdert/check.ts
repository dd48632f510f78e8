import type { RuleCheck } from '../model.ts';
import { answerOfRole } from '../../assessment/roles.ts';
import { needOf, OPENING_QUESTIONS } from '../reading/need.ts';

/** From when the criteria's part is done, or somebody is to assess the file: a draft that has just begun is left in peace. */
export const check: RuleCheck = (context) => {
  const { assessment, facts } = context;
  const isIp = assessment.kind === 'ip';
  const done = assessment.status !== 'utkast' || (isIp ? answerOfRole(assessment, 'risiko') !== undefined : OPENING_QUESTIONS.every((id) => facts[id] !== undefined) || needOf(context).half);
  return done ? [{ at: 'kriterier', variant: isIp ? 'ip' : 'del-i', fixes: [{ kind: 'add-field', path: 'kriterier' }] }] : [];
};
