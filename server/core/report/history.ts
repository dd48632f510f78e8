/** The file's history, where somebody supplies one (git): the revision on the front page, and a change log at the end. */
import type { RootContent } from 'mdast';
import type { Analysis } from '../analysis.ts';
import { hiding, secretsOf } from '../assessment/secrets.ts';
import type { Edition } from './edition.ts';
import type { ReportContext } from './model.ts';
import { block, cell, heading, span, table } from './nodes.ts';
import { formatDate } from '../texts/dates.ts';

/** Plain data. Who made the changes is no part of it: the report names roles, not people. */
export interface History {
  /** `modified`: the file has been changed since. */
  revision: { short: string; date: string; modified?: boolean };
  /** Latest first. */
  changes: readonly { date: string; revision: string; summary: string }[];
}

/** The history as an edition may show it. `analysis`: of the file itself, not of an edition, which no longer knows what it keeps back. */
export function historyFor(history: History | undefined, edition: Edition, { assessment, text }: Analysis): History | undefined {
  if (!history || edition === 'internal') return history;
  const hide = hiding([secretsOf(assessment, text)]);
  return { ...history, changes: history.changes.map((change) => ({ ...change, summary: hide(change.summary) })) };
}

/** «a1b2c3d4, 3. mars 2026» */
export function revisionWords({ history, texts }: ReportContext): string | undefined {
  if (!history) return undefined;
  const { short, date, modified } = history.revision;
  return texts(modified ? 'report.history.revision.modified' : 'report.history.revision', { revisjon: short, dato: formatDate(texts, date) });
}

/** Undefined where nothing is known. */
export function changeLog({ history, texts }: ReportContext): RootContent | undefined {
  if (!history?.changes.length) return undefined;
  const rows = history.changes.map(({ date, revision, summary }) => [cell([span({ class: 'v-date' }, formatDate(texts, date))]), cell(summary), cell(revision)]);
  return block({ class: 'v-section', id: 'endringslogg' }, [
    heading(2, texts('report.history')),
    block({ class: 'v-scroll' }, [table([texts('report.field.date'), texts('report.history.summary'), texts('report.history.revision.name')], rows, { class: 'v-table' })]),
  ], 'section');
}
