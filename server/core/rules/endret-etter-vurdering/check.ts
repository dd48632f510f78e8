import { block, outcomeOf } from '../../assessment/facts.ts';
import { dateOf as dayOf } from '../../dates.ts';
import { dateOf, linked } from '../../across/case.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { dateAt, foundations, isDropped } from '../support/linked.ts';

/** A DPIA after the change settles it; a PLM does not, for the IP decides whether a PLM is enough. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const changed = dayOf(self.facts['endret']);
  if (!changed || isDropped(self)) return [];
  const isOlder = (date: string | undefined): boolean => date !== undefined && date < changed;
  const dpia = linked(self, 'dpia', workspace);
  const settled = dpia && (dayOf(dateOf(dpia)) ?? '') >= changed;
  const older = settled ? [] : foundations(self, workspace).filter((each) => isOlder(dayOf(dateOf(each))));
  if (older.length) {
    return [{ at: 'endret', variant: 'vurdering', params: (name) => ({ endret: changed, eldre: older.map((each) => `${name(each.address)} (${dateOf(each)})`) }), elsewhere: older.map((each) => ({ address: each.address, at: dateAt(each) })) }];
  }
  const decided = dayOf(block(self.facts, 'beslutning')['dato']);
  return outcomeOf(self.facts) && isOlder(decided) ? [{ at: 'endret', related: ['beslutning/dato'], variant: 'beslutning', params: { endret: changed, beslutning: decided! } }] : [];
};
