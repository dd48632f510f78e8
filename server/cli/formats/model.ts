/** What the formats of `vurdert check` are made from. Plain data: each format is a pure function of it. */
import type { Rule, Severity } from '../../core/rules/model.ts';
import type { AssessmentKind, Status } from '../../core/templates/model.ts';
import type { Texts } from '../../core/texts/texts.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** As people and editors count: from 1, columns in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

export interface Result {
  code: string;
  severity: Severity;
  message: string;
  /** The path in the assessment; '' is the file. */
  at: string;
  start: Place;
  end: Place;
  related: RelatedPlace[];
  /** Known from run to run by this: fingerprints.ts. */
  fingerprint: string;
}

export interface RelatedPlace {
  at: string;
  message: string;
  start: Place;
  end: Place;
  /** Where it is in another file. */
  file?: FileName;
}

/** A file's path with `/` between folders: from the folder that the process stands in, and from the root. */
export interface FileName {
  path: string;
  fromRoot: string;
}

export interface CheckedFile extends FileName {
  /** `konfigurasjon`: no assessment, but the configuration that they were read with, where something is wrong in it. */
  kind: AssessmentKind | 'konfigurasjon' | 'mal' | 'regel';
  template: string;
  status: Status;
  title: string;
  /** What counts. */
  results: Result[];
  /** What is in the baseline. */
  known: Result[];
  /** What the file suppresses, and why. */
  suppressed: (Result & { reason: string })[];
}

export interface Results {
  version: string;
  texts: Texts;
  /** The rule of a code. */
  ruleOf(code: string): Rule | undefined;
  /** A rule's page, as Markdown whose links are their words; '' where there is none. */
  pageOf(code: string): string;
  files: CheckedFile[];
  problems: { file: FileName; reason: string; message: string }[];
  /** Whether old findings were compared with. */
  hasBaseline: boolean;
  /** From this severity on a finding fails the run; undefined where none does. */
  failOn: Severity | undefined;
}

export type Counts = Record<Severity | 'suppressed' | 'known', number>;

export function countsOf({ files }: Pick<Results, 'files'>): Counts {
  const counts: Counts = { error: 0, warning: 0, information: 0, suppressed: 0, known: 0 };
  for (const { results, known, suppressed } of files) {
    for (const { severity } of results) counts[severity]++;
    counts.known += known.length;
    counts.suppressed += suppressed.length;
  }
  return counts;
}

/** Whether a finding of this severity fails the run. */
export function fails({ failOn }: Pick<Results, 'failOn'>, severity: Severity): boolean {
  return failOn !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

/** How many of the files are assessments. */
export const assessmentsIn = (files: readonly CheckedFile[]): number => files.filter(({ kind }) => kind !== 'konfigurasjon' && kind !== 'mal' && kind !== 'regel').length;

/** «2 vurderinger: 1 feil, 3 advarsler.» and what is set aside. */
export function summary(results: Pick<Results, 'files' | 'texts' | 'hasBaseline'>): string {
  const { files, texts, hasBaseline } = results;
  const counts = countsOf(results);
  const number = (key: Severity | 'suppressed' | 'files', count: number): string => texts(count === 1 ? `cli.one.${key}` : `cli.many.${key}`, { antall: count });
  const found = SEVERITIES.filter((severity) => counts[severity]).map((severity) => number(severity, counts[severity]));
  const sentences = [texts(found.length ? 'cli.summary.findings' : 'cli.summary.clean', { filer: number('files', assessmentsIn(files)), funn: found.join(', ') })];
  if (counts.suppressed) sentences.push(texts('cli.summary.suppressed', { antall: number('suppressed', counts.suppressed) }));
  if (hasBaseline && counts.known) sentences.push(texts('cli.summary.baseline', { antall: counts.known }));
  return sentences.join(' ');
}
