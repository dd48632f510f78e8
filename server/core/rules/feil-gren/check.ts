import { says, textOf } from '../../assessment/facts.ts';
import { branchOf, linked } from '../../across/case.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { isDropped, namedBy, names, riskAt } from '../support/linked.ts';
import { valueInside } from '../../texts/values.ts';

/** More than is asked for is never wrong; a high risk without any assessment after it is dpia-mangler. */
export const across: AcrossCheck = ({ self, workspace, texts }) => {
  const ip = linked(self, 'ip', workspace);
  const isHigh = ip !== undefined && branchOf(ip) === 'dpia';
  if (isDropped(self) || names(self, 'dpia')) return [];
  if (self.kind === 'plm') {
    const followed = namedBy(self, 'plattform', workspace).length > 0 || namedBy(self, 'dpia', workspace).length > 0;
    return isHigh && !followed ? [{ at: 'ip', variant: 'plm', params: (name) => ({ ip: name(ip.address) }), elsewhere: [{ address: ip.address, at: riskAt(ip) }], fixes: [{ kind: 'make', to: 'dpia' }, { kind: 'add-field', path: 'dpia' }] }] : [];
  }
  if (names(self, 'plm')) {
    if (!isHigh) return [];
    const plm = linked(self, 'plm', workspace);
    return [{ at: 'plm', variant: 'plm', params: (name) => ({ ip: name(ip.address) }), elsewhere: [{ address: ip.address, at: riskAt(ip) }, ...(plm ? [{ address: plm.address, at: 'ip' }] : [])], fixes: [{ kind: 'make', to: 'dpia' }, { kind: 'add-field', path: 'dpia' }] }];
  }
  if (isHigh || !names(self, 'ip') || (self.status === 'utkast' && !says(self.facts, 'i-bruk', 'ja'))) return [];
  const risk = textOf(ip?.facts['risiko']);
  return [{ at: 'ip', variant: risk ? 'ingen-plm' : 'ingen', params: { risiko: valueInside(risk, texts) }, fixes: [...(risk ? [{ kind: 'make', to: 'plm' } as const] : []), { kind: 'add-field', path: 'plm' }] }];
};
