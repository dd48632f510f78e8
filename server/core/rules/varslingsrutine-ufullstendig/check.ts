import { wordsOf } from '../../assessment/facts.ts';
import type { RuleCheck, RuleHit } from '../model.ts';

/** Only what is answered: a question without an answer is a finding of its own. */
export const check: RuleCheck = (context) => {
  const [report, anonymous, warned] = ['K.9', 'K.10', 'K.11'].map((id) => wordsOf(context, id)) as [string, string, string];
  const hits: RuleHit[] = [];
  if (report && !/taushet/i.test(report)) hits.push({ at: 'K.9', variant: 'taushetsplikt' });
  if (warned && !/(?<!\d)112(?!\d)|nødnummer|nødtelefon|nødetat/i.test(warned)) hits.push({ at: 'K.11', variant: 'akutt' });
  if (anonymous && warned && !/kripos/i.test(anonymous + warned)) hits.push({ at: 'K.10', related: ['K.11'], variant: 'anonym' });
  return hits;
};
