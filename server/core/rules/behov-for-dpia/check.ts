import { criteriaOf, isReason, says, textOf } from '../../assessment/facts.ts';
import { namesExemption } from '../../assessment/legal.ts';
import { branchOf, isApproved, linked } from '../../across/case.ts';
import type { AcrossCheck, AcrossContext, AcrossHit, Digest, Workspace } from '../../across/model.ts';
import { includes, isDropped, namedBy, names } from '../support/linked.ts';
import { valueInside } from '../../texts/values.ts';

/** A risk that is concluded to be high is dpia-mangler, or feil-gren where there is a PLM. */
export const across: AcrossCheck = (context) => (context.self.kind === 'ip' ? inIp(context) : inPlatform(context.self, context.workspace));

function inPlatform(self: Digest, workspace: Workspace): AcrossHit[] {
  const ip = linked(self, 'ip', workspace);
  const reasons = reasonsIn(self);
  if (!reasons.length || isAnswered(self) || (ip && (branchOf(ip) === 'dpia' || isApproved(ip) === false))) return [];
  return [{
    at: self.roles[reasons[0]!.role]!, related: reasons.slice(1).map(({ role }) => self.roles[role]!),
    variant: reasons.length > 1 ? 'begge' : reasons[0]!.variant,
    elsewhere: ip && (criteriaOf(ip.facts) ?? []).length >= 2 ? [{ address: ip.address, at: 'kriterier' }] : [],
    fixes: [{ kind: 'make', to: 'dpia' }, { kind: 'add-field', path: 'dpia' }],
  }];
}

function inIp({ self, workspace, texts }: AcrossContext): AcrossHit[] {
  const criteria = criteriaOf(self.facts) ?? [];
  const branch = branchOf(self);
  if (criteria.length < 2 || branch === 'dpia' || isApproved(self) === false || namedBy(self, 'dpia', workspace).length) return [];
  // What art. 35 nr. 3 names is lovens-tilfeller, which no reason of one's own settles.
  const reason = textOf(self.facts['risiko-grunn']);
  if (self.legal ? !namesExemption(reason) : branch === 'plm' && isReason(reason)) return [];
  // The platform assessment that speaks of it itself names these criteria too.
  const platforms = namedBy(self, 'plattform', workspace);
  if (platforms.some((each) => names(each, 'dpia') || (reasonsIn(each).length && !isAnswered(each)))) return [];
  return [{ at: 'kriterier', variant: branch === 'plm' ? 'uten-grunn' : 'kriterier', params: { kriterier: criteria.map(String), risiko: valueInside(textOf(self.facts['risiko']), texts) }, fixes: [{ kind: 'make', to: 'dpia' }] }];
}

/** What in a platform assessment calls for a DPIA by itself. */
function reasonsIn(self: Digest): { role: string; variant: string }[] {
  return [
    ...(includes(self, 'strategi', 'feltarbeid') ? [{ role: 'strategi', variant: 'feltarbeid' }] : []),
    ...(says(self.facts, 'svært-personlig', 'ja') ? [{ role: 'svært-personlig', variant: 'personlig' }] : []),
  ];
}

const isAnswered = (self: Digest): boolean => names(self, 'dpia') || isDropped(self);
