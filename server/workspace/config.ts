/**
 * The configurations of the workspace: `vurdert.config.yaml` in any folder of it. For each file the nearest one upwards
 * holds, alone. Each is read once and again when something happens to it or to what it names; an open document counts
 * as it stands in the editor, saved or not.
 */
import { isWithin } from '../core/across/addresses.ts';
import { checkConfiguration } from '../core/config/check.ts';
import { differenceOf, inForce, type Difference } from '../core/config/force.ts';
import { isIncluded, isOutside } from '../core/config/globs.ts';
import { CONFIG_NAME, type ConfigFile, type Configuration, type OwnFiles, type RuleLevels, type UnreadFile } from '../core/config/model.ts';
import type { Finding } from '../core/findings.ts';
import type { Library } from '../core/library.ts';
import type { OwnRead } from '../core/own/load.ts';
import type { Texts } from '../core/texts/texts.ts';
import { isOfKind, leadsTo, namesAny, passedOver } from './config-paths.ts';
import { readConfigIn, type ConfigState, type ReadOptions } from './config-read.ts';

export type { ConfigState } from './config-read.ts';

export interface ConfigOptions extends Pick<ReadOptions, 'disk' | 'library' | 'own'> {
  /** The folders that a configuration may lie in, and below; nothing above them is ever looked at. */
  roots(): readonly string[];
  /** What the user's settings say of the rules, for a file at an address. */
  settings?(address: string): ReadonlyMap<string, RuleLevels>;
}

/** In which folder something is otherwise, and what. */
export interface ConfigChange extends Difference {
  folder: string;
  /** Nobody had looked into the folder: no closed file below it has been read yet. */
  isFirst: boolean;
}

export class Configurations {
  /** By folder; undefined where there is none. Folders that nobody has looked into are not in it. */
  private readonly states = new Map<string, ConfigState | undefined>();
  private readonly loading = new Map<string, Promise<void>>();
  private readonly open = new Map<string, string>();
  private readonly merged = new WeakMap<Configuration, { settings: ReadonlyMap<string, RuleLevels>; result: Configuration | undefined }>();
  private readonly listeners: ((change: ConfigChange) => void)[] = [];
  private readonly readers: ((address: string) => void)[] = [];
  /** How many configurations have been read; for tests. */
  reads = 0;
  /** Counts up with every reading: what a configuration's own findings rest on. */
  revision = 0;
  /** There is, or has been, one: without it every question is answered at once. */
  private any = false;

  constructor(private readonly options: ConfigOptions) {}

  onChange(listener: (change: ConfigChange) => void): void {
    this.listeners.push(listener);
  }

  /** Told of each configuration that has been read, or is there no more. */
  onRead(listener: (address: string) => void): void {
    this.readers.push(listener);
  }

  /** The configuration for a file: the nearest upwards, as far as has been read. */
  of(address: string): ConfigState | undefined {
    if (!this.any) return undefined;
    for (const folder of this.foldersAbove(address)) {
      const state = this.states.get(folder);
      if (state) return state;
    }
    return undefined;
  }

  /** All that there are, by address. */
  all(): ConfigState[] {
    return this.any ? [...this.states.values()].filter((state) => state !== undefined).sort((a, b) => (a.address < b.address ? -1 : 1)) : [];
  }

  at(address: string): ConfigState | undefined {
    return this.states.get(folderOf(address));
  }

  /** An own template or rule that a configuration names, with that configuration; undefined for any other file. */
  ownAt(address: string): { file: OwnRead; state: ConfigState } | undefined {
    for (const state of this.all()) {
      const file = state.own.get(address);
      if (file) return { file, state };
    }
    return undefined;
  }

  /** Whether a configuration names a template or rule that is not read because there are too many. */
  isOneTooMany(address: string): boolean {
    return this.all().some(({ own, files }) => !own.has(address) && [files.templates, files.rules].some((list, i) => isOfKind(address, i ? 'rule' : 'template') && list.some((each) => each.address === address)));
  }

  /** Whether a configuration leads to a template or rule, read or not: one that is not saved yet lies in a folder that is named. */
  isNamed(address: string, kind: UnreadFile['kind']): boolean {
    return this.all().some(({ folder, configuration }) => (kind === 'template' ? configuration.templates : configuration.ruleFiles).some((path) => leadsTo(folder, path, address)));
  }

  /** What is in force for a file, the user's settings among it; the same object for as long as it is the same. */
  inForce(address: string): Configuration | undefined {
    const settings = this.options.settings?.(address) ?? NONE;
    const configuration = this.of(address)?.configuration;
    if (!configuration) return settings.size ? this.settingsAlone(settings) : undefined;
    if (!settings.size) return configuration;
    const known = this.merged.get(configuration);
    if (known?.settings === settings) return known.result;
    const result = inForce(configuration, settings);
    this.merged.set(configuration, { settings, result });
    return result;
  }

  libraryFor(address: string): Library {
    return this.of(address)?.library ?? this.options.library;
  }

  /** Whether a file is looked at when nobody names it. */
  includes(address: string): boolean {
    const state = this.of(address);
    if (!state || (!state.configuration.folders.length && !state.configuration.excluded.length)) return true;
    return isIncluded(state.configuration, address.slice(state.folder.length + 1));
  }

  /** Whether a folder need not be looked into at all. */
  excludesFolder(folder: string): boolean {
    const state = this.of(`${folder}/`);
    return state !== undefined && state.folder !== folder && state.configuration.excluded.length > 0 && !isIncluded({ folders: [], excluded: state.configuration.excluded }, folder.slice(state.folder.length + 1));
  }

  /** What is wrong in a configuration, its text perhaps newer than what was read from the disk. */
  findings(state: ConfigState | undefined, file: ConfigFile, texts: Texts): Finding[] {
    if (state?.unreadable) return [{ code: 'konfigurasjon-verdi', severity: 'error', message: texts('config.not-utf8'), range: { start: 0, end: 0 }, path: '', related: [], fixes: [] }];
    return checkConfiguration(file, { library: state?.library ?? this.options.library, texts }, (path) => (isOutside(path) ? 'outside' : state?.paths.get(path)), state && passedOver(state));
  }

  /** Resolves when every configuration that may hold for the file has been read. */
  async ready(address: string): Promise<void> {
    for (const folder of this.foldersAbove(address)) if (!this.states.has(folder)) await this.load(folder);
  }

  /** A folder's entries have been listed: where no configuration is among them, nobody need ask the disk. */
  async listed(folder: string, names: readonly string[]): Promise<void> {
    if (this.states.has(folder) || this.loading.has(folder)) return this.loading.get(folder);
    if (names.includes(CONFIG_NAME)) return this.load(folder);
    if (!this.open.has(`${folder}/${CONFIG_NAME}`)) this.states.set(folder, undefined);
  }

  /** A document is open and says this now. Anything but a configuration, and the own templates and rules that one names, is none of ours. */
  async wrote(address: string, text: string): Promise<void> {
    const folders = this.concerned(address);
    if (!folders.length || !this.isInside(address) || this.open.get(address) === text) return;
    this.open.set(address, text);
    for (const folder of folders) await this.load(folder, true);
  }

  async closed(address: string): Promise<void> {
    if (this.open.delete(address)) for (const folder of this.concerned(address)) await this.load(folder, true);
  }

  /** The folders whose configuration a file is, or is named by. */
  concerned(address: string): string[] {
    return isConfig(address) ? [folderOf(address)] : this.all().filter((state) => namesAny(state, address)).map(({ folder }) => folder);
  }

  /** Something happened to these on the disk: a configuration, or what one names, or a folder that holds either. */
  async touched(addresses: readonly string[]): Promise<void> {
    const folders = new Set<string>();
    for (const address of addresses) {
      if (isConfig(address) && this.isInside(address)) folders.add(folderOf(address));
      for (const state of this.all()) {
        if (state.address.startsWith(`${address}/`) || namesAny(state, address)) folders.add(state.folder);
      }
      // What was made anew may hold what was not there before.
      for (const folder of [...this.states.keys()]) if ((folder === address || folder.startsWith(`${address}/`)) && !this.states.get(folder)) this.states.delete(folder);
    }
    for (const folder of folders) await this.load(folder, true);
  }

  /** The roots are others: what lies outside them is forgotten. */
  forgetOutside(): void {
    for (const folder of [...this.states.keys()]) if (!this.isInside(`${folder}/`)) this.states.delete(folder);
  }

  private isInside(address: string): boolean {
    return isWithin(address, this.options.roots());
  }

  /** The folders from a file's own up to the root that it lies in. */
  private foldersAbove(address: string): string[] {
    const roots = this.options.roots().filter((root) => isWithin(address, [root]));
    const top = roots.reduce<string | undefined>((highest, root) => (highest === undefined || root.length < highest.length ? root : highest), undefined);
    const folders: string[] = [];
    if (top === undefined) return folders;
    const end = top.replace(/\/$/, '');
    for (let folder = folderOf(address); folder.length >= end.length; folder = folderOf(folder)) {
      folders.push(folder);
      if (folder === end) break;
    }
    return folders;
  }

  /** Settings without a configuration: one object for each set of settings. */
  private readonly alone = new WeakMap<ReadonlyMap<string, RuleLevels>, Configuration>();
  private settingsAlone(settings: ReadonlyMap<string, RuleLevels>): Configuration {
    const known = this.alone.get(settings) ?? inForce(undefined, settings)!;
    this.alone.set(settings, known);
    return known;
  }

  /** One reading of a folder at a time; what comes in meanwhile is read after it. */
  private load(folder: string, again = false): Promise<void> {
    const running = this.loading.get(folder);
    if (running && !again) return running;
    const work = (running ?? Promise.resolve()).then(() => this.loadNow(folder));
    const done = work.finally(() => {
      if (this.loading.get(folder) === done) this.loading.delete(folder);
    });
    this.loading.set(folder, done);
    return done;
  }

  private async loadNow(folder: string): Promise<void> {
    const isFirst = !this.states.has(folder);
    const before = this.of(`${folder}/`);
    const state = await readConfigIn(folder, this.states.get(folder), { ...this.options, open: this.open, counted: () => this.reads++ });
    if (state) this.any = true;
    this.states.set(folder, state);
    this.revision++;
    const after = this.of(`${folder}/`);
    if (before === after) return;
    const told = new Set([`${folder}/${CONFIG_NAME}`, ...(before?.own.keys() ?? []), ...(after?.own.keys() ?? [])]);
    for (const each of told) for (const reader of this.readers) reader(each);
    const difference = differenceOf(before?.configuration, after?.configuration);
    if (JSON.stringify(before?.files ?? NO_FILES) !== JSON.stringify(after?.files ?? NO_FILES)) difference.reading = true;
    for (const listener of this.listeners) listener({ folder, isFirst, ...difference });
  }
}

const NO_FILES: OwnFiles = { templates: [], rules: [] };
const NONE: ReadonlyMap<string, RuleLevels> = new Map();
const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/'));

/** Whether an address is a configuration's. */
export const isConfig = (address: string): boolean => address.endsWith(`/${CONFIG_NAME}`);
