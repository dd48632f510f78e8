import type { RuleCheck } from '../model.ts';
import { block, textOf } from '../../assessment/facts.ts';
import { needOf } from '../reading/need.ts';

/** Where a DPIA is carried out and has come some way: a draft that has just begun is left in peace. */
export const check: RuleCheck = (context) => {
  const { assessment, facts } = context;
  const need = needOf(context);
  if (need.conclusion === 'nei' || (assessment.status === 'utkast' && !need.half)) return [];
  const views = block(facts, 'registrertes-synspunkter');
  if (textOf(views['beskrivelse'])) return [];
  const missing = !textOf(views['innhentet']);
  const path = missing ? 'registrertes-synspunkter' : 'registrertes-synspunkter/beskrivelse';
  return [{ at: path, variant: missing ? 'mangler' : 'uten-beskrivelse', fixes: [{ kind: 'add-field', path }] }];
};
