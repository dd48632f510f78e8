import type { RuleCheck, RuleHit } from '../model.ts';
import { block } from '../../assessment/facts.ts';
import { dateOf } from '../../dates.ts';

export const check: RuleCheck = ({ facts }) => {
  const decided = dateOf(block(facts, 'beslutning')['dato']);
  const advice = dateOf(block(facts, 'personvernombud')['dato']);
  const asked = dateOf(block(facts, 'forhåndsdrøftelse')['dato']);
  const answered = dateOf(block(facts, 'forhåndsdrøftelse')['svar-dato']);
  const review = dateOf(facts['neste-gjennomgang']);
  const hits: RuleHit[] = [];
  if (advice && decided && advice > decided) hits.push({ at: 'personvernombud/dato', related: ['beslutning/dato'], variant: 'råd', params: { dato: advice, annen: decided } });
  if (answered && asked && answered < asked) hits.push({ at: 'forhåndsdrøftelse/svar-dato', related: ['forhåndsdrøftelse/dato'], variant: 'svar', params: { dato: answered, annen: asked } });
  if (review && decided && review < decided) hits.push({ at: 'neste-gjennomgang', related: ['beslutning/dato'], variant: 'gjennomgang', params: { dato: review, annen: decided } });
  return hits;
};
