/** The assessments that are about the same processing, as far as they name one another. */
import { says, textOf } from '../assessment/facts.ts';
import type { AssessmentKind } from '../templates/model.ts';
import type { Digest, RecordRow, Workspace } from './model.ts';

export interface Case {
  ip?: Digest;
  plm?: Digest;
  dpia?: Digest;
  plattform?: Digest;
  /** The one that leadership decides on: the platform assessment, or the assessment itself where there is none. */
  main: Digest;
  /** The row in a record that names the main one. */
  row?: RecordRow;
  record?: Digest;
}

/**
 * The case that a file belongs to. Of several platform assessments that share an IP, a file that is not a platform
 * assessment itself has the first by address.
 */
export function caseOf(self: Digest, workspace: Workspace): Case {
  const found: Partial<Record<AssessmentKind, Digest>> = { [self.kind]: self };
  const take = (from: Digest): void => {
    for (const kind of ['ip', 'plm', 'dpia'] as const) found[kind] ??= linked(from, kind, workspace);
  };
  take(self);
  if (self.kind !== 'plattform') {
    const naming = [...workspace.naming(self.address)].filter(({ kind }) => kind !== 'behandlingsoversikt').sort((a, b) => (a.address < b.address ? -1 : 1));
    for (const each of naming) found[each.kind] ??= each;
    if (found.plattform) take(found.plattform);
  }
  const main = found.plattform ?? found.dpia ?? found.plm ?? found.ip ?? self;
  const record = recordOf(main, workspace);
  const { behandlingsoversikt: _, ...kinds } = found;
  return { ...kinds, main, ...record };
}

/** The assessment that a head key (`ip`, `plm`, `dpia`) names, where it is one of that kind. */
export function linked(self: Digest, key: 'ip' | 'plm' | 'dpia', workspace: Workspace): Digest | undefined {
  const target = self.links.find(({ path }) => path === key)?.target;
  const other = target === undefined ? undefined : workspace.get(target);
  return other?.kind === key ? other : undefined;
}

/** The row for an assessment: the one that it names itself, or one that names it. */
export function recordOf(self: Digest, workspace: Workspace): { record?: Digest; row?: RecordRow } {
  const named = self.links.find(({ path }) => path === 'behandlingsoversikt/fil')?.target;
  const own = self.facts['behandlingsoversikt'];
  const id = own !== null && typeof own === 'object' && !Array.isArray(own) ? textOf(own['id']) : '';
  const record = named === undefined ? undefined : workspace.get(named);
  const rows = record?.rows.filter((each) => id !== '' && each.id === id) ?? [];
  const row = rows.find(({ assessment }) => assessment === self.address) ?? rows[0];
  if (record && row) return { record, row };
  for (const other of workspace.naming(self.address)) {
    const naming = other.rows.find(({ assessment }) => assessment === self.address);
    if (naming) return { record: other, row: naming };
  }
  return record ? { record } : {};
}

/** Whether the IP has been approved; undefined while nobody has said. */
export function isApproved(ip: Digest): boolean | undefined {
  return says(ip.facts, 'godkjent', 'ja') ? true : says(ip.facts, 'godkjent', 'nei') ? false : undefined;
}

/** The assessment that the IP's risk asks for; undefined while the risk is not concluded on. */
export function branchOf(ip: Digest): 'plm' | 'dpia' | undefined {
  const risk = textOf(ip.facts['risiko']);
  return risk === 'høy' ? 'dpia' : risk === 'lav' || risk === 'middels' ? 'plm' : undefined;
}

/** YYYY-MM-DD of what an assessment says: its decision, or for an IP its approval; '' while there is none. */
export function dateOf(digest: Digest): string {
  const decision = digest.facts['beslutning'];
  const own = decision !== null && typeof decision === 'object' && !Array.isArray(decision) ? textOf(decision['dato']) : '';
  return own || textOf(digest.facts['godkjent-dato']);
}
