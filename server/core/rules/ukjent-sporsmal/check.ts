import { listed } from '../../texts/texts.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { located } from '../support/located.ts';
import { nearestQuestion } from '../support/nearest.ts';
import { quoted } from '../support/words.ts';

/** The near ones are looked for among all questions: not for a file of nonsense. */
const MOST_SUGGESTIONS = 50;

export const check: RuleCheck = (context) => {
  const { assessment, text } = context;
  const unknown = located(context).filter((error) => error.container === 'answers' && error.extra);
  return unknown.map(({ extra }, i): RuleHit => {
    const { key, keyRange } = extra!;
    const id = quoted(text, keyRange);
    const hit = { at: key, range: keyRange };
    const elsewhere = assessment.index.questions.get(key)?.question.answeredIn;
    if (elsewhere) return { ...hit, variant: 'besvares-i', params: { id, sted: elsewhere } };
    if (assessment.index.head.has(key)) return { ...hit, variant: 'hode', params: { id } };
    const below = /[\dIVX]$/.test(key) ? [...assessment.index.questions.keys()].filter((other) => isBelow(other, key)) : [];
    if (below.length) return { ...hit, variant: 'ledetekst', params: { id, spørsmål: below.length > 6 ? `${below.slice(0, 5).join(', ')} …` : listed(below) } };
    const suggestion = i < MOST_SUGGESTIONS ? nearestQuestion(key, assessment) : undefined;
    if (!suggestion) return { ...hit, variant: 'ukjent', params: { id } };
    return { ...hit, variant: 'forslag', params: { id, forslag: suggestion }, fixes: [{ kind: 'replace', range: keyRange, text: suggestion }] };
  });
};

/** «V.1.2a» is below «V.1.2», and «V.1.2» below «V.1»; «V.10» is not. */
function isBelow(id: string, lead: string): boolean {
  return id.startsWith(lead) && /^(\.|[a-z])/.test(id.slice(lead.length));
}
