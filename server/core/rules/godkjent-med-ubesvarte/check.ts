import { asked, isAnswered } from '../../assessment/progress.ts';
import type { RuleCheck } from '../model.ts';
import { outcomeOf } from '../../assessment/facts.ts';

/** How many ids the message names before it says «…». */
const NAMED = 4;
/** Gates of their own ask for these. */
const ELSEWHERE = ['VI.1.1.1c'];

export const check: RuleCheck = ({ assessment, facts, spokenFor }) => {
  if (outcomeOf(facts) !== 'godkjent') return [];
  const open = assessment.template.parts.flatMap((part) => asked(assessment, part))
    .filter((question) => !question.answeredIn && !isAnswered(assessment, question) && !spokenFor.has(question.id)).map((question) => question.id);
  if (open.every((id) => ELSEWHERE.includes(id))) return [];
  const named = open.slice(0, NAMED);
  return [{
    at: 'beslutning/utfall',
    related: open.slice(0, 20),
    variant: open.length === 1 ? 'ett' : 'flere',
    params: { antall: open.length, spørsmål: open.length > NAMED ? `${named.join(', ')} …` : named },
  }];
};
