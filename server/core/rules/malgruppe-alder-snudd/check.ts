import type { RuleCheck } from '../model.ts';
import { block } from '../../assessment/facts.ts';

export const check: RuleCheck = ({ facts }) => {
  const { fra, til } = block(facts, 'D.2');
  return typeof fra === 'number' && typeof til === 'number' && fra > til ? [{ at: 'D.2/fra', related: ['D.2/til'], params: { fra, til } }] : [];
};
