import type { AcrossCheck } from '../../across/model.ts';
import { isDropped, namedBy, names } from '../support/linked.ts';

/** A PLM that a platform assessment names has its IP from there; if that one has none, it says so. */
export const across: AcrossCheck = ({ self, workspace }) => {
  if (names(self, 'ip') || isDropped(self) || (self.kind === 'plm' && namedBy(self, 'plattform', workspace).length)) return [];
  return [{ at: 'ip', variant: self.kind, fixes: [{ kind: 'make', to: 'ip' }, { kind: 'add-field', path: 'ip' }] }];
};
