import { LineIndex } from '../../syntax/lines.ts';
import type { FixHint } from '../../findings.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { located } from '../support/located.ts';
import { nearQuestions } from '../support/nearest.ts';
import { quoted } from '../support/words.ts';
import { suits } from '../support/wrong-values.ts';

/** The near ones are looked for among all questions: not for a file of nonsense. */
const MOST_SUGGESTIONS = 50;

export const check: RuleCheck = (context) => {
  const { assessment, text } = context;
  const unknown = located(context).filter((error) => error.container === 'answers' && error.extra);
  if (!unknown.length) return [];
  const lines = new LineIndex(text);
  return unknown.map(({ extra }, i): RuleHit => {
    const { key, keyRange, value } = extra!;
    const id = quoted(text, keyRange);
    const hit = { at: key, range: keyRange };
    if (key === '<<') return { ...hit, variant: 'fletting' };
    const elsewhere = assessment.index.questions.get(key)?.question.answeredIn;
    if (elsewhere) return { ...hit, variant: 'besvares-i', params: { id, sted: elsewhere } };
    if (assessment.index.head.has(key)) return { ...hit, variant: 'hode', params: { id } };
    const below = /[\dIVX]$/.test(key) ? [...assessment.index.questions.keys()].filter((other) => isBelow(other, key)) : [];
    if (below.length) return { ...hit, variant: 'ledetekst', params: { id, spørsmål: some(below) } };
    const near = i < MOST_SUGGESTIONS ? nearQuestions(key, assessment) : {};
    if (near.open?.length) return { ...hit, variant: 'ubesvarte', params: { id, spørsmål: some(near.open) } };
    if (!near.id) return { ...hit, variant: 'ukjent', params: { id } };
    const params = { id, forslag: near.id };
    const answer = assessment.answers.get(near.id);
    if (answer) return { ...hit, variant: 'besvart', params: { ...params, linje: lines.lineAt(answer.keyRange.start) + 1 } };
    // Prose would only be wrong in another way behind the id of a ja or nei.
    const { question } = assessment.index.questions.get(near.id)!;
    const fixes: FixHint[] = suits(value, question, assessment.template) ? [{ kind: 'replace', range: keyRange, text: near.id }] : [];
    return { ...hit, variant: 'forslag', params, fixes };
  });
};

const some = (ids: string[]): string | string[] => (ids.length > 6 ? `${ids.slice(0, 5).join(', ')} …` : ids);

/** «V.1.2a» is below «V.1.2», and «V.1.2» below «V.1»; «V.10» is not. */
function isBelow(id: string, lead: string): boolean {
  return id.startsWith(lead) && /^(\.|[a-z])/.test(id.slice(lead.length));
}
