/**
 * What the server speaks beside LSP: its own requests, the commands that its code lenses carry, the options a client
 * may send, and the addresses of the pages it brings along. Shared by the server and its clients, so it imports types
 * alone.
 *
 * Plain LSP suffices for everything but the preview and the pages: another editor needs nothing from here.
 */
import type { Page } from '../core/features/model.ts';
import type { AssessmentKind } from '../core/templates/model.ts';

/** Sent with `initialize`. All of it may be left out. */
export interface InitializationOptions {
  /** Red Hat's YAML extension is active and reports syntax errors and keys that stand twice itself. */
  yamlExtension?: boolean;
  /** The client has registered COMMANDS, opens PAGE_SCHEME addresses, and knows VS Code's own commands. */
  vscode?: boolean;
}

/** Notification: Red Hat's YAML extension has come or gone. */
export const YAML_EXTENSION = 'vurdert/yamlExtension';
export interface YamlExtensionParams {
  active: boolean;
}

/** Request: a page of ours, by its address or by what it is about. Markdown, or null when there is no such page. */
export const PAGE = 'vurdert/page';
export type PageParams = { uri: string } | Page;
export type PageResult = string | null;

/** Request: everything that can be looked up in the sources, for a list to search in. */
export const SOURCES = 'vurdert/sources';
export interface SourceEntry {
  label: string;
  /** Beside the label. */
  description: string;
  /** Below it. */
  detail: string;
  /** The address of its page. */
  uri: string;
}
export type SourcesResult = SourceEntry[];

/** Request: the report of an open file as it stands now, or null when it is not an assessment. */
export const REPORT = 'vurdert/report';
export interface ReportParams {
  uri: string;
  /** A whole page, the body alone (for the preview), or Markdown. `html` holds it, whichever it is. */
  format?: 'html' | 'fragment' | 'markdown';
}
export interface ReportResult {
  html: string;
  /** The version of the document that was rendered. */
  version: number;
  title: string;
}
export type ReportResponse = ReportResult | null;

/** Request: how an open file stands, for a status line. Null when it is not an assessment. */
export const STATUS = 'vurdert/status';
export interface StatusParams {
  uri: string;
}
export interface StatusResult {
  kind: AssessmentKind;
  /** The kind as users read it: «DPIA». */
  kindName: string;
  progress: { asked: number; answered: number };
  counts: { error: number; warning: number; information: number; suppressed: number };
}
export type StatusResponse = StatusResult | null;

/** Request: the frame of a new assessment as a snippet (`$1` … are tab stops), its title filled in. Null without one. */
export const NEW_FILE = 'vurdert/newFile';
export interface NewFileParams {
  kind: AssessmentKind;
  title: string;
}
export type NewFileResult = string | null;

/**
 * The commands of the code lenses, by the meaning that a lens names (core/features/model.ts). Each is given the file's
 * URI first: `visRapport(uri)`, `visRegel(uri, code)`, `visFunn(uri, range)` with an LSP range. They are the client's
 * to register, except `settInnSvar(uri, ids)`, which the server carries out itself (workspace/executeCommand).
 */
export const COMMANDS = {
  'show-report': 'vurdert.visRapport',
  'show-rule': 'vurdert.visRegel',
  'show-finding': 'vurdert.visFunn',
  'insert-answers': 'vurdert.settInnSvar',
} as const;

/** Pages are addressed as core/sources/references.ts writes it: `vurdert:/regel/ja-utloser-dpia.md`. */
export const PAGE_SCHEME = 'vurdert';

const KINDS: readonly Page['kind'][] = ['regel', 'artikkel', 'lov', 'sporsmal', 'utdrag', 'ord'];

/** The page that an address means; undefined when it is not one of ours. */
export function pageOf(uri: string): Page | undefined {
  const match = /^vurdert:\/+([a-z]+)\/([^/?#]+)\.md$/.exec(uri);
  const kind = KINDS.find((each) => each === match?.[1]);
  if (!match || !kind) return undefined;
  try {
    return { kind, name: decodeURIComponent(match[2]!) };
  } catch {
    return undefined; // a stray % in the address
  }
}
