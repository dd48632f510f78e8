import type { RuleCheck } from '../model.ts';

export const check: RuleCheck = () => [{ at: 'kriterier', fixes: [{ kind: 'add-field', path: 'kriterier' }] }];
