import { fileFrom, nameIn } from '../../across/addresses.ts';
import { recordOf } from '../../across/case.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { listed } from '../../texts/texts.ts';

/** Only the fields that both have: what the record lacks is its own matter, and a name may be shorter there. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const { record, row } = recordOf(self, workspace);
  if (!record || !row || row.assessment !== self.address) return [];
  const differing = Object.entries(row.carried).filter(([field, said]) => field !== 'navn' && self.carried[field] !== undefined && self.carried[field] !== said).map(([field]) => field);
  if (!differing.length) return [];
  const at = self.facts['behandlingsoversikt'] === undefined ? '' : 'behandlingsoversikt';
  return [{ at, params: { rad: row.id || row.name, fil: fileFrom(self.address, record.address), egen: nameIn(self.address), felter: listed(differing.map((field) => `«${field}»`)) }, elsewhere: [{ address: record.address, at: differing.length === 1 ? `${row.path}/${differing[0]!}` : row.path }], fixes: [{ kind: 'row', update: true }] }];
};
