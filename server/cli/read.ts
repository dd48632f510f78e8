/** Reads what `vurdert check` and `vurdert render` look at, and the files that those link to. */
import { Assessments } from '../core/across/assessments.ts';
import { isWithin } from '../core/across/addresses.ts';
import type { Digest, Workspace } from '../core/across/model.ts';
import type { Finding } from '../core/findings.ts';
import type { Context } from '../core/library.ts';
import { inFileOrder } from '../core/rules/run.ts';
import { readAssessmentFile, yamlFiles, type Problem } from '../workspace/assessments.ts';
import { readState, type FileState } from '../workspace/entry.ts';
import { addressDisk, addressOfPath, nodeDisk, relativePath } from '../workspace/node-disk.ts';
import { Remembered } from '../workspace/remembered.ts';

export interface Checked {
  path: string;
  digest: Digest;
  findings: Finding[];
  suppressed: number;
}

export interface ReadResult {
  checked: Checked[];
  problems: Problem[];
  /** The path of a file as it was come upon; for one that was only linked to, from the folder that the process stands in. */
  pathOf(address: string): string;
  /** What is known of a file that was read. */
  digestAt(address: string): Digest | undefined;
  /** All that was read, with what links it. */
  workspace: Workspace;
}

/** Files that are asked for from the disk while one is being checked. */
const AHEAD = 4;
/** Links are followed this far from the files that are reported: so far do the rules over several files look. */
const STEPS = 3;

/**
 * Reads and checks every file, in order. `progress` is told of each. The workspace is the folder that the process
 * stands in and the folders that are named; a file elsewhere may link to anything.
 */
export async function readAll(paths: readonly string[], context: Context, progress: (files: number, assessments: number) => void): Promise<ReadResult> {
  const problems: Problem[] = [];
  const named = new Map<string, { path: string; state: FileState }>();
  let files = 0;
  const ahead: { path: string; isNamed: boolean; reading: ReturnType<typeof readAssessmentFile> }[] = [];
  const next = async (): Promise<void> => {
    const { path, isNamed, reading } = ahead.shift()!;
    progress(++files, named.size);
    const found = await reading;
    if (!found) return;
    if ('problem' in found) return void problems.push(found.problem);
    const address = addressOfPath(path);
    const state = readState(found.text, address, context);
    if (state) named.set(address, { path, state });
    else if (isNamed) problems.push({ reason: 'not-assessment', path, detail: '' });
  };
  for await (const each of yamlFiles(nodeDisk, paths)) {
    if ('problem' in each) {
      problems.push(each.problem);
      continue;
    }
    ahead.push({ path: each.path, isNamed: each.named, reading: readAssessmentFile(nodeDisk, each.path, each.named) });
    if (ahead.length > AHEAD) await next();
  }
  while (ahead.length) await next();

  const exists = new Set<string>();
  const folders = [addressOfPath('.'), ...paths.map(addressOfPath)];
  const isElsewhere = [...named.keys()].some((address) => !isWithin(address, folders));
  const assessments = new Assessments(() => (isElsewhere ? ['file:///'] : folders), (address) => exists.has(address));
  for (const { state } of named.values()) assessments.set(state.digest);
  await readLinked([...named.values()].map(({ state }) => state.digest), assessments, exists, context);

  const remembered = new Remembered(assessments, () => context);
  const checked = [...named.values()].map(({ path, state: { digest, own } }): Checked => {
    const across = remembered.of(digest);
    return { path, digest, findings: [...own.findings, ...across.findings].sort(inFileOrder), suppressed: own.suppressed + across.suppressed.length };
  });
  return { checked, problems, pathOf: (address) => named.get(address)?.path ?? relativePath(address), digestAt: (address) => assessments.get(address), workspace: assessments };
}

/** Reads the files that these link to, and those that they link to in turn; other files need only be there. */
async function readLinked(from: readonly Digest[], assessments: Assessments, exists: Set<string>, context: Context): Promise<void> {
  const seen = new Set<string>();
  let next = from;
  for (let step = 0; step < STEPS && next.length; step++) {
    const found: Digest[] = [];
    for (const { target } of next.flatMap(({ links }) => links)) {
      if (target === undefined || seen.has(target) || assessments.get(target) || !assessments.isInside(target)) continue;
      seen.add(target);
      if ((await addressDisk.kindOf(target).catch(() => undefined)) !== 'file') continue;
      exists.add(target);
      const read = await readAssessmentFile(addressDisk, target, false);
      const state = read && 'text' in read ? readState(read.text, target, context) : undefined;
      if (!state) continue;
      assessments.set(state.digest);
      found.push(state.digest);
    }
    next = found;
  }
}
