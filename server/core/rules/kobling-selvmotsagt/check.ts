import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../../assessment/facts.ts';
import { saysCoupled } from '../reading/prose.ts';

const DESCRIPTIONS = ['II.2.p1', 'II.2.p2', 'IV.1.1', 'IV.1.2', 'IV.1.3', 'IV.2.1.3', 'IV.2.1.4', 'IV.2.3.2'];

export const check: RuleCheck = (context) => {
  const coupled = DESCRIPTIONS.filter((id) => saysCoupled(wordsOf(context, id)));
  return coupled.length ? [{ at: 'IV.3.3a', related: coupled, params: { spørsmål: coupled } }] : [];
};
