/** Reads the configuration of one folder, with the own templates and rules that it names. */
import { isOutside } from '../core/config/globs.ts';
import { CONFIG_NAME, type ConfigFile, type Configuration, type OwnFile, type OwnFiles, type PathKind, type UnreadFile } from '../core/config/model.ts';
import { readConfiguration } from '../core/config/read.ts';
import { withScale } from '../core/config/scale.ts';
import { derived, type Library } from '../core/library.ts';
import type { OwnLoaded, OwnRead } from '../core/own/load.ts';
import { decode, isYaml, yamlFiles } from './assessments.ts';
import { guessed, isOfKind, resolved } from './config-paths.ts';
import type { Disk } from './disk.ts';

/** A configuration as it was last read. */
export interface ConfigState {
  address: string;
  folder: string;
  file: ConfigFile;
  /** What holds: the file's, or the last one's that could be read whole. */
  configuration: Configuration;
  /** Not UTF-8, or not to be read at all: nothing of it is used. */
  unreadable: boolean;
  paths: ReadonlyMap<string, PathKind>;
  files: OwnFiles;
  library: Library;
  /** Own templates and rules as they were read, by address. */
  own: ReadonlyMap<string, OwnRead>;
}

export interface ReadOptions {
  disk: Disk;
  library: Library;
  /** Takes own templates and rules into a library; without it they are left out. Never throws. */
  own?(base: Library, files: OwnFiles, last?: ReadonlyMap<string, OwnRead>): OwnLoaded;
  /** What open documents say: they go before the disk. */
  open: ReadonlyMap<string, string>;
  /** Called when a configuration is read from the disk. */
  counted(): void;
}

/** The configuration that lies in a folder; undefined where there is none. `last`: as it was read before. */
export async function readConfigIn(folder: string, last: ConfigState | undefined, options: ReadOptions): Promise<ConfigState | undefined> {
  const address = `${folder}/${CONFIG_NAME}`;
  const { disk, library, own, open } = options;
  let text = open.get(address);
  let unreadable = false;
  if (text === undefined) {
    if ((await disk.kindOf(address).catch(() => undefined)) !== 'file') return undefined;
    options.counted();
    const bytes = await disk.read(address).catch(() => undefined);
    text = bytes && decode(bytes);
    unreadable = text === undefined;
  }
  const file = readConfiguration(text ?? '');
  const configuration = (file.broken || unreadable) && last ? last.configuration : file.configuration;
  const paths = new Map<string, PathKind>();
  for (const path of [...configuration.templates, ...configuration.ruleFiles]) if (!isOutside(path)) paths.set(path, await kindOf(folder, path, disk));
  const unread: UnreadFile[] = [];
  const files: OwnFiles = { templates: await ownFiles(folder, configuration.templates, 'template', unread, options), rules: await ownFiles(folder, configuration.ruleFiles, 'rule', unread, options), ...(unread.length ? { unread } : {}) };
  const isSame = last !== undefined && JSON.stringify([last.files, last.configuration.scale]) === JSON.stringify([files, configuration.scale]);
  const loaded = isSame ? { library: last.library, files: last.own } : libraryOf(library, own && ((base, read) => own(base, read, last?.own)), files, configuration);
  return { address, folder, file, configuration, unreadable, paths, files, library: loaded.library, own: loaded.files };
}

function libraryOf(library: Library, own: ReadOptions['own'], files: OwnFiles, configuration: Configuration): OwnLoaded {
  const readInto = (base: Library): OwnLoaded => (own && (files.templates.length || files.rules.length || files.unread?.length) ? own(base, files) : { library: base, files: new Map<string, OwnRead>() });
  const loaded = readInto(library);
  return { ...loaded, library: derived(library, (base) => withScale(base === library ? loaded.library : readInto(base).library, configuration.scale)) };
}

async function kindOf(folder: string, path: string, disk: Disk): Promise<PathKind> {
  const address = resolved(folder, path);
  const kind = address === undefined ? undefined : await disk.kindOf(address).catch(() => undefined);
  return kind === 'file' || kind === 'folder' ? kind : 'none';
}

/** The YAML files that paths lead to, those of a folder included; never out of the configuration's folder. What cannot be read goes to `unread`. */
async function ownFiles(folder: string, paths: readonly string[], kind: UnreadFile['kind'], unread: UnreadFile[], { disk, open }: Pick<ReadOptions, 'disk' | 'open'>): Promise<OwnFile[]> {
  const addresses = paths.flatMap((path) => (isOutside(path) ? [] : (resolved(folder, path) ?? [])));
  const files: OwnFile[] = [];
  for await (const found of addresses.length ? yamlFiles(disk, addresses) : []) {
    if ('problem' in found || !isYaml(found.path)) continue;
    const written = open.get(found.path);
    const bytes = written === undefined ? await disk.read(found.path).catch(() => undefined) : undefined;
    const text = written ?? (bytes && decode(bytes));
    if (text !== undefined) files.push({ address: found.path, text });
    else if (isOfKind(found.path, kind)) unread.push({ address: found.path, kind, why: bytes ? 'not-utf8' : 'no-access', text: bytes ? guessed(bytes) : '' });
  }
  return files.sort((a, b) => (a.address < b.address ? -1 : 1));
}
