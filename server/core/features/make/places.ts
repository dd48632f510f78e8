/** Which files a new one is made from, and where a row of the record goes. */
import { isWithin } from '../../across/addresses.ts';
import { caseOf, recordOf } from '../../across/case.ts';
import type { AssessmentKind } from '../../templates/model.ts';
import type { Digest, Workspace } from '../../across/model.ts';

/** The addresses of the assessments of the same case: the file itself first, then those with the most to give. */
export function sourcesOf(self: Digest, workspace: Workspace): string[] {
  const { plm, plattform, dpia, ip } = caseOf(self, workspace);
  return [...new Set([self, plm, plattform, dpia, ip].flatMap((digest) => digest?.address ?? []))];
}

/** The assessment of a kind that a case has already: one that it names, or one that builds on its IP and is no other's. */
export function existing(self: Digest, kind: AssessmentKind, workspace: Workspace): Digest | undefined {
  if (kind === 'plattform' || kind === 'behandlingsoversikt') return undefined;
  const theCase = caseOf(self, workspace);
  const { ip } = theCase;
  const isOthers = ({ address }: Digest): boolean => workspace.naming(address).some((other) => other.kind === 'plattform' && other.address !== theCase.plattform?.address);
  return theCase[kind] ?? (ip && workspace.naming(ip.address).find((each) => each.kind === kind && !isOthers(each)));
}

/** The record that an assessment belongs in: the one that it is linked with, or the nearest in its own folder or one above. */
export function recordFor(self: Digest, workspace: Workspace): string | undefined {
  const linked = recordOf(self, workspace).record?.address;
  if (linked !== undefined) return linked;
  let nearest: string | undefined;
  for (const { kind, address } of workspace.all()) {
    if (kind !== 'behandlingsoversikt' || !isWithin(self.address, [folderOf(address)])) continue;
    if (nearest === undefined || folderOf(address).length > folderOf(nearest).length || (folderOf(address) === folderOf(nearest) && address < nearest)) nearest = address;
  }
  return nearest;
}

/** Where a new record goes: at the top of the workspace's folder, or beside a file that lies in none. */
export function newRecordAddress(address: string, workspace: Pick<Workspace, 'isInside'>): string {
  const name = 'behandlingsoversikt.yaml';
  let folder = folderOf(address);
  for (let above = folderOf(folder.slice(0, -1)); workspace.isInside(`${above}${name}`); above = folderOf(folder.slice(0, -1))) folder = above;
  return `${folder}${name}`;
}

/** What the organisation is called in the assessments nearest to a folder; '' while there are none. */
export function controllerNear(folder: string, workspace: Workspace): string {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  let best: { name: string; near: number } | undefined;
  for (const { address, facts } of workspace.all()) {
    const name = facts['behandlingsansvarlig'];
    if (typeof name !== 'string' || !name.trim()) continue;
    const near = common(base, address);
    if (!best || near > best.near) best = { name, near };
  }
  return best?.name ?? '';
}

const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1);

/** How many steps two addresses have in common. */
function common(a: string, b: string): number {
  const theirs = b.split('/');
  const steps = a.split('/');
  let same = 0;
  while (same < steps.length && steps[same] === theirs[same]) same++;
  return same;
}
