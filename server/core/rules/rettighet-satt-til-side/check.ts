import { NOT_RELEVANT } from '../../templates/model.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';
import { cites } from '../reading/law.ts';

/** A reason that names the article or its conditions has been thought through; no reason at all is another finding. */
const PORTABILITY = /(?<!\d)20(?!\d)|samtykke|avtale|automatis/i;
const OBJECTION = /(?<!\d)21(?!\d)|bokstav|protest|innsigelse|motsegn|innvending/i;

export const check: RuleCheck = (context) => {
  const bases = ['III.1.1', 'III.1.2', 'III.1.p1'].map((id) => wordsOf(context, id)).join('\n');
  const dismissed = (id: string, considered: RegExp): boolean => says(context.facts, id, NOT_RELEVANT) && wordsOf(context, id) !== '' && !considered.test(wordsOf(context, id));
  const hits: RuleHit[] = [];
  if (dismissed('V.2.4', OBJECTION) && cites(bases, 6, 'e', 'f')) hits.push({ at: 'V.2.4', related: ['III.1.1', 'III.1.2'], variant: 'innsigelse' });
  if (dismissed('V.2.5', PORTABILITY) && (cites(bases, 6, 'a', 'b') || cites(bases, 9, 'a'))) hits.push({ at: 'V.2.5', related: ['III.1.1', 'III.1.2'], variant: 'portabilitet' });
  return hits;
};
