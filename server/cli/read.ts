/** Reads what `vurdert check` and `vurdert render` look at, and the files that those are linked with. */
import path from 'node:path';
import { analyse } from '../core/analysis.ts';
import { Assessments } from '../core/across/assessments.ts';
import { isWithin, nameIn } from '../core/across/addresses.ts';
import { digestOf } from '../core/across/digest.ts';
import type { Digest, Workspace } from '../core/across/model.ts';
import { covers } from '../core/assessment/suppressions.ts';
import type { Finding } from '../core/findings.ts';
import type { Context } from '../core/library.ts';
import { ownKindByName } from '../core/recognise.ts';
import { inFileOrder } from '../core/rules/run.ts';
import { isYaml, readAssessmentFile, yamlFiles, type Problem } from '../workspace/assessments.ts';
import type { Configurations } from '../workspace/config.ts';
import type { Disk } from '../workspace/disk.ts';
import { addressed, addressOfPath, nodeDisk, relativePath } from '../workspace/node-disk.ts';
import { Remembered } from '../workspace/remembered.ts';
import { repositoryAbove } from '../workspace/roots.ts';
import { configured, contextAt, lookWith, type Reading } from './configured.ts';
import { markOf, rowNames, type RowNames } from './fingerprints.ts';

/** A finding with the words that tell it from its twins (fingerprints.ts). */
export type MarkedFinding = Finding & { mark: string };

export interface Checked {
  path: string;
  digest: Digest;
  findings: MarkedFinding[];
  /** What the file suppresses, with its reason. */
  suppressed: (MarkedFinding & { reason: string })[];
  rows: RowNames;
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
  /** The configurations that held for them. */
  configs: Configurations;
  /** What was come upon that is a template or rule by its name, whether a configuration names it or not. */
  own?: readonly string[];
}

export interface FullyRead extends ReadResult {
  /** Reads what further versions of the files link to. */
  follow(digests: readonly Digest[]): Promise<void>;
}

/** A file that is reported, before what it says together with others is known. */
export interface Read {
  path: string;
  digest: Digest;
  own: Pick<Checked, 'findings' | 'suppressed'>;
  rows: RowNames;
}

export type Progress = (files: number, assessments: number) => void;

/** Files that are asked for from the disk while one is being checked. */
const AHEAD = 4;
/** Links are followed this far from the files that are reported: so far do the rules over several files look. */
const STEPS = 3;

/** A folder that is the whole workspace, and the disk that shows nothing else. */
export interface Within {
  root: string;
  disk: Disk;
}

/**
 * Reads and checks every file, in order. `progress` is told of each. The workspace is the repository or else the folder
 * that the process stands in, and the folders that are named; a file elsewhere may link to anything. `within`: it is
 * that folder alone.
 */
export async function readAll(paths: readonly string[], plain: Context, progress: Progress, within?: Within): Promise<FullyRead> {
  const disk = within?.disk ?? nodeDisk;
  const roots = within ? new Map(paths.map((each) => [path.resolve(each), within.root])) : await rootsOf(paths);
  // What lies in no repository, and not where the process stands, has the folder that is named.
  const others = await Promise.all(paths.filter((each) => !roots.has(path.resolve(each))).map(async (each) => ((await disk.kindOf(each).catch(() => undefined)) === 'folder' ? each : path.dirname(path.resolve(each)))));
  const context = configured(plain, disk, [...roots.values(), ...others]);
  const { configs } = context;
  const problems: Problem[] = [];
  const named = new Map<string, Read>();
  const own: string[] = [];
  let files = 0;
  for await (const { path: at, isNamed, found } of readAhead(disk, paths, problems, () => progress(++files, named.size), configs, own)) {
    const address = addressOfPath(at);
    const read = readFully(found, at, address, context);
    if (read) named.set(address, read);
    else if (isNamed) problems.push({ reason: 'not-assessment', path: at, detail: '' });
  }
  const folders = (within ? [within.root] : [...new Set(['.', ...paths, ...roots.values()])]).map(addressOfPath);
  const isElsewhere = !within && [...named.keys()].some((address) => !isWithin(address, folders));
  const exists = new Set<string>();
  const assessments = new Assessments(() => (isElsewhere ? ['file:///'] : folders), (address) => (configs.includes(address) ? exists.has(address) : undefined));
  for (const { digest } of named.values()) assessments.set(digest);
  await readAbove(roots, assessments, disk, context);
  await readLinked([...assessments.all()], assessments, exists, disk, context);
  return { ...resultOf(named, assessments, problems, context), own, follow: (digests) => readLinked(digests, assessments, exists, disk, context) };
}

/** What is found in the files, alone and together with those around them. */
export function resultOf(named: ReadonlyMap<string, Read>, assessments: Assessments, problems: Problem[], context: Reading & { configs: Configurations }): ReadResult {
  const remembered = new Remembered(assessments, (address) => contextAt(context, address));
  const checked = [...named.values()].map(({ path: at, digest, own, rows }): Checked => {
    const across = remembered.of(digest);
    const suppressed = across.suppressed.map((finding) => ({ ...finding, mark: '', reason: reasonFor(finding, digest) }));
    return {
      path: at, digest, rows, suppressed: [...own.suppressed, ...suppressed].sort(inFileOrder),
      findings: [...own.findings, ...across.findings.map((finding) => ({ ...finding, mark: '' }))].sort(inFileOrder),
    };
  });
  return { checked, problems, pathOf: (address) => named.get(address)?.path ?? relativePath(address), digestAt: (address) => assessments.get(address), workspace: assessments, configs: context.configs };
}

/** The files that the paths mean, in order, with their texts; what cannot be read goes to `problems`. `step` is called for each YAML file; `own` is filled with the templates and rules that are come upon. */
export async function* readAhead(disk: Disk, paths: readonly string[], problems: Problem[], step: () => void, configs?: Configurations, own?: string[]): AsyncGenerator<{ path: string; isNamed: boolean; found: string }> {
  const ahead: { path: string; isNamed: boolean; reading: ReturnType<typeof readAssessmentFile> }[] = [];
  const next = async (): Promise<{ path: string; isNamed: boolean; found: string } | undefined> => {
    const { path: at, isNamed, reading } = ahead.shift()!;
    step();
    await configs?.ready(addressOfPath(at));
    const found = await reading;
    if (found && 'problem' in found) problems.push(found.problem);
    return found && 'text' in found ? { path: at, isNamed, found: found.text } : undefined;
  };
  for await (const each of yamlFiles(disk, paths, lookWith(configs))) {
    if ('problem' in each) {
      problems.push(each.problem);
      continue;
    }
    if (!each.named && ownKindByName(path.basename(each.path))) own?.push(each.path);
    ahead.push({ path: each.path, isNamed: each.named, reading: readAssessmentFile(disk, each.path, each.named) });
    const read = ahead.length > AHEAD ? await next() : undefined;
    if (read) yield read;
  }
  while (ahead.length) {
    const read = await next();
    if (read) yield read;
  }
}

/** Reads a file that is reported. Undefined when it is no assessment. Nothing in the result holds on to the text. */
export function readFully(text: string, at: string, address: string, context: Reading): Read | undefined {
  const analysis = analyse(text, nameIn(address), contextAt(context, address));
  if (!analysis) return undefined;
  const digest = digestOf(analysis, address);
  const marked = (finding: Finding): MarkedFinding => ({ ...finding, fixes: [], mark: markOf(analysis, finding) });
  const own = { findings: analysis.findings().map(marked), suppressed: analysis.suppressed().map((finding) => ({ ...marked(finding), reason: reasonFor(finding, digest) })) };
  // Strings cut out of a text keep all of it alive: these are copies.
  return { path: at, digest, own: JSON.parse(JSON.stringify(own)) as typeof own, rows: new Map(JSON.parse(JSON.stringify([...rowNames(analysis.assessment)])) as [string, string[]][]) };
}

/** Reads of a file only what others need to know of it: none of its own rules are run. */
export function readDigest(text: string, address: string, context: Reading): Digest | undefined {
  const analysis = analyse(text, nameIn(address), contextAt(context, address));
  return analysis && digestOf(analysis, address);
}

const reasonFor = ({ code, path: at }: Finding, { suppressions }: Digest): string => suppressions.find((each) => covers(each, code, at))?.reason ?? '';

/** Where the workspace of each path begins: its repository, or else the folder that the process stands in. */
export async function rootsOf(paths: readonly string[]): Promise<Map<string, string>> {
  const here = path.resolve('.');
  const roots = new Map<string, string>();
  for (const each of paths) {
    const at = path.resolve(each);
    const root = (await repositoryAbove(nodeDisk, at)) ?? (at === here || at.startsWith(here + path.sep) ? here : undefined);
    if (root !== undefined) roots.set(at, root);
  }
  return roots;
}

/**
 * Reads the YAML files beside a path and in the folders above it, up to where its workspace begins: there lie the record
 * of processing activities and the other steps of a case, which name a file that does not name them.
 */
async function readAbove(roots: ReadonlyMap<string, string>, assessments: Assessments, disk: Disk, context: Reading): Promise<void> {
  const looked = new Set<string>();
  for (const [at, root] of roots) {
    for (let folder = at; folder !== root && folder !== path.dirname(folder); ) {
      folder = path.dirname(folder);
      if (looked.has(folder)) break;
      looked.add(folder);
      for (const { name, kind } of await disk.list(folder).catch(() => [])) {
        const address = addressOfPath(path.join(folder, name));
        if (kind !== 'file' || !isYaml(name) || assessments.get(address)) continue;
        await context.configs?.ready(address);
        if (context.configs?.includes(address) === false) continue;
        const found = await readAssessmentFile(disk, path.join(folder, name), false);
        const digest = found && 'text' in found ? readDigest(found.text, address, context) : undefined;
        if (digest) assessments.set(digest);
      }
    }
  }
}

/** Reads the files that these link to, and those that they link to in turn; other files need only be there. */
export async function readLinked(from: readonly Digest[], assessments: Assessments, exists: Set<string>, disk: Disk, context: Reading): Promise<void> {
  const byAddress = addressed(disk);
  const seen = new Set<string>();
  let next = from;
  for (let step = 0; step < STEPS && next.length; step++) {
    const found: Digest[] = [];
    for (const { target } of next.flatMap(({ links }) => links)) {
      if (target === undefined || seen.has(target) || assessments.get(target) || !assessments.isInside(target)) continue;
      seen.add(target);
      await context.configs?.ready(target);
      if (context.configs?.includes(target) === false) continue;
      if ((await byAddress.kindOf(target).catch(() => undefined)) !== 'file') continue;
      exists.add(target);
      const read = await readAssessmentFile(byAddress, target, false);
      const digest = read && 'text' in read ? readDigest(read.text, target, context) : undefined;
      if (!digest) continue;
      assessments.set(digest);
      found.push(digest);
    }
    next = found;
  }
}
