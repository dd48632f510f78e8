import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../../assessment/facts.ts';
import { namesProvision } from '../reading/law.ts';
import { keepsForever } from '../reading/prose.ts';

const RETENTION = ['IV.1.2', 'IV.1.6', 'IV.2.2.2', 'IV.2.2.4', 'IV.2.2.5', 'V.1.5a'];
const LEGAL_GROUND = ['IV.2.2.3', 'IV.2.6.5'];

/** One finding for the file: the same thing is asked in six places. */
export const check: RuleCheck = (context) => {
  const forever = RETENTION.filter((id) => keepsForever(wordsOf(context, id)));
  if (!forever.length || [...LEGAL_GROUND, ...forever].some((id) => namesProvision(wordsOf(context, id)))) return [];
  return [{ at: forever[0]!, related: [...forever.slice(1), ...LEGAL_GROUND], params: { spørsmål: forever } }];
};
