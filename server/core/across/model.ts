/** What assessments know of one another: a digest of each, and what links them. Plain data, without the files' text. */
import type { Range } from '../syntax/nodes.ts';
import type { LineTable } from '../syntax/lines.ts';
import type { AssessmentKind, Status } from '../templates/model.ts';
import type { Progress } from '../assessment/model.ts';
import type { Facts, RuleHit } from '../rules/model.ts';
import type { Suppression } from '../assessment/suppressions.ts';
import type { Finding } from '../findings.ts';
import type { Library } from '../library.ts';
import type { Params, Texts } from '../texts/texts.ts';

/** An answer of kind «fil» that names another file. */
export interface FileLink {
  /** Where it stands: `ip`, `behandlingsoversikt/fil`, `behandlinger/0/vurdering`. */
  path: string;
  /** As written, trimmed. */
  written: string;
  range: Range;
  /** The kinds that the file may be; none for any file. */
  kinds: AssessmentKind[];
  /** The address that it means; undefined where it is no relative path. */
  target: string | undefined;
}

/** A row of a record of processing activities (art. 30). */
export interface RecordRow {
  /** `behandlinger/0` */
  path: string;
  id: string;
  name: string;
  /** The address of the assessment that it names. */
  assessment: string | undefined;
  /** YYYY-MM-DD, or '' */
  entered: string;
  /** Fingerprints of the fields that are taken over from an assessment, by the field's id. */
  carried: Carried;
}
export type Carried = { [field: string]: string };

export interface Digest {
  address: string;
  kind: AssessmentKind;
  template: string;
  title: string;
  status: Status;
  /** Head values by key and answers by role; long text is cut short. */
  facts: Facts;
  /** The question that has each role. */
  roles: { [role: string]: string };
  links: FileLink[];
  rows: RecordRow[];
  /** Fingerprints of what a record takes over from this assessment, by the record's field. */
  carried: Carried;
  /** The same in other languages that the file may have been in, where they differ. */
  carriedElse?: Carried[];
  /** Where a finding about a path stands. */
  places: Map<string, Range>;
  lines: LineTable;
  progress: Progress;
  /** The highest level among the risks, before and after measures. */
  risk: { before?: string; after?: string };
  suppressions: Suppression[];
  /** What it says its purposes are, folded, to be compared; cut short. */
  purposes: string[];
  /** The answers describe a case of art. 35 nr. 3, whatever is concluded on the risk. */
  legal: boolean;
  /** Something in it is marked as not for the public. */
  keepsBack: boolean;
}

/** All assessments that can be seen from one. */
export interface Workspace {
  get(address: string): Digest | undefined;
  /** Whether any file, assessment or not, stands at an address; undefined while nobody has looked. */
  exists(address: string): boolean | undefined;
  /** Whether the address lies in a folder of the workspace. */
  isInside(address: string): boolean;
  /** The assessments that name this one. */
  naming(address: string): readonly Digest[];
  all(): Iterable<Digest>;
}

/** Where an assessment stands among the others. */
export interface Surroundings {
  address: string;
  workspace: Workspace;
  /**
   * Takes the newest version of the file in, and gives its findings over several files out of what is remembered of the
   * others. Without it they are worked out afresh.
   */
  take?(digest: Digest, own: OwnFindings): { findings: Finding[]; suppressed: Finding[] };
}

export interface AcrossContext {
  self: Digest;
  workspace: Workspace;
  library: Library;
  texts: Texts;
  /** YYYY-MM-DD. */
  today: string;
}

export interface AcrossHit extends Omit<RuleHit, 'params'> {
  /**
   * What the message needs; a function where it names files, for the reader of the mirrored finding stands elsewhere.
   * `{her}` («her», «i ../x.plm.yaml») and `{der}` («», « i ../x.plm.yaml») are filled without being given.
   */
  params?: Params | ((name: Naming) => Params);
  /** Places in other files that the finding is about; it shows there as well. */
  elsewhere?: { address: string; at: string }[];
}

/** What the reader's file calls the file at an address: the way there, or «denne filen». */
export type Naming = (address: string) => string;

/** A rule's check over several files. It reads digests, so that it holds for closed files too. */
export type AcrossCheck = (context: AcrossContext) => AcrossHit[];

/** What a file's own rules found, which an index keeps beside its digest. */
export interface OwnFindings {
  findings: Finding[];
  suppressed: number;
}
