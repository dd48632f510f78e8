/** `vurdert diff [STI …] [--rev …]`: what git says has changed, and the files whose findings are others for it. */
import path from 'node:path';
import type { Analysis } from '../core/analysis.ts';
import { Assessments } from '../core/across/assessments.ts';
import { digestOf } from '../core/across/digest.ts';
import type { Digest } from '../core/across/model.ts';
import { replaced, type Instead } from '../core/across/replaced.ts';
import { changedFindings, Moves } from '../core/diff/findings.ts';
import type { Versions } from '../core/diff/index.ts';
import type { Context } from '../core/library.ts';
import { decode, isYaml, readAssessmentFile } from '../workspace/assessments.ts';
import type { Disk } from '../workspace/disk.ts';
import { bytesAt, changedFiles, forkOf, pathInRepository, repositoryOf, revisionOf, type ChangedFile, type Repository, type Revision } from '../workspace/git.ts';
import { revisionDisk } from '../workspace/git-disk.ts';
import { addressOfPath, nodeDisk, pathOf } from '../workspace/node-disk.ts';
import { Side } from '../workspace/side.ts';
import type { Compared } from './compared.ts';
import { configured, contextAt } from './configured.ts';
import { readAhead, readDigest, readLinked } from './read.ts';
import { Refusal } from './terminal.ts';

interface Between {
  from: Revision;
  /** Undefined for the files as they lie on the disk. */
  to: Revision | undefined;
  labels: Compared['labels'];
}

/**
 * Everything below the paths that has changed, in the workspace as it is at the end; before, the same workspace with the
 * earlier texts of what is compared. `withFindings`: a file that nobody has touched is told of where its findings are others.
 */
export async function twoRevisions(paths: readonly string[], rev: string, withFindings: boolean, plain: Context): Promise<Compared> {
  const repository = await repositoryOf(await folderOf(paths[0]!));
  const { from, to, labels } = await between(repository, rev, plain);
  const inside = await Promise.all(paths.map((each) => pathInRepository(repository, each)));
  const isAsked = (file: string | undefined): boolean => file !== undefined && inside.some((each) => each === '' || file === each || file.startsWith(`${each}/`));
  const changed = (await changedFiles(repository, from, to, [])).filter(({ before, after }) => isAsked(after) || isAsked(before));
  const named = paths.length === 1 && isYaml(inside[0]!) ? inside[0]! : undefined;
  // A file that is asked for by name is shown as unchanged, not passed over.
  if (named !== undefined && !changed.length) changed.push({ before: named, after: named });
  const files = changed.length ? await versionsOf(new Comparison(repository, from, to, plain), changed, { named: isYaml(inside[0]!), isAsked, withFindings }) : [];
  if (!files.length && named !== undefined) throw new Refusal('cli.diff.both-missing', { sti: paths[0]! });
  return { files, labels, sources: changed.flatMap(({ after }) => (after === undefined || to ? [] : [path.join(repository.root, after)])) };
}

async function between(repository: Repository, rev: string, { texts }: Context): Promise<Between> {
  const [, first = '', dots, second = ''] = /^(.*?)(?:(\.{2,3})(.*))?$/.exec(rev) ?? [];
  const to = dots ? await revisionOf(repository, second || 'HEAD') : undefined;
  let from = await revisionOf(repository, first || (dots ? 'HEAD' : ''));
  if (dots === '...' && to) {
    const fork = await forkOf(repository, from, to);
    if (fork === undefined) throw new Refusal('cli.diff.git.no-fork', { fra: first || 'HEAD', til: second || 'HEAD' });
    from = await revisionOf(repository, fork);
  }
  const label = ({ short, date }: Revision, name: string): string => (name && !name.startsWith(short) ? `${name} (${short}, ${date})` : `${short} (${date})`);
  return { from, to, labels: { before: label(from, dots === '...' ? '' : first || 'HEAD'), after: to ? label(to, second || 'HEAD') : texts('diff.working') } };
}

async function versionsOf(comparison: Comparison, changed: readonly ChangedFile[], { named, isAsked, withFindings }: { named: boolean; isAsked(file: string): boolean; withFindings: boolean }): Promise<Versions[]> {
  await comparison.open();
  const files: Versions[] = [];
  for (const each of changed) {
    const versions = await comparison.compare(each, named);
    if (versions) files.push(versions);
  }
  await comparison.follow();
  if (withFindings) for await (const each of comparison.affected()) if (isAsked(each.name)) files.push(each);
  return files;
}

/** Two versions of a repository: the later one as it is, and the same with the earlier texts of the files that are compared. */
class Comparison {
  private readonly exists = new Set<string>();
  private readonly instead = new Map<string, Instead>();
  private readonly compared = new Set<string>();
  private disk!: Disk;
  private context!: ReturnType<typeof configured>;
  private workspace!: Assessments;
  private before!: Side;
  private after!: Side;

  constructor(private readonly repository: Repository, private readonly from: Revision, private readonly to: Revision | undefined, private readonly plain: Context) {}

  /** Reads what the other files say. */
  async open(): Promise<void> {
    const { root } = this.repository;
    this.disk = this.to ? await revisionDisk(this.repository, this.to) : nodeDisk;
    this.context = configured(this.plain, this.disk, [root]);
    const { configs } = this.context;
    this.workspace = new Assessments(() => [addressOfPath(root)], (address) => (configs.includes(address) ? this.exists.has(address) : undefined));
    const contextIn = (address: string): Context => contextAt(this.context, address);
    this.after = new Side(this.workspace, contextIn);
    this.before = new Side(replaced(this.workspace, this.instead), contextIn);
    for await (const { path: at, found } of readAhead(this.disk, [root], [], () => undefined, configs)) {
      const address = addressOfPath(at);
      const digest = readDigest(found, address, this.context);
      if (digest) this.workspace.set(digest);
    }
  }

  /** Undefined for what is no assessment in either version. `named`: whatever folder it lies in. */
  async compare({ before, after }: ChangedFile, named: boolean): Promise<Versions | undefined> {
    const { configs } = this.context;
    const name = after ?? before!;
    const address = this.addressOf(name);
    await configs.ready(address);
    const isSkipped = /(?:^|\/)(?:node_modules|\.[^/]*)\//.test(name);
    const isLooked = isYaml(name) && (named || (!isSkipped && configs.includes(address)));
    const is = isLooked && after !== undefined ? await this.now(after) : undefined;
    if (is) this.workspace.set(digestOf(is, address));
    const was = isLooked && before !== undefined && isYaml(before) ? await this.then(before) : undefined;
    if (after !== before && after !== undefined) this.put(after, undefined);
    if (before !== undefined && (was || is || after !== before)) this.put(before, was ? digestOf(was, this.addressOf(before)) : 'file');
    return was || is ? { name, before: was, after: is } : undefined;
  }

  /** Looks for what the files that were compared link to, in either version. */
  async follow(): Promise<void> {
    const around = [...this.reached(), ...this.compared].flatMap((address) => this.workspace.get(address) ?? []);
    const earlier = [...this.instead.values()].filter((each): each is Digest => typeof each === 'object');
    await readLinked([...around, ...earlier], this.workspace, this.exists, this.disk, this.context);
  }

  /** Files whose text is the same in both, and whose findings are not. */
  async *affected(): AsyncGenerator<Versions> {
    for (const address of [...this.reached()].sort()) {
      const digest = this.workspace.get(address);
      const found = digest && changedFindings(this.before.findingsAcross(digest), this.after.findingsAcross(digest), new Moves());
      if (!found || (!found.new.length && !found.gone.length)) continue;
      const read = await readAssessmentFile(this.disk, pathOf(address), false);
      if (!read || !('text' in read)) continue;
      const name = path.relative(this.repository.root, pathOf(address)).split(path.sep).join('/');
      yield { name, before: this.before.read(read.text, address), after: this.after.read(read.text, address) };
    }
  }

  /** The files around what was compared, as it is and as it was. */
  private reached(): Set<string> {
    const earlier = [...this.instead.values()].flatMap((each) => (typeof each === 'object' ? each.links.flatMap(({ target }) => target ?? []) : []));
    const found = new Set([...this.compared, ...earlier].flatMap((address) => [...this.workspace.reach(address)]));
    for (const address of this.compared) found.delete(address);
    return found;
  }

  private addressOf(file: string): string {
    return addressOfPath(path.join(this.repository.root, file));
  }

  /** What stood there before. Of a file that the configuration leaves out nobody says that it lacks. */
  private put(file: string, was: Instead): void {
    const address = this.addressOf(file);
    this.compared.add(address);
    if (typeof was === 'object' || this.context.configs.includes(address)) this.instead.set(address, was);
  }

  /** A file as it is at the end; on the disk, one that leads elsewhere is not the one that git knows. */
  private async now(file: string): Promise<Analysis | undefined> {
    const at = path.join(this.repository.root, file);
    if ((await this.disk.kindOf(at)) !== 'file' || (!this.to && (await pathInRepository(this.repository, at).catch(() => undefined)) !== file)) return undefined;
    const found = await readAssessmentFile(this.disk, at, false);
    return found && 'text' in found ? this.after.read(found.text, this.addressOf(file)) : undefined;
  }

  /** As it was; undefined where it was not there, or was no assessment. */
  private async then(file: string): Promise<Analysis | undefined> {
    const address = this.addressOf(file);
    await this.context.configs.ready(address);
    const bytes = await bytesAt(this.repository, this.from, file);
    const text = bytes && decode(bytes);
    return text === undefined ? undefined : this.before.read(text, address);
  }
}

/** The nearest folder that is there. */
async function folderOf(at: string): Promise<string> {
  for (let each = path.resolve(at); ; each = path.dirname(each)) if ((await nodeDisk.kindOf(each)) === 'folder' || path.dirname(each) === each) return each;
}
