import { block, textOf } from '../../assessment/facts.ts';
import { highestLevel, risksOf } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';

/** The other way round, a high risk and no consultation, is hoy-restrisiko-uten-forhandsdroftelse, whatever the number of times. */
export const check: RuleCheck = ({ assessment, facts }) => {
  const { risk } = assessment.template;
  const after = risksOf(risk, facts).map((each) => each.after?.level);
  const times = Number(textOf(block(facts, 'beslutning')['ganger-behandlet'])) || 0;
  if (times < 2 || textOf(block(facts, 'forhåndsdrøftelse')['anmodet']) !== 'ja' || !after.length || after.some((level) => level === undefined || level === highestLevel(risk))) return [];
  return [{ at: 'forhåndsdrøftelse/anmodet', related: ['beslutning/ganger-behandlet'], params: { ganger: times } }];
};
