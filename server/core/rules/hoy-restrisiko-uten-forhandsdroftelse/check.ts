import { highestLevel, risksOf } from '../../assessment/risk.ts';
import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, textOf } from '../../assessment/facts.ts';

/** One finding on the first risk that stays high, the others related. A rejected processing is not carried out. */
export const check: RuleCheck = ({ assessment, facts }) => {
  const { risk } = assessment.template;
  const high = risksOf(risk, facts).flatMap(({ after }, i) => (after && after.level === highestLevel(risk) ? [`risikoer/${i}/restrisiko`] : []));
  const outcome = outcomeOf(facts);
  if (!high.length || outcome === 'ikke godkjent' || textOf(block(facts, 'forhåndsdrøftelse')['anmodet']) === 'ja') return [];
  return [{
    at: high[0]!,
    related: [...high.slice(1), 'beslutning/utfall', 'forhåndsdrøftelse/anmodet'],
    variant: outcome === 'godkjent' ? 'godkjent' : 'ikke-anmodet',
    fixes: assessment.head.has('forhåndsdrøftelse') ? [] : [{ kind: 'add-field', path: 'forhåndsdrøftelse' }],
  }];
};
