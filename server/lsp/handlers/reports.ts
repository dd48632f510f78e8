/** The report of a file: shown, compared with what it was, and made into a file to give away. */
import type { Analysis } from '../../core/analysis.ts';
import { keyOf } from '../../core/assessment/paths.ts';
import { withoutMarks } from '../../core/assessment/redaction.ts';
import type { Edition } from '../../core/report/edition.ts';
import type { Kept } from '../../core/report/kept.ts';
import { PdfProblem } from '../../workspace/pdf/problem.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { toRange } from '../convert.ts';
import { fileNameOf } from '../documents.ts';
import { Before } from '../earlier.ts';
import { drained } from '../idle.ts';
import { DIFF, EXPORT, PLACE, PREVIEW, REPORT, type DiffParams, type DiffResponse, type ExportParams, type ExportResponse, type PlaceParams, type PlaceResult, type PreviewParams, type PreviewResponse, type ReportParams, type ReportResponse } from '../protocol.ts';
import { Recent } from '../recent.ts';
import { opened, readAt, report, type Session } from '../session.ts';

/** Its libraries are loaded when the first report is asked for, not when the server starts. */
const reports = (): Promise<typeof import('../../core/report/index.ts')> => import('../../core/report/index.ts');

export function answerReports(session: Session): void {
  const { connection } = session;
  const before = new Before(session);
  const kept = new Recent<Kept>();
  const answered = <P, R>(name: string, handle: (params: P) => Promise<R | null>) => async (params: P): Promise<R | null> => {
    try {
      return await handle(params);
    } catch (error) {
      report(session, name, error);
      return null;
    }
  };
  connection.onRequest(REPORT, answered<ReportParams, ReportResponse>(REPORT, (params) => reportOf(session, params)));
  connection.onRequest(PREVIEW, answered<PreviewParams, PreviewResponse>(PREVIEW, (params) => previewOf(session, kept, params)));
  connection.onRequest(DIFF, answered<DiffParams, DiffResponse>(DIFF, (params) => differenceOf(session, before, params)));
  connection.onRequest(PLACE, answered<PlaceParams, PlaceResult>(PLACE, (params) => placeOf(session, params)));
  connection.onRequest(EXPORT, answered<ExportParams, ExportResponse>(EXPORT, (params) => exportOf(session, params)));
}

/** The file as it stands now, open or not; the version of one that is not open is 0. */
async function current(session: Session, uri: string): Promise<{ version: number; analysis: Analysis } | undefined> {
  await drained();
  const open = session.documents.get(uri);
  if (open) {
    const { analysis } = opened(session, uri) ?? {};
    return analysis && { version: open.version, analysis };
  }
  const analysis = await readAt(session, addressOfUri(uri));
  return analysis && { version: 0, analysis };
}

async function reportOf(session: Session, { uri, format = 'html', edition = 'internal' }: ReportParams): Promise<ReportResponse> {
  const { renderReport } = await reports();
  const { analysis, version } = (await current(session, uri)) ?? {};
  return analysis && version !== undefined ? { html: renderReport(analysis, { format, edition }), version, title: titleOf(analysis, uri), language: analysis.language } : null;
}

async function previewOf(session: Session, kept: Recent<Kept>, { uri, edition = 'internal' }: PreviewParams): Promise<PreviewResponse> {
  const { Kept, renderPreview } = await reports();
  const { analysis, version } = (await current(session, uri)) ?? {};
  if (!analysis || version === undefined) return null;
  const name = `${edition} ${addressOfUri(uri)}`;
  return { blocks: renderPreview(analysis, { edition, kept: kept.get(name) ?? kept.set(name, new Kept()) }), version, title: titleOf(analysis, uri), language: analysis.language };
}

async function differenceOf(session: Session, before: Before, { uri, before: text, labels, edition = 'internal', format = 'fragment' }: DiffParams): Promise<DiffResponse> {
  const { renderDifferences } = await import('../../core/diff/index.ts');
  // Files that have not been read yet would be findings that came or went.
  await session.workspace.idle();
  const { analysis, version } = (await current(session, uri)) ?? {};
  if (!analysis || version === undefined) return null;
  const versions = { name: fileNameOf(uri), before: text === null ? undefined : await before.of(uri, text), after: analysis };
  const { text: html, same } = renderDifferences([versions], { format, edition, labels, texts: session.texts });
  return { html, version, title: titleOf(analysis, uri), language: analysis.language, same };
}

async function placeOf(session: Session, { uri, path }: PlaceParams): Promise<PlaceResult> {
  const { analysis } = (await current(session, uri)) ?? {};
  return analysis ? toRange(analysis.lines, keyOf(analysis.assessment, path)) : null;
}

async function exportOf(session: Session, { uri, format, edition = 'internal', history }: ExportParams): Promise<ExportResponse> {
  const report = await reports();
  // What is given away is not renewed when the other files have been read, as a preview is.
  await session.workspace.idle();
  const { analysis } = (await current(session, uri)) ?? {};
  if (!analysis) return null;
  const shown = report.editionOf(analysis, edition);
  if (!shown) return { problem: session.texts('export.unreadable', { sti: fileNameOf(uri) }) };
  try {
    return { data: base64(await contentOf(session, report, analysis, shown, { format, edition, history })) };
  } catch (error) {
    if (error instanceof PdfProblem) return { problem: session.texts(error.key, error.params) };
    throw error;
  }
}

async function contentOf(session: Session, report: Awaited<ReturnType<typeof reports>>, analysis: Analysis, shown: Analysis, { format, edition, history }: Pick<ExportParams, 'format' | 'history'> & { edition: Edition }): Promise<string | Uint8Array> {
  const told = { edition, history };
  switch (format) {
    case 'html': return `${report.renderReport(analysis, { format: 'html', ...told })}\n`;
    case 'markdown': return report.renderReport(analysis, { format: 'markdown', ...told });
    case 'docx': return (await report.renderWord(analysis, told))!;
    case 'pdf':
      if (!session.printPdf) throw new PdfProblem('export.no-pdf');
      return session.printPdf((pages) => report.renderReport(analysis, { format: 'html', ...told, ...(pages ? { pages } : {}) }));
    case 'json': return `${JSON.stringify(report.assessmentJson(shown, edition), undefined, 2)}\n`;
    case 'risks-csv': return report.risksCsv(shown);
    case 'actions-csv': return report.actionsCsv(shown);
  }
}

/** Not Node's Buffer: the server may run in a web worker. */
function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** The title as it may stand in a tab: of the file as it is open, without the marks of what is kept back. */
function titleOf({ assessment: { facts } }: Analysis, uri: string): string {
  const title = facts['tittel'];
  return typeof title === 'string' && title.trim() ? withoutMarks(title.trim()) : fileNameOf(uri);
}
