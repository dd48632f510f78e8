/**
 * The assessments of the workspace folders: what each says to the others and what was found in it, read once in the
 * background and again only where something has changed. Open documents speak for themselves (`take`); a closed file
 * is as it stands on disk. Holds no text and no tree.
 */
import { isWithin } from '../core/across/addresses.ts';
import { Assessments } from '../core/across/assessments.ts';
import type { Digest, OwnFindings, Surroundings, Workspace } from '../core/across/model.ts';
import type { Cited } from '../core/features/citations.ts';
import type { Finding } from '../core/findings.ts';
import type { Context } from '../core/library.ts';
import { inFileOrder } from '../core/rules/run.ts';
import { graded } from '../core/rules/severity.ts';
import { isLooked, isYaml } from './assessments.ts';
import type { ConfigChange, Configurations } from './config.ts';
import type { Disk } from './disk.ts';
import { saysTheSame, type FileState } from './entry.ts';
import { KnownFiles } from './known-files.ts';
import { Reader } from './reader.ts';
import { Remembered, type Across } from './remembered.ts';
import { Work, type Changes } from './work.ts';

export type { Changes } from './work.ts';

export interface IndexOptions {
  disk: Disk;
  /** What a file is read with; without an address only the day counts. */
  context(address?: string): Context;
  configs: Configurations;
  /** Lets what else waits have its turn. */
  pause(): Promise<void>;
  /** Told of what went wrong; the index goes on. */
  failed(error: unknown): void;
}

interface Entry extends FileState {
  /** Own findings and those over several files together, once somebody has asked. */
  all?: { findings: Finding[]; suppressed: number };
}

export class WorkspaceIndex {
  private readonly work: Work;
  private readonly reader: Reader;
  private readonly entries = new Map<string, Entry>();
  private readonly assessments: Assessments;
  private readonly remembered: Remembered;
  private readonly others: KnownFiles;
  private readonly open = new Set<string>();
  private readonly versions = new Map<string, number>();
  private folders: string[] = [];
  private counter = 0;
  private first = true;
  private day = '';

  constructor(private readonly options: IndexOptions) {
    this.work = new Work({
      pause: () => options.pause(), failed: (error) => options.failed(error), mayTell: () => !this.first,
      settle: () => {
        for (const address of this.remembered.settle()) this.restamp(address);
      },
    });
    this.reader = new Reader({
      disk: options.disk, configs: options.configs, context: (address) => options.context(address), pause: () => options.pause(),
      isOpen: (address) => this.open.has(address), isKnown: (address) => this.entries.has(address), isInside: (address) => this.assessments.isInside(address),
      found: (address, state) => (state ? this.put(state, false) : this.remove(address)),
      scanned: () => {
        for (const { digest } of this.entries.values()) for (const { target } of digest.links) if (target !== undefined) this.assessments.exists(target);
      },
    });
    this.others = new KnownFiles(options.disk, (address) => this.work.run(async () => {
      if (await this.others.look(address)) for (const { address: each } of this.assessments.naming(address)) this.disturb(each);
    }));
    // Of a file that the configuration leaves out nobody says that it lacks, or is none of ours: nobody has looked.
    this.assessments = new Assessments(() => this.folders, (address) => (options.configs.includes(address) ? this.others.isFile(address) : undefined));
    options.configs.onChange((change) => this.configured(change));
    this.remembered = new Remembered(this.assessments, (address) => options.context(address));
  }

  /** The workspace's folders. */
  get roots(): readonly string[] {
    return this.folders;
  }

  get workspace(): Workspace {
    return this.assessments;
  }

  /** Files read from the disk so far. */
  get reads(): number {
    return this.reader.reads;
  }

  /** How often the rules over several files were run on a file. */
  get runs(): number {
    return this.remembered.runs;
  }

  /** Resolves when everything that is to be read has been read. */
  idle(): Promise<void> {
    return this.work.idle();
  }

  onChange(listener: (changes: Changes) => void): void {
    this.work.onChange(listener);
  }

  addresses(): string[] {
    return [...this.entries.keys()];
  }

  isOpen(address: string): boolean {
    return this.open.has(address);
  }

  /** What a file refers to, as last read from the disk. */
  citedIn(address: string): readonly Cited[] {
    return this.entries.get(address)?.cited ?? [];
  }

  /** Where an open file stands among the others; undefined outside the folders. */
  surroundingsOf(address: string): Surroundings | undefined {
    if (!this.assessments.isInside(address)) return undefined;
    return { address, workspace: this.assessments, take: (digest, own) => this.take(digest, own) };
  }

  /** Another number whenever the findings of a file may be others than before, for the disk's or the other files' sake. */
  versionOf(address: string): number {
    this.seeTheDay();
    return this.versions.get(address) ?? 0;
  }

  /** Another number whenever any file may say something else to the others. */
  get revision(): number {
    return this.counter;
  }

  /** The findings of a file, those over several files among them; undefined when it is none of ours. */
  findingsOf(address: string): { findings: Finding[]; suppressed: number } | undefined {
    this.seeTheDay();
    const entry = this.entries.get(address);
    if (!entry) return undefined;
    const own = (): Finding[] => graded(entry.own.findings, entry.digest.status, this.options.context(address));
    if (this.first) return { ...entry.own, findings: own() };
    if (!entry.all) {
      const across = this.remembered.of(entry.digest);
      entry.all = { findings: [...own(), ...across.findings].sort(inFileOrder), suppressed: entry.own.suppressed + across.suppressed.length };
    }
    return entry.all;
  }

  /** The workspace's folders are these from now on: what is new is read, what is gone is forgotten. */
  setFolders(addresses: readonly string[]): void {
    const added = addresses.filter((folder) => !this.folders.includes(folder));
    this.folders = [...new Set(addresses)];
    this.options.configs.forgetOutside();
    for (const address of [...this.entries.keys()]) {
      if (!this.assessments.isInside(address)) this.remove(address);
      else this.disturb(address); // links that led out of the workspace may lead into it now, or the other way round
    }
    this.work.run(async () => {
      await this.reader.scan(added, true);
      if (!this.first || this.reader.isScanning) return;
      this.first = false;
      for (const address of [...this.entries.keys(), ...this.open]) this.disturb(address);
    });
  }

  /** The document is open: the disk has no say until it is closed. */
  opened(address: string): void {
    this.open.add(address);
    this.reader.drop(address);
  }

  /** The document says this now. A configuration counts as it stands in the editor, saved or not. */
  wrote(address: string, text: () => string): void {
    if (this.options.configs.concerned(address).length) this.work.run(() => this.options.configs.wrote(address, text()));
  }

  /** The document is closed: the file is what the disk has. */
  closed(address: string): void {
    if (!this.open.delete(address) || !this.assessments.isInside(address)) return;
    this.work.run(() => (this.options.configs.concerned(address).length ? this.options.configs.closed(address) : this.reader.read(address)));
  }

  /** An open document turned out to be no assessment (any more). */
  isNone(address: string): void {
    if (this.open.has(address)) this.remove(address);
  }

  /** Something happened to these on the disk: files or folders, made, changed or gone. */
  touched(addresses: Iterable<string>): void {
    this.work.run(async () => {
      const all = new Set(addresses);
      const done = new Set<string>();
      await this.options.configs.touched([...all]);
      for (const address of all) {
        if (done.has(address) || !isLooked(address, this.folders)) continue;
        this.others.forget(address);
        const kind = await this.options.disk.kindOf(address).catch(() => undefined);
        if (kind === 'file') {
          if (isYaml(address) && !this.open.has(address)) await this.reader.read(address);
        } else if (kind === 'folder') for (const each of await this.reader.scan([address], true)) done.add(each); // what is known tells its own changes
        else for (const each of [...this.entries.keys()]) if ((each === address || each.startsWith(`${address}/`)) && !this.open.has(each)) this.remove(each);
      }
    });
  }

  /** A configuration is another: what rests on it is worked out anew, and read anew only where it reads otherwise. */
  private configured({ folder, isFirst, levels, reading, files }: ConfigChange): void {
    if (!levels && !reading && !files) return;
    if (isFirst) {
      for (const address of this.open) if (isWithin(address, [folder])) this.disturb(address);
      return;
    }
    if (reading) this.remembered.clear();
    else this.remembered.regrade();
    if (files) for (const address of [...this.entries.keys()]) if (!this.open.has(address) && !this.options.configs.includes(address)) this.remove(address);
    for (const address of new Set([...this.entries.keys(), ...this.open])) this.restamp(address);
    if ((reading || files) && this.folders.length) this.work.run(() => this.reader.scan([folder], !reading));
  }

  /** The user's settings grade findings otherwise. */
  regrade(): void {
    this.remembered.regrade();
    for (const address of new Set([...this.entries.keys(), ...this.open])) this.restamp(address);
  }

  /** Takes in an open document as it stands now; its findings over several files, none before the others have been read. */
  private take(digest: Digest, own: OwnFindings): Across {
    this.seeTheDay();
    if (this.open.has(digest.address)) this.put({ digest, own, cited: [] }, true);
    return this.first ? { findings: [], suppressed: [] } : this.remembered.of(digest);
  }

  private put(state: FileState, live: boolean): void {
    const { address } = state.digest;
    const before = this.entries.get(address);
    this.entries.set(address, { ...state });
    const reached = this.assessments.set(state.digest);
    this.changed(address, live);
    if (before && saysTheSame(before.digest, state.digest)) return;
    this.others.forget(address);
    // Asked now, the disk has answered by the time that somebody wants to know.
    for (const { target } of state.digest.links) if (target !== undefined && !this.reader.isScanning) this.assessments.exists(target);
    reached.delete(address);
    for (const each of reached) this.disturb(each);
  }

  private remove(address: string): void {
    if (!this.entries.delete(address)) return;
    const reached = this.assessments.delete(address);
    this.changed(address, false);
    // Those who name it want to know whether another file, or none, stands there.
    if (this.assessments.naming(address).length) this.assessments.exists(address);
    reached.delete(address);
    for (const each of reached) this.disturb(each);
  }

  private changed(address: string, live: boolean): void {
    this.remembered.disturb(address);
    if (!live) this.versions.set(address, ++this.counter);
    this.work.pending().files.add(address);
  }

  /** The findings of a file may be others now. */
  private disturb(address: string): void {
    this.remembered.disturb(address);
    this.restamp(address);
  }

  private restamp(address: string): void {
    this.versions.set(address, ++this.counter);
    delete this.entries.get(address)?.all;
    this.work.pending().disturbed.add(address);
  }

  /** On a new day everything is read anew: dates have passed. So it is when somebody reads another language. */
  private seeTheDay(): void {
    const { today, texts } = this.options.context();
    const now = `${today} ${texts.language}`;
    if (now === this.day) return;
    const before = this.day;
    this.day = now;
    if (!before) return;
    this.remembered.clear();
    for (const address of this.entries.keys()) this.restamp(address);
    this.work.run(() => this.reader.scan(this.folders, false));
  }
}
