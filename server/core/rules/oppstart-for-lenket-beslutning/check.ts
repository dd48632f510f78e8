import { block, outcomeOf } from '../../assessment/facts.ts';
import { dateOf as dayOf } from '../../dates.ts';
import { dateOf } from '../../across/case.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { dateAt, foundations } from '../support/linked.ts';

/** A start before the file's own decision is oppstart-for-beslutning; a rejected assessment is another matter. */
export const across: AcrossCheck = ({ self, workspace }) => {
  const start = dayOf(self.facts['oppstart']);
  const own = dayOf(block(self.facts, 'beslutning')['dato']);
  if (!start || outcomeOf(self.facts) === 'ikke godkjent' || (own && start < own)) return [];
  const late = foundations(self, workspace).filter((each) => outcomeOf(each.facts) !== 'ikke godkjent' && start < (dayOf(dateOf(each)) ?? ''));
  const last = late.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))[0];
  if (!last) return [];
  return [{ at: 'oppstart', related: [last.kind], params: (name) => ({ oppstart: start, fil: name(last.address), dato: dateOf(last) }), elsewhere: late.map((each) => ({ address: each.address, at: dateAt(each) })) }];
};
