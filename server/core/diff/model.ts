/** What is different between two versions of an assessment: plain data, for every way of showing it. */
import type { Progress } from '../assessment/model.ts';
import type { RiskScore } from '../assessment/risk.ts';
import type { Finding } from '../findings.ts';
import type { Json } from '../syntax/nodes.ts';
import type { AssessmentKind, Question } from '../templates/model.ts';

export type ChangeKind = 'new' | 'gone' | 'changed';

export interface Pair<T> {
  before: T | undefined;
  after: T | undefined;
}

/** What a question was answered with; undefined where a version has no answer. */
export interface Said {
  value: Json | undefined;
  explanation: string | undefined;
  reason: string | undefined;
}

/** A field, or a whole row of a list, that reads differently. */
export interface FieldChange extends Pair<Json> {
  kind: ChangeKind;
  /** In the version after; for what is gone, in the one before. */
  path: string;
  /** The rows and groups that it lies in, as a reader knows them. */
  trail: string[];
  field: Question;
  /** Whether it is a row of the list that `field` is. */
  isRow: boolean;
}

export interface AnswerChange extends Pair<Said> {
  kind: ChangeKind;
  id: string;
  question: Question;
  part: string;
  /** Of a group that both versions have: what in it changed. Its value is then not shown whole. */
  fields: FieldChange[];
}

export interface HeadChange {
  key: string;
  field: Question;
  fields: FieldChange[];
}

export interface RiskChange {
  kind: ChangeKind;
  /** From 1, as the report counts them. */
  number: Pair<number>;
  /** As the version after has it; of a risk that is gone, as it was. */
  scenario: string;
  /** Before the measures. */
  initial: Pair<RiskScore>;
  /** After the measures. */
  rest: Pair<RiskScore>;
  /** Whether one of the two scores is another than it was. */
  moved: boolean;
  /** Everything but the scores and the measures. */
  fields: FieldChange[];
  measures: FieldChange[];
  /** The row where the risk is new or gone. */
  row: Json | undefined;
  path: string;
}

export interface Difference {
  kind: AssessmentKind;
  /** '' where there is none. */
  title: string;
  /** By the template's head: status, dates, decision, lists. */
  head: HeadChange[];
  /** In the template's order. */
  answers: AnswerChange[];
  risks: RiskChange[];
  /** Empty in the public edition. */
  findings: { new: Finding[]; gone: Finding[] };
  progress: Pair<Progress>;
}

/** Whether a reader of the two reports would see any difference. */
export function isSame({ head, answers, risks, findings }: Difference): boolean {
  return !head.length && !answers.length && !risks.length && !findings.new.length && !findings.gone.length;
}
