import { fileFrom } from '../../across/addresses.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { listed } from '../../texts/texts.ts';
import { foundations, isDropped, itemsOf } from '../support/linked.ts';

/** Only where the IP or PLM says what it covers at all. */
export const across: AcrossCheck = ({ self, workspace }) => {
  if (isDropped(self)) return [];
  return (['plattform', 'strategi'] as const).flatMap((role) => {
    const own = itemsOf(self, role);
    const narrower = foundations(self, workspace).filter((each) => itemsOf(each, role).length && own.some((item) => !itemsOf(each, role).includes(item)));
    if (!narrower.length) return [];
    const beyond = own.filter((item) => narrower.some((each) => !itemsOf(each, role).includes(item)));
    return [{
      at: self.roles[role]!, variant: role, params: { hva: listed(beyond), filer: listed(narrower.map(({ address }) => fileFrom(self.address, address))) },
      elsewhere: narrower.map((each) => ({ address: each.address, at: each.roles[role]! })),
    }];
  });
};
