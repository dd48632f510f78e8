import { block, outcomeOf, rows, says } from '../../assessment/facts.ts';
import { dateOf as dayOf } from '../../dates.ts';
import type { AcrossCheck, Digest } from '../../across/model.ts';
import { decisive } from '../support/linked.ts';

/** Where the platform assessment has the same want itself, the rules on one file say so (i-bruk-…). */
export const across: AcrossCheck = ({ self, workspace, texts, today }) => {
  const other = decisive(self, workspace);
  const own = outcomeOf(self.facts);
  const theirs = other ? outcomeOf(other.facts) : '';
  const runs = says(self.facts, 'i-bruk', 'ja');
  if (!other || theirs === 'godkjent' || own === 'ikke godkjent' || (!runs && own !== 'godkjent')) return [];
  const late = theirs === 'betinget' ? passed(other, today) : undefined;
  if ((own === '' || own === 'betinget') && theirs !== 'ikke godkjent' && (own === '' || theirs === 'betinget') && !(own === 'betinget' && runs && late)) return [];
  return [{
    at: runs ? 'i-bruk' : 'beslutning/utfall', related: ['beslutning/utfall', other.kind],
    variant: theirs === '' ? 'ubesluttet' : theirs === 'betinget' ? (late ? 'frist' : 'betinget') : 'avvist',
    params: (name) => ({ fil: name(other.address), hva: texts(runs ? 'across.in-use' : 'across.approved'), frist: late ?? '' }),
    // A PLM that says itself that it is in use has its own finding on that.
    elsewhere: says(other.facts, 'i-bruk', 'ja') ? [] : [{ address: other.address, at: 'beslutning/utfall' }],
  }];
};

/** The first deadline that has passed of an improvement that is not done. */
function passed(other: Digest, today: string): string | undefined {
  return rows(block(other.facts, 'beslutning')['forbedringer']).flatMap((row) => (row['status'] === 'gjennomført' ? [] : dayOf(row['frist']) ?? [])).filter((date) => date < today).sort()[0];
}
