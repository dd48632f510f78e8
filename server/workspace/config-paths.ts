/** Where the paths of a configuration lead, and what of that is not used. */
import { addressOf } from '../core/across/addresses.ts';
import type { OwnKey, PassedOver } from '../core/config/check.ts';
import { isOutside } from '../core/config/globs.ts';
import { CONFIG_NAME, MOST_OWN_FILES, type Configuration, type OwnFile, type OwnFiles, type UnreadFile } from '../core/config/model.ts';
import { ownKindByName } from '../core/recognise.ts';

/** A configuration and what was found where its paths lead. */
interface Named {
  folder: string;
  configuration: Pick<Configuration, 'templates' | 'ruleFiles'>;
  files: OwnFiles;
}

/** A template says its name in its first lines. */
const MOST_GUESSED = 4000;

/** The beginning of what is not UTF-8: ASCII can be made out, UTF-16 among it. */
export const guessed = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, MOST_GUESSED)).replaceAll('\0', '');

/** The address of a path that a configuration names; undefined where it is none. */
export function resolved(folder: string, path: string): string | undefined {
  return addressOf(`${folder}/${CONFIG_NAME}`, path)?.replace(/\/+$/, '');
}

/** What a file's name says goes before the list that it came in, as where it is read (own/load.ts). */
export const isOfKind = (address: string, kind: UnreadFile['kind']): boolean => (ownKindByName(address) ?? kind) === kind;

/** Whether a path that a configuration names is this file, or a folder that it lies in. */
export function leadsTo(folder: string, path: string, address: string): boolean {
  const named = isOutside(path) ? undefined : resolved(folder, path);
  return named !== undefined && (named === address || address.startsWith(`${named}/`));
}

/** What the configuration names and nothing is used of. */
export function passedOver({ folder, configuration, files }: Named): PassedOver {
  const lists: { key: OwnKey; kind: UnreadFile['kind']; paths: readonly string[]; read: readonly OwnFile[] }[] = [
    { key: 'maler', kind: 'template', paths: configuration.templates, read: files.templates }, { key: 'regelfiler', kind: 'rule', paths: configuration.ruleFiles, read: files.rules },
  ];
  const shown = (address: string): string => address.slice(folder.length + 1);
  return {
    unread: (files.unread ?? []).flatMap(({ address, kind, why }) => lists.filter((list) => list.kind === kind).flatMap(({ key, paths }) => {
      const path = paths.find((each) => leadsTo(folder, each, address));
      return path === undefined ? [] : [{ key, path, file: shown(address), why }];
    })),
    many: lists.flatMap(({ key, kind, read }) => {
      const all = read.filter(({ address }) => isOfKind(address, kind));
      const first = all[MOST_OWN_FILES];
      return first ? [{ key, count: all.length, file: shown(first.address) }] : [];
    }),
  };
}

/** Whether the configuration names this, something in it, or what it lies in. */
export function namesAny({ folder, configuration }: Omit<Named, 'files'>, address: string): boolean {
  return [...configuration.templates, ...configuration.ruleFiles].some((path) => {
    const named = isOutside(path) ? undefined : resolved(folder, path);
    return named !== undefined && (named === address || address.startsWith(`${named}/`) || named.startsWith(`${address}/`));
  });
}
