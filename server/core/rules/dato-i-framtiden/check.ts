import { block, outcomeOf, says } from '../../assessment/facts.ts';
import { answerOfRole, questionOfRole } from '../../assessment/roles.ts';
import { dateOf } from '../../dates.ts';
import type { RuleCheck, RuleHit } from '../model.ts';

/** A start before a decision that is yet to come is oppstart-for-beslutning, and a plan without an outcome is no decision. */
export const check: RuleCheck = ({ assessment, facts, today }) => {
  const isToCome = (date: string | undefined): date is string => date !== undefined && date > today;
  const runs = says(facts, 'i-bruk', 'ja');
  const start = dateOf(facts['oppstart']);
  const decided = dateOf(block(facts, 'beslutning')['dato']);
  const settled = dateOf(answerOfRole(assessment, 'godkjent-dato'));
  const hits: RuleHit[] = [];
  if (isToCome(settled)) hits.push({ at: questionOfRole(assessment, 'godkjent-dato')!.id, variant: 'ip', params: { dato: settled } });
  if (runs && isToCome(start)) hits.push({ at: 'oppstart', related: ['i-bruk'], variant: 'oppstart', params: { dato: start } });
  if (isToCome(decided) && outcomeOf(facts) && (!start || start >= decided)) hits.push({ at: 'beslutning/dato', related: ['i-bruk'], variant: runs ? 'i-bruk' : 'beslutning', params: { dato: decided } });
  return hits;
};
