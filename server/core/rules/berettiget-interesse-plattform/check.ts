import type { RuleCheck } from '../model.ts';
import { numbered, textOf } from '../../assessment/facts.ts';
import { isPublicBody, saysOutsideTasks } from '../reading/law.ts';

/** One finding a purpose; a reason that takes the limit up is a choice that the sources leave open. */
export const check: RuleCheck = ({ facts }) => (isPublicBody(textOf(facts['behandlingsansvarlig'])) ? numbered(facts['D.1']) : []).flatMap(({ row, i }) => (
  textOf(row['grunnlag']).toLowerCase() === 'f' && !saysOutsideTasks(textOf(row['begrunnelse']))
    ? [{ at: `D.1/${i}/grunnlag`, related: ['behandlingsansvarlig'] }]
    : []
));
