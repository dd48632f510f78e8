import { says } from '../../assessment/facts.ts';
import { dateOf as dayOf } from '../../dates.ts';
import { fileFrom } from '../../across/addresses.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { foundations } from '../support/linked.ts';

/** Not shown in the other file: neste-gjennomgang-passert stands there, and here where the own date has passed. */
export const across: AcrossCheck = ({ self, workspace, today }) => {
  const isPast = (date: string | undefined): date is string => date !== undefined && date < today;
  if (!says(self.facts, 'i-bruk', 'ja') || isPast(dayOf(self.facts['neste-gjennomgang']))) return [];
  return foundations(self, workspace).flatMap((each) => {
    const review = dayOf(each.facts['neste-gjennomgang']);
    return isPast(review) ? [{ at: each.kind, params: { fil: fileFrom(self.address, each.address), dato: review } }] : [];
  });
};
