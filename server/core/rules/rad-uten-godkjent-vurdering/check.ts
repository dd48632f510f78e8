import { outcomeOf, says } from '../../assessment/facts.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { namedBy } from '../support/linked.ts';

/** One that is in use without approval has a finding of its own; a PLM or DPIA may be decided on as part of its platform assessment. */
export const across: AcrossCheck = ({ self, workspace }) =>
  self.rows.flatMap(({ path, id, name, assessment }) => {
    const other = assessment === undefined ? undefined : workspace.get(assessment);
    if (!other || other.kind === 'ip' || other.kind === 'behandlingsoversikt' || says(other.facts, 'i-bruk', 'ja')) return [];
    const outcome = outcomeOf(other.facts);
    const decidedAbove = outcome === '' && namedBy(other, 'plattform', workspace).some(({ facts }) => ['godkjent', 'betinget'].includes(outcomeOf(facts)));
    if (outcome === 'godkjent' || outcome === 'betinget' || decidedAbove) return [];
    return [{ at: `${path}/vurdering`, variant: outcome ? 'avvist' : 'ubesluttet', params: (nameOf) => ({ rad: id || name, fil: nameOf(other.address) }), elsewhere: [{ address: other.address, at: 'beslutning/utfall' }] }];
  });
