import { folded } from '../../assessment/normalise.ts';
import type { Answer } from '../../assessment/model.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { placeFirst, placeName, shortened, textOf } from '../support/words.ts';

/** A prompt shorter than this may well be said in an answer («Interessenter»). */
const SHORTEST = 25;
/** A question's own words may be said in an answer that goes on; they are left standing when little else is said. */
const MOSTLY = 0.7;

export const check: RuleCheck = ({ assessment, texts }) => {
  const hits: RuleHit[] = [];
  for (const answer of assessment.answers.values()) {
    if (answer.state === 'template-text') {
      hits.push({ at: answer.path, variant: 'svar', params: { sted: placeName(answer.path, texts) } });
      continue;
    }
    const own = answer.state === 'answered' && answer.question.kind.type !== 'yes-no' ? textOf(answer.valueNode) : '';
    const places = [{ at: answer.path, text: own }, { at: `${answer.path}/forklaring`, text: answer.explanation?.text ?? '' }, { at: `${answer.path}/begrunnelse`, text: answer.reason?.text ?? '' }];
    for (const { at, text } of places) {
      const left = text && leftIn(text, answer);
      if (!left) continue;
      const sted = placeFirst(at, texts);
      hits.push({ at, variant: 'rest', params: { sted, tekst: shortened(left, 60) } });
    }
  }
  return hits;
};

/** The template's words that stand in a text. Explanations that are nothing but a short prompt count as well. */
function leftIn(text: string, { question }: Answer): string | undefined {
  const candidates = [question.preprinted, question.text, question.inBokmål?.text].filter((own): own is string => Boolean(own));
  const lower = text.toLowerCase();
  for (const own of candidates) {
    // A text much longer than the question's own words says more than they do: no need to look.
    if (own !== question.preprinted && text.length * MOSTLY > own.length + 20) continue;
    // Most texts do not hold the prompt's longest word at all; folding all of them takes its time.
    const word = own.toLowerCase().match(/[a-zA-ZÀ-ɏ]+/g)?.reduce((longest, each) => (each.length > longest.length ? each : longest), '') ?? '';
    if (!word || !lower.includes(word)) continue;
    const prompt = folded(own);
    const written = folded(text);
    if (written === prompt) return own;
    const holds = prompt.length >= SHORTEST && ` ${written} `.includes(` ${prompt} `);
    if (holds && (own === question.preprinted || prompt.length / written.length >= MOSTLY)) return own;
  }
  return undefined;
}
