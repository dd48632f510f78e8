import type { RuleCheck } from '../model.ts';

export const check: RuleCheck = ({ tree }) => tree.problems.filter(({ id }) => id === 'flere-dokumenter').map(({ range }) => ({ at: '', range }));
