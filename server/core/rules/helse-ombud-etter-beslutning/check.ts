import { block } from '../../assessment/facts.ts';
import { dateOf } from '../../dates.ts';
import type { RuleCheck } from '../model.ts';

export const check: RuleCheck = ({ facts }) => {
  const advice = dateOf(facts['L.9']);
  const decided = dateOf(block(facts, 'beslutning')['dato']);
  return advice && decided && advice > decided ? [{ at: 'L.9', related: ['beslutning/dato'], params: { dato: advice, annen: decided } }] : [];
};
