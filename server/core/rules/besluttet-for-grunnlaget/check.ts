import { block, outcomeOf } from '../../assessment/facts.ts';
import { dateOf, linked } from '../../across/case.ts';
import type { AcrossCheck, Digest, Workspace } from '../../across/model.ts';
import { dateOf as dayOf } from '../../dates.ts';
import { dateAt, foundations, namedBy } from '../support/linked.ts';

/** One finding a case: a late foundation that the platform assessment names is not named again in the PLM or DPIA under it. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const above = namedBy(self, 'plattform', workspace).flatMap((each) => lateFor(each, workspace, true));
  const late = lateFor(self, workspace).filter((each) => !above.includes(each));
  if (!late.length) return [];
  return [{
    at: 'beslutning/dato', related: late.map(({ kind }) => kind),
    params: (name) => ({ dato: decidedOn(self), filer: late.map((each) => `${name(each.address)} (${dateOf(each)})`) }),
    elsewhere: late.map((each) => ({ address: each.address, at: dateAt(each) })),
  }];
};

/** What was settled after the decision. A start before it is oppstart-for-lenket-beslutning. */
function lateFor(self: Digest, workspace: Workspace, withStart = false): Digest[] {
  const own = decidedOn(self);
  const start = dayOf(self.facts['oppstart']);
  if (!own || outcomeOf(self.facts) === '' || outcomeOf(self.facts) === 'ikke godkjent') return [];
  const basis = self.kind === 'plattform' ? foundations(self, workspace) : [linked(self, 'ip', workspace)];
  return basis.flatMap((each) => {
    const date = each && outcomeOf(each.facts) !== 'ikke godkjent' ? dayOf(dateOf(each)) : undefined;
    return each && date && own < date && !(!withStart && self.kind === 'plattform' && start && own <= start && start < date) ? [each] : [];
  });
}

const decidedOn = (self: Digest): string => dayOf(block(self.facts, 'beslutning')['dato']) ?? '';
