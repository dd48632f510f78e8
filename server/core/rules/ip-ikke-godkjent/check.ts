import { outcomeOf, says } from '../../assessment/facts.ts';
import { isApproved, linked } from '../../across/case.ts';
import type { AcrossCheck, AcrossHit, Digest, Workspace } from '../../across/model.ts';
import { assessmentsUnder, namedBy } from '../support/linked.ts';

/** One finding a case: what the platform assessment says is not said again in the PLM or DPIA under it. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const hit = hitIn(self, workspace);
  return hit && !namedBy(self, 'plattform', workspace).some((each) => hitIn(each, workspace)) ? [hit] : [];
};

function hitIn(self: Digest, workspace: Workspace): AcrossHit | undefined {
  const ip = linked(self, 'ip', workspace);
  const approved = ip && isApproved(ip);
  const outcome = outcomeOf(self.facts);
  if (!ip || approved || outcome === 'ikke godkjent') return undefined;
  const runs = says(self.facts, 'i-bruk', 'ja');
  if (!runs && !outcome) return undefined;
  const unsettled = approved === undefined;
  return {
    at: runs ? 'i-bruk' : 'beslutning/utfall', variant: unsettled ? (runs ? 'uavklart-i-bruk' : 'uavklart') : runs ? 'i-bruk' : 'besluttet',
    params: (name) => ({ fil: name(ip.address), utfall: outcome }),
    elsewhere: [
      { address: ip.address, at: ip.roles['godkjent'] ?? '' },
      ...assessmentsUnder(self, workspace).filter(({ facts }) => outcomeOf(facts) !== '').map(({ address }) => ({ address, at: 'beslutning/utfall' })),
    ],
  };
}
