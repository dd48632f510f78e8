import { says } from '../../assessment/facts.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { isDropped, namedBy } from '../support/linked.ts';

export const across: AcrossCheck = ({ self, workspace }) => {
  const users = says(self.facts, 'personopplysninger', 'nei') ? namedBy(self, 'plattform', workspace).filter((each) => !isDropped(each)) : [];
  const [first] = users;
  if (!first) return [];
  return [{ at: self.roles['personopplysninger']!, params: (name) => ({ fil: name(first.address) }), elsewhere: users.map(({ address }) => ({ address, at: 'ip' })) }];
};
