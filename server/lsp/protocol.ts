/**
 * What the server speaks beside LSP: its own requests, the commands that its code lenses carry, the options a client
 * may send, and the addresses of the pages it brings along. Shared by the server and its clients, so it imports types
 * alone.
 *
 * Plain LSP suffices for everything but the preview and the pages: another editor needs nothing from here.
 */
import type { Range } from 'vscode-languageserver';
import type { Page } from '../core/features/model.ts';
import type { Edition } from '../core/report/edition.ts';
import type { History } from '../core/report/history.ts';
import type { StepId, StepState } from '../core/across/process.ts';
import type { AssessmentKind, Status } from '../core/templates/model.ts';
import type { Language } from '../core/texts/language.ts';

/** Sent with `initialize`. All of it may be left out. */
export interface InitializationOptions {
  /** Red Hat's YAML extension is active and reports syntax errors and keys that stand twice itself. */
  yamlExtension?: boolean;
  /** The client has registered COMMANDS, opens PAGE_SCHEME addresses, and knows VS Code's own commands. */
  vscode?: boolean;
  /** The client answers FILE_KIND, FOLDER and FILE, for files that do not lie on the server's own disk. */
  files?: boolean;
  /** False while the user has not said that the folder can be trusted: nothing that runs a program is done. True when left out. */
  trusted?: boolean;
  /** The language of what is said, as the setting `vurdert.språk` has it: nb, nn, en; otherwise as the client's own. */
  språk?: string;
}

/** Notification, without parameters: the user has said that the folder can be trusted. */
export const TRUSTED = 'vurdert/trusted';

/**
 * Requests of the server's, to a client that reads files for it: what stands at a URI (null: nothing), links followed;
 * a folder's entries; a file's bytes in base64.
 */
export const FILE_KIND = 'vurdert/fileKind';
export const FOLDER = 'vurdert/folder';
export const FILE = 'vurdert/file';
export interface FileParams {
  uri: string;
}
export type FileAnswer<T> = { found: T } | { problem: 'missing' | 'no-access' | 'other'; detail: string };

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

/** Request: the report of a file as it stands now, or null when it is not an assessment. */
export const REPORT = 'vurdert/report';
export interface ReportParams {
  uri: string;
  /** A whole page when left out, or Markdown. `html` holds it, whichever it is. */
  format?: 'html' | 'markdown';
  /** internal when left out. */
  edition?: Edition;
}
export interface ReportResult extends Rendered {
  html: string;
}
/** What was rendered. */
export interface Rendered {
  /** The version of the document that was rendered; 0 of a file that is not open. */
  version: number;
  title: string;
  /** The language that it is in: the file's own. */
  language: Language;
}
export type ReportResponse = ReportResult | null;

/** Request: the report for a page that is there already, live while the file is written in; null when it is not an assessment. */
export const PREVIEW = 'vurdert/preview';
export interface PreviewParams {
  uri: string;
  /** internal when left out. */
  edition?: Edition;
}
/** From the top, as HTML, one element each. */
export type PreviewResponse = (Rendered & { blocks: string[] }) | null;

/** Request: what differs between an earlier text of a file and the file as it stands now; null when it is no assessment. */
export const DIFF = 'vurdert/diff';
export interface DiffParams {
  uri: string;
  /** The earlier text; null where there was no such file. Where it comes from is the client's to say. */
  before: string | null;
  /** What the two versions are called. */
  labels: { before: string; after: string };
  edition?: Edition;
  /** fragment when left out. `html` in the answer holds it, whichever it is. */
  format?: 'html' | 'fragment' | 'markdown' | 'json';
}
export type DiffResponse = (ReportResult & { /** Nothing reads differently. */ same: boolean }) | null;

/** Request: the report as a file to give away; null when it is not an assessment. */
export const EXPORT = 'vurdert/export';
export interface ExportParams {
  uri: string;
  /** The two tables are each a file of their own. */
  format: 'html' | 'markdown' | 'docx' | 'pdf' | 'json' | 'risks-csv' | 'actions-csv';
  edition?: Edition;
  /** The file's history, where the client knows it: the revision on the front page, and the change log. */
  history?: History;
}
/** `data`: the file's bytes in base64. `problem`: why it cannot be made, for the user (no browser to print PDF with). */
export type ExportResponse = { data: string } | { problem: string } | null;

/** Request: where in a file a place lies, by its path as findings and the report's `data-path` have it; null where it is not there. */
export const PLACE = 'vurdert/place';
export interface PlaceParams {
  uri: string;
  path: string;
}
export type PlaceResult = Range | null;

/**
 * Request, on behalf of a language model: the findings of a file, what it has not answered, or what is known of an
 * article, question, code or term. Only read. `problem`: why there is no answer, in plain words.
 */
export const TOOL = 'vurdert/tool';
export type ToolParams = { tool: 'sjekk' | 'mangler'; uri: string } | { tool: 'slaaOpp'; what: string };
export type ToolResult = { text: string } | { problem: string };

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

/** Request, without parameters: every assessment of the workspace, by address. Waits until the folders have been read. */
export const ASSESSMENTS = 'vurdert/assessments';
export interface AssessmentEntry {
  uri: string;
  /** The file's name. */
  name: string;
  kind: AssessmentKind;
  /** The kind as users read it: «DPIA». */
  kindName: string;
  /** '' for one without a title. */
  title: string;
  /** The service that it is about, as it says itself or the platform assessment that it belongs to; '' where neither does. */
  service: string;
  /** As the file names them: `instagram`. */
  platforms: string[];
  status: Status;
  progress: { asked: number; answered: number };
  /** The highest level after measures, or before them, or what was concluded: `lav`, `middels`, `høy`; '' while there is none. */
  risk: string;
  /** `godkjent`, `betinget`, `ikke godkjent`; '' while nothing is decided. */
  outcome: string;
  inUse: boolean;
  /** YYYY-MM-DD, or ''. */
  nextReview: string;
  reviewPassed: boolean;
  counts: { error: number; warning: number; information: number };
}
export type AssessmentsResult = AssessmentEntry[];

/** Notification, without parameters: what ASSESSMENTS answers has changed. Not sent before it was asked for. */
export const ASSESSMENTS_CHANGED = 'vurdert/assessmentsChanged';

/** Request: where the processing that a file is part of stands; null for a record, and for what is no assessment. */
export const PROCESS = 'vurdert/process';
export interface ProcessParams {
  uri: string;
}
export interface ProcessStep {
  id: StepId;
  /** «Innledende personvernvurdering» */
  title: string;
  state: StepState;
  /** The state as users read it: «gjort», «nå». */
  stateWord: string;
  /** The file that the step is taken in, once it is there. */
  uri?: string;
  /** YYYY-MM-DD of when it was done, or for the review when it is due. */
  date?: string;
}
export interface ProcessResult {
  steps: ProcessStep[];
  /**
   * What takes the step at hand: one of COMMANDS (`lagFra`, `lagRad`), or `visFunn` where it is taken by writing in a
   * file. Undefined where the way ends.
   */
  next?: { title: string; command: string; arguments: unknown[] };
}
export type ProcessResponse = ProcessResult | null;

/** Request: the frame of a new assessment as a snippet (`$1` … are tab stops), its title filled in. Null without one. */
export const NEW_FILE = 'vurdert/newFile';
export interface NewFileParams {
  kind: AssessmentKind;
  title: string;
}
export type NewFileResult = string | null;

/** Request: what there is to choose between for a new assessment; the platforms and strategies of that kind's template. */
export const OPTIONS = 'vurdert/options';
export interface OptionsParams {
  kind?: AssessmentKind;
  /** The folder that the file is to lie in: own templates are its configuration's. */
  folder?: string;
}
export interface Choice {
  value: string;
  /** As users read it. */
  text: string;
}
export interface OptionsResult {
  kinds: Choice[];
  /** Suggestions: any platform may be named. Empty where the template does not ask. */
  platforms: Choice[];
  strategies: Choice[];
  /** The templates of the kind, where there is more than one to choose between. */
  templates?: Choice[];
}

/** Request: a new assessment with what follows from what was asked, and the name of a file that is not there. The client writes it. */
export const NEW_ASSESSMENT = 'vurdert/newAssessment';
export interface NewAssessmentParams {
  kind: AssessmentKind;
  title: string;
  /** As the nearest assessment has it, where it is left out. */
  controller?: string;
  service?: string;
  platforms?: string[];
  strategies?: string[];
  /** The template's id; the kind's first where it is left out. */
  template?: string;
  /** The URI of the folder that the file is to lie in. */
  folder: string;
}
/** Null where there is no template of the kind. */
export type NewAssessmentResult = { uri: string; text: string } | null;

/**
 * The commands of the code lenses, by the meaning that a lens names (core/features/model.ts). Each is given the file's
 * URI first: `visRapport(uri)`, `visRegel(uri, code)`, `visFunn(uri, range)` with an LSP range. They are the client's
 * to register, except those in SERVER_COMMANDS, which the server carries out itself (workspace/executeCommand):
 * `settInnSvar(uri, ids)`, `bringAJour(uri)`, `lagFra(uri, kind)`, `lagRad(uri)`. The last two ask the client to apply an edit that may
 * create a file, and to show what was made.
 */
export const COMMANDS = {
  'show-report': 'vurdert.visRapport',
  'show-rule': 'vurdert.visRegel',
  'show-finding': 'vurdert.visFunn',
  'insert-answers': 'vurdert.settInnSvar',
  'make-from': 'vurdert.lagFra',
  'make-row': 'vurdert.lagRad',
  'update-template': 'vurdert.bringAJour',
} as const;
export const SERVER_COMMANDS: readonly (keyof typeof COMMANDS)[] = ['insert-answers', 'make-from', 'make-row', 'update-template'];

/** `brukEndring(edit)`: the command that a quick fix is for a client whose actions cannot hold an edit. */
export const APPLY_EDIT = 'vurdert.brukEndring';

/** Pages are addressed as core/sources/references.ts writes it: `vurdert:/regel/ja-utloser-dpia.md`. */
export const PAGE_SCHEME = 'vurdert';

/** The page of what is in force for a file: the file's URI stands behind it, encoded once more. */
export const IN_FORCE = `${PAGE_SCHEME}:/gjelder/`;

const KINDS: readonly Page['kind'][] = ['regel', 'artikkel', 'lov', 'sporsmal', 'utdrag', 'ord', 'fakta'];

/** The page that an address means; undefined when it is not one of ours. */
export function pageOf(uri: string): Page | undefined {
  const match = /^vurdert:\/+([a-z]+)\/([^?#]+)\.md$/.exec(uri);
  const kind = KINDS.find((each) => each === match?.[1]);
  if (!match || !kind) return undefined;
  try {
    return { kind, name: decodeURIComponent(match[2]!) };
  } catch {
    return undefined; // a stray % in the address
  }
}
