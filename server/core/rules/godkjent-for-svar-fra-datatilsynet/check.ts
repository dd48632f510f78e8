import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, textOf } from '../../assessment/facts.ts';

export const check: RuleCheck = ({ facts }) => {
  const consultation = block(facts, 'forhåndsdrøftelse');
  if (outcomeOf(facts) !== 'godkjent' || textOf(consultation['anmodet']) !== 'ja' || textOf(consultation['svar-fra-datatilsynet'])) return [];
  return [{ at: 'beslutning/utfall', related: ['forhåndsdrøftelse/anmodet'], fixes: [{ kind: 'add-field', path: 'forhåndsdrøftelse/svar-fra-datatilsynet' }] }];
};
