import { asked, isAnswered } from '../../assessment/progress.ts';
import type { RuleCheck } from '../model.ts';
import { block, outcomeOf, rows, says, textOf } from '../../assessment/facts.ts';
import { isPartlyUnread } from '../support/broken.ts';

/** From when somebody has begun on DEL VI, or handed the assessment over. */
export const check: RuleCheck = ({ assessment, facts, tree }) => {
  // What lacks may stand in the part that YAML could not read.
  if (isPartlyUnread(tree)) return [];
  if (rows(facts['risikoer']).length || textOf(block(facts, 'behov')['konklusjon']) === 'nei') return [];
  // Approved without any risks is the gate godkjent-uten-risikovurdering; with a «nei» in VI.1.1.1a that gate stands there.
  if (outcomeOf(facts) === 'godkjent' && !says(facts, 'VI.1.1.1a', 'nei')) return [];
  const part = assessment.template.parts.find((each) => each.id === 'VI');
  const begun = part !== undefined && asked(assessment, part).some((question) => isAnswered(assessment, question));
  return begun || assessment.status !== 'utkast' ? [{ at: 'risikoer', related: ['VI.1.1.1a', 'IV.6.3'], fixes: [{ kind: 'add-field', path: 'risikoer' }] }] : [];
};
