import { outcomeOf, says } from '../../assessment/facts.ts';
import { linked, recordOf } from '../../across/case.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { namedBy, names } from '../support/linked.ts';

/** A row that is named and does not exist is rad-finnes-ikke; use without a decision has its own findings. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const decided = ['godkjent', 'betinget'].includes(outcomeOf(self.facts));
  if (!decided || !says(self.facts, 'i-bruk', 'ja') || self.facts['behandlingsoversikt'] !== undefined || recordOf(self, workspace).row) return [];
  if (namedBy(self, 'plattform', workspace).length || (self.kind === 'plm' && namedBy(self, 'dpia', workspace).length)) return [];
  // A platform assessment on the same IP that names neither is feil-gren: it is the link that lacks.
  const ip = self.kind === 'plm' ? linked(self, 'ip', workspace) : undefined;
  if (ip && namedBy(ip, 'plattform', workspace).some((each) => !names(each, 'plm') && !names(each, 'dpia'))) return [];
  // A DPIA that is linked with nothing may be from before there was a record here, or be kept apart from it.
  if (self.kind === 'dpia' && !names(self, 'ip') && !names(self, 'plm')) return [];
  return [{ at: 'i-bruk', related: ['behandlingsoversikt'], fixes: [{ kind: 'row' }, { kind: 'add-field', path: 'behandlingsoversikt' }] }];
};
