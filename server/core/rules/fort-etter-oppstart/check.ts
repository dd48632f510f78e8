import { block } from '../../assessment/facts.ts';
import { dateOf as dayOf } from '../../dates.ts';
import { recordOf } from '../../across/case.ts';
import type { AcrossCheck } from '../../across/model.ts';

export const across: AcrossCheck = ({ self, workspace }) => {
  const start = dayOf(self.facts['oppstart']);
  const { record, row } = recordOf(self, workspace);
  const own = dayOf(block(self.facts, 'behandlingsoversikt')['dato']);
  const entered = dayOf(row?.entered) ?? own;
  if (!start || !entered || entered <= start) return [];
  return [{ at: own ? 'behandlingsoversikt/dato' : 'oppstart', related: ['oppstart'], params: { oppstart: start, dato: entered }, elsewhere: record && row ? [{ address: record.address, at: row.path }] : [] }];
};
