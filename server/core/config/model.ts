/** What a municipality says of its own use of the product, once for the repository: `vurdert.config.yaml`. */
import type { LineIndex } from '../syntax/lines.ts';
import type { Range } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Status } from '../templates/model.ts';
import type { Language } from '../texts/language.ts';

/** The file's name. It applies to the folder that it lies in and all below, down to the next one. */
export const CONFIG_NAME = 'vurdert.config.yaml';

/** How seriously a rule is taken. */
export type Level = 'av' | 'informasjon' | 'advarsel' | 'feil';
export const LEVELS: readonly Level[] = ['av', 'informasjon', 'advarsel', 'feil'];

/** A rule's level by status; a status that is left out keeps the default. */
export type RuleLevels = { readonly [status in Status]?: Level };

export interface Organisation {
  name?: string;
  number?: string;
  /** How the personvernombud is reached: a role, an office, a common address. */
  officer?: string;
  contact?: string;
}

/** The municipality's own scale of risk: texts from 1 up, and from which product of the two a level holds. */
export interface RiskScale {
  likelihood?: readonly string[];
  consequence?: readonly string[];
  medium?: number;
  high?: number;
}

/** What a configuration says; what it leaves out is undefined or empty. */
export interface Configuration {
  /** Patterns for the files that are looked at; none for all. From the configuration's folder. */
  folders: readonly string[];
  excluded: readonly string[];
  /** By rule code; whether there is such a rule, and whether it may be set so low, is for rules/severity.ts. */
  rules: ReadonlyMap<string, RuleLevels>;
  /** Own templates and rules: files or folders, from the configuration's folder. */
  templates: readonly string[];
  ruleFiles: readonly string[];
  organisation: Organisation;
  scale: RiskScale;
  /** Roles that have to be named in an assessment before it is decided. */
  roles: readonly string[];
  /** The language of files and messages, where neither the file nor a setting says another. */
  language?: Language;
}

export const EMPTY: Configuration = { folders: [], excluded: [], rules: new Map(), templates: [], ruleFiles: [], organisation: {}, scale: {}, roles: [] };

/** One version of a configuration file, read once. */
export interface ConfigFile {
  text: string;
  lines: LineIndex;
  tree: SyntaxTree;
  configuration: Configuration;
  /** YAML could not read all of it: what is here is what could be read. */
  broken: boolean;
  /** Where each value stands, by path (`regler/ubesvarte/utkast`). */
  places: ReadonlyMap<string, Range>;
}

/** A path that a configuration names, and what was found there; undefined while nobody has looked. */
export type PathKind = 'file' | 'folder' | 'none';

/** A file of the municipality's own that the configuration names, read. */
export interface OwnFile {
  address: string;
  text: string;
}

/** So many templates are read, and so many rules: more in one repository would make every reading slow. */
export const MOST_OWN_FILES = 200;

/** One that cannot be read, with what its bytes say as Latin-1: enough to tell which template it would be. */
export interface UnreadFile extends OwnFile {
  kind: 'template' | 'rule';
  why: 'not-utf8' | 'no-access';
}

/** What `maler` and `regelfiler` lead to, each file once and in order of address. */
export interface OwnFiles {
  templates: readonly OwnFile[];
  rules: readonly OwnFile[];
  unread?: readonly UnreadFile[];
}
