/** What the rules over several files ask of an assessment and those around it. */
import { outcomeOf, says } from '../../assessment/facts.ts';
import { linked } from '../../across/case.ts';
import type { Digest, Workspace } from '../../across/model.ts';
import type { AssessmentKind } from '../../templates/model.ts';

/** Whether the head key is filled in, wherever it leads: a link that leads nowhere has its own finding. */
export function names(self: Digest, key: 'ip' | 'plm' | 'dpia'): boolean {
  return self.links.some(({ path }) => path === key);
}

/** The assessments of a kind that name this one under its own kind's key, by address. */
export function namedBy(self: Digest, kind: AssessmentKind, workspace: Workspace): Digest[] {
  const { kind: own } = self;
  if (own !== 'ip' && own !== 'plm' && own !== 'dpia') return [];
  return workspace.naming(self.address).filter((other) => other.kind === kind && other.address !== self.address && linked(other, own, workspace)?.address === self.address).sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The IP, PLM and DPIA that a platform assessment names. */
export function foundations(self: Digest, workspace: Workspace): Digest[] {
  return (['ip', 'plm', 'dpia'] as const).flatMap((key) => linked(self, key, workspace) ?? []);
}

/** The PLM and DPIA alone. */
export function assessmentsUnder(self: Digest, workspace: Workspace): Digest[] {
  return (['plm', 'dpia'] as const).flatMap((key) => linked(self, key, workspace) ?? []);
}

/** The one whose conclusion counts: the DPIA where there are both. */
export function decisive(self: Digest, workspace: Workspace): Digest | undefined {
  return assessmentsUnder(self, workspace).at(-1);
}

/** Rejected and not carried out: nothing more is asked of it. */
export function isDropped({ facts }: Digest): boolean {
  return outcomeOf(facts) === 'ikke godkjent' && !says(facts, 'i-bruk', 'ja');
}

/** What an answer with a role lists (`strategi`, `plattform`), to be compared; none where it is not answered with a list. */
export function itemsOf({ facts }: Digest, role: string): string[] {
  const value = facts[role];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string').map((item) => item.trim().toLowerCase()) : [];
}

export function includes(self: Digest, role: string, item: string): boolean {
  return itemsOf(self, role).includes(item);
}

/** Where an IP concludes on the risk. */
export const riskAt = ({ roles }: Digest): string => roles['risiko'] ?? '';

/** Where the date stands that across/case.ts reads (`dateOf`). */
export const dateAt = ({ kind, roles }: Digest): string => (kind === 'ip' ? (roles['godkjent-dato'] ?? '') : 'beslutning/dato');
