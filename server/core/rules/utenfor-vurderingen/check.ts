import type { AcrossCheck, AcrossHit, AcrossContext, Digest } from '../../across/model.ts';
import { rows, textOf } from '../../assessment/facts.ts';
import { isAnotherPurpose } from '../reading/purpose.ts';
import { foundations, isDropped, itemsOf } from '../support/linked.ts';

/** Only where the IP or PLM says what it covers at all. */
export const across: AcrossCheck = (context) => (isDropped(context.self) ? [] : [...lists(context), ...purposes(context)]);

function lists({ self, workspace }: AcrossContext): AcrossHit[] {
  return (['plattform', 'strategi'] as const).flatMap((role) => {
    const own = itemsOf(self, role);
    const narrower = foundations(self, workspace).filter((each) => itemsOf(each, role).length && own.some((item) => !itemsOf(each, role).includes(item)));
    const beyond = own.filter((item) => narrower.some((each) => !itemsOf(each, role).includes(item)));
    return narrower.length ? [hitFor(self, role, beyond, narrower)] : [];
  });
}

/** Purposes are prose: each of the platform assessment's own beside all that the other says. */
function purposes({ self, workspace }: AcrossContext): AcrossHit[] {
  const isBeyond = (purpose: string, each: Digest): boolean => each.purposes.length > 0 && each.purposes.every((theirs) => isAnotherPurpose(purpose, theirs));
  const others = foundations(self, workspace).filter((each) => self.purposes.some((purpose) => isBeyond(purpose, each)));
  const said = rows(self.facts['formål']).map((row) => textOf(row['formål'])).filter(Boolean);
  const beyond = said.filter((_, i) => others.some((each) => isBeyond(self.purposes[i] ?? '', each)));
  return others.length && beyond.length ? [hitFor(self, 'formål', beyond.join('», «'), others)] : [];
}

function hitFor(self: Digest, role: string, what: string | string[], others: Digest[]): AcrossHit {
  return {
    at: self.roles[role]!, variant: role, params: (name) => ({ hva: what, filer: others.map(({ address }) => name(address)) }),
    elsewhere: others.map((each) => ({ address: each.address, at: each.roles[role]! })),
  };
}
