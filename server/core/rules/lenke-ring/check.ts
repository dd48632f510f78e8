import { fileFrom } from '../../across/addresses.ts';
import type { AcrossCheck, Digest, FileLink, Workspace } from '../../across/model.ts';

/** A longer ring has files that this one does not hear of when they change (Assessments.reach). */
const LONGEST = 5;

/** The shortest way from this file back to itself: one finding in each file of the ring. */
export const across: AcrossCheck = ({ self, workspace }) => {
  let ways: { first: FileLink; passed: Digest[] }[] = onward(self, workspace).map(({ link, other }) => ({ first: link, passed: [other] }));
  const seen = new Set<string>();
  for (let length = 1; length <= LONGEST; length++) {
    const back = ways.find(({ passed }) => passed.at(-1)!.address === self.address);
    if (back) {
      const { path, written } = back.first;
      return [{ at: path, variant: length === 1 ? 'seg-selv' : 'ring', params: { sti: written, ring: [self, ...back.passed].map(({ address }) => fileFrom(self.address, address)).join(' → ') } }];
    }
    ways = ways.flatMap(({ first, passed }) => onward(passed.at(-1)!, workspace).filter(({ other }) => !seen.has(other.address)).map(({ link: _, other }) => {
      if (other.address !== self.address) seen.add(other.address);
      return { first, passed: [...passed, other] };
    }));
  }
  return [];
};

/** The assessments that one builds on. A link to the wrong kind is a mistake of its own, and a record builds on nothing. */
function onward({ links }: Digest, workspace: Workspace): { link: FileLink; other: Digest }[] {
  return links.flatMap((link) => {
    const other = link.target === undefined ? undefined : workspace.get(link.target);
    return other && other.kind !== 'behandlingsoversikt' && link.kinds.includes(other.kind) ? [{ link, other }] : [];
  });
}
