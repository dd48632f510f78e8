/** Reads the assessments of the folders from the disk for the index; of two readings of a file the later one counts. */
import type { Context } from '../core/library.ts';
import { readAssessmentFile, yamlFiles } from './assessments.ts';
import { isConfig, type Configurations } from './config.ts';
import type { Disk } from './disk.ts';
import { readState, type FileState } from './entry.ts';

/** Files that are asked for from the disk ahead of the one that is being read. */
const AHEAD = 4;

export interface ReaderOptions {
  disk: Disk;
  configs: Configurations;
  context(address: string): Context;
  pause(): Promise<void>;
  /** An open document speaks for itself. */
  isOpen(address: string): boolean;
  isKnown(address: string): boolean;
  isInside(address: string): boolean;
  /** What a file says; undefined where it is none of ours, or gone. */
  found(address: string, state: FileState | undefined): void;
  /** All below the folders has been read. */
  scanned(): void;
}

export class Reader {
  /** The files that are being read, with the number of their reading. */
  private readonly reading = new Map<string, number>();
  private turns = 0;
  private scans = 0;
  /** Files read from the disk so far. */
  reads = 0;

  constructor(private readonly options: ReaderOptions) {}

  get isScanning(): boolean {
    return this.scans > 0;
  }

  /** What is being read of a file no longer counts. */
  drop(address: string): void {
    this.reading.delete(address);
  }

  /** Reads the assessments below folders, or only those that are not known; gives the addresses of all YAML files there. */
  async scan(folders: readonly string[], onlyNew: boolean): Promise<Set<string>> {
    const { configs, disk, pause, isOpen, isKnown, scanned } = this.options;
    const there = new Set<string>();
    const ahead: Promise<unknown>[] = [];
    this.scans++;
    try {
      for (const folder of folders) await configs.ready(`${folder}/`);
      for await (const each of yamlFiles(disk, folders, configs)) {
        if ('problem' in each) continue;
        there.add(each.path);
        if (isOpen(each.path) || (onlyNew && isKnown(each.path))) continue;
        ahead.push(this.read(each.path));
        if (ahead.length >= AHEAD) await ahead.shift();
        await pause();
      }
      await Promise.all(ahead);
      scanned();
    } finally {
      this.scans--;
    }
    return there;
  }

  async read(address: string): Promise<void> {
    const { configs, disk, isInside, found } = this.options;
    const turn = ++this.turns;
    this.reading.set(address, turn);
    await configs.ready(address);
    const isLookedAt = !isConfig(address) && configs.includes(address);
    if (isLookedAt) this.reads++;
    const file = isLookedAt ? await readAssessmentFile(disk, address, false) : undefined;
    // It may have been opened, or be read anew.
    if (this.reading.get(address) !== turn) return;
    this.reading.delete(address);
    found(address, file && 'text' in file && isInside(address) ? readState(file.text, address, this.options.context(address)) : undefined);
  }
}
