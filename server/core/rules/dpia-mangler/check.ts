import { branchOf, isApproved, linked } from '../../across/case.ts';
import type { AcrossCheck, Digest } from '../../across/model.ts';
import { isDropped, namedBy, names, riskAt } from '../support/linked.ts';

/** A PLM in its place is feil-gren. Where the IP was not approved, the work stops there. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const calls = (ip: Digest): boolean => branchOf(ip) === 'dpia' && isApproved(ip) !== false;
  if (self.kind === 'ip') {
    const goesOn = (['plattform', 'plm', 'dpia'] as const).some((kind) => namedBy(self, kind, workspace).length);
    return calls(self) && !goesOn ? [{ at: riskAt(self), variant: 'ip', fixes: [{ kind: 'make', to: 'dpia' }] }] : [];
  }
  const ip = linked(self, 'ip', workspace);
  if (!ip || !calls(ip) || names(self, 'dpia') || names(self, 'plm') || isDropped(self)) return [];
  const [unlinked] = namedBy(ip, 'dpia', workspace);
  return [{
    at: 'ip', variant: unlinked ? 'lenk' : 'lag', params: (name) => ({ fil: unlinked ? name(unlinked.address) : '' }),
    elsewhere: [{ address: ip.address, at: riskAt(ip) }], fixes: [...(unlinked ? [] : [{ kind: 'make', to: 'dpia' } as const]), { kind: 'add-field', path: 'dpia' }],
  }];
};
