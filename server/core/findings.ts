/** What the product reports about a file, and what a fix needs to know. */
import type { Range } from './syntax/nodes.ts';
import type { AssessmentKind } from './templates/model.ts';
import type { Severity } from './rules/model.ts';

export interface Finding {
  /** The stable code of the rule (kebab-case ASCII). */
  code: string;
  severity: Severity;
  /** In plain bokmål: what is wrong and what to do. */
  message: string;
  range: Range;
  /** The question id, head key or path that it is about; '' is the file. */
  path: string;
  /** `address` where the place is in another file. */
  related: { range: Range; path: string; message: string; address?: string }[];
  fixes: FixHint[];
}

/** What would mend a finding. The edits are worked out from it when somebody asks (features/fixes/). */
export type FixHint =
  /** Put this text in place of that range: a spelling, the nearest key. `as` where the text does not say what it is. */
  | { kind: 'replace'; range: Range; text: string; as?: 'indent' | 'quote' | 'space' }
  /** The same for several places at once, where one of them alone would not clear the finding. */
  | { kind: 'replace-each'; each: { range: Range; text: string }[] }
  /** Answer a question that stands blank, with a verdict where it takes one. */
  | { kind: 'answer'; path: string; value?: string }
  /** Insert keys for these unanswered questions. `scope` names what they are: a question, a section, the file. */
  /** Bring the file up to date with the newest version of its template, or say which version it answers. */
  | { kind: 'update-template' }
  | { kind: 'set-version'; version: string }
  | { kind: 'insert-answers'; ids: string[]; scope: string }
  /** Split «Ja. Fordi …» into verdict and explanation. */
  | { kind: 'split-verdict'; path: string; verdict: string; explanation: string }
  /** Add a key beside the answer: `forklaring` or `begrunnelse`. */
  | { kind: 'add-words'; path: string; key: 'forklaring' | 'begrunnelse' }
  /**
   * Add a head key, or a field below one (`beslutning/dato`), with the fields that it requires and those named here.
   * Where the block is there already, only the named fields go in.
   */
  | { kind: 'add-field'; path: string; fields?: string[] }
  /** Take an entry away (an unused suppression, a key that stands twice). Never an answer. */
  | { kind: 'remove'; range: Range; what: string }
  /** Make the assessment that lacks from this one, or from the one at an address, with its answers carried over. */
  | { kind: 'make'; to: AssessmentKind; from?: string }
  /** Enter this assessment, or the one at an address, in the record; `update` where its row is there and says something else. */
  | { kind: 'row'; from?: string; update?: boolean }
  /** Write a new file's frame into an empty one. */
  | { kind: 'new-file' };
