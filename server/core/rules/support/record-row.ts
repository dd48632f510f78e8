/** Where a record's row and the assessment that it names differ. */
import type { AcrossContext, AcrossHit } from '../../across/model.ts';
import { recordOf } from '../../across/case.ts';
import { verdictIn } from '../../across/carried.ts';

/** A ja that is a nei in the other, or only other words; what the record lacks is its own matter, and a name may be shorter there. */
export function differing({ self, workspace }: AcrossContext, what: 'verdict' | 'words'): AcrossHit[] {
  const { record, row } = recordOf(self, workspace);
  if (!record || !row || row.assessment !== self.address) return [];
  const fields = Object.entries(row.carried).filter(([field, said]) => {
    const own = self.carried[field];
    return field !== 'navn' && own !== undefined && own !== said && !self.carriedElse?.some((other) => other[field] === said) && (isContrary(own, said) ? 'verdict' : 'words') === what;
  }).map(([field]) => field);
  if (!fields.length) return [];
  return [{
    at: self.facts['behandlingsoversikt'] === undefined ? '' : 'behandlingsoversikt',
    params: (name) => ({ rad: row.id || row.name, fil: name(record.address), egen: name(self.address), felter: { quoted: fields } }),
    elsewhere: [{ address: record.address, at: fields.length === 1 ? `${row.path}/${fields[0]!}` : row.path }],
    fixes: [{ kind: 'row', update: true }],
  }];
}

function isContrary(own: string, said: string): boolean {
  return verdictIn(own) !== undefined && verdictIn(said) !== undefined && verdictIn(own) !== verdictIn(said);
}
