/**
 * The risks and the action plan as CSV for a spreadsheet: semicolons and a byte order mark, as a Norwegian Excel reads
 * it, lines by RFC 4180.
 */
import type { Analysis } from '../../analysis.ts';
import { textOf } from '../../assessment/facts.ts';
import { risksOf } from '../../assessment/risk.ts';
import { withoutMarks } from '../../assessment/redaction.ts';
import type { TextKey } from '../../texts/texts.ts';
import { valueInside } from '../../texts/values.ts';
import { actionsOf } from '../action-plan.ts';
import { records } from '../model.ts';

export function risksCsv({ assessment, context: { texts } }: Analysis): string {
  const scored = risksOf(assessment.template.risk, assessment.facts);
  const head: TextKey[] = ['report.risk.number', 'report.risk.scenario', 'report.field.source', 'report.field.consequence-for-data-subject', 'report.csv.likelihood', 'report.csv.consequence', 'report.csv.level', 'report.csv.rest-likelihood', 'report.csv.rest-consequence', 'report.csv.rest-level'];
  const rows = records(assessment.facts['risikoer']).map((row, i) => {
    const { before, after } = scored[i] ?? {};
    return [`R${i + 1}`, textOf(row['scenario']), textOf(row['kilde']), textOf(row['konsekvens-for-registrerte']), before?.likelihood ?? '', before?.consequence ?? '', before ? valueInside(before.level, texts) : '', after?.likelihood ?? '', after?.consequence ?? '', after ? valueInside(after.level, texts) : ''];
  });
  return csv([head.map((key) => texts(key)), ...rows]);
}

export function actionsCsv({ assessment, context: { texts } }: Analysis): string {
  const head: TextKey[] = ['report.field.responsible', 'report.field.measure', 'report.plan.for', 'report.field.deadline', 'report.field.status'];
  const rows = actionsOf(assessment).map(({ owner, what, risk, deadline, status }) => [owner, what, risk === undefined ? texts('report.plan.decision') : `R${risk}`, deadline, valueInside(status, texts)]);
  return csv([head.map((key) => texts(key)), ...rows]);
}

const csv = (rows: readonly (readonly (string | number)[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

/** A text that begins like a formula gets an apostrophe, so that a spreadsheet shows it and does not run it. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = withoutMarks(value);
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
