/** The report of a file: shown, compared with what it was, and made into a file to give away. */
import { nameIn } from '../../core/across/addresses.ts';
import { digestOf } from '../../core/across/digest.ts';
import type { Digest } from '../../core/across/model.ts';
import { replaced } from '../../core/across/replaced.ts';
import type { Context } from '../../core/library.ts';
import { analyse, type Analysis } from '../../core/analysis.ts';
import { keyOf } from '../../core/assessment/paths.ts';
import { withoutMarks } from '../../core/assessment/redaction.ts';
import type { Edition } from '../../core/report/edition.ts';
import { PdfProblem } from '../../workspace/pdf/problem.ts';
import { Remembered } from '../../workspace/remembered.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { toRange } from '../convert.ts';
import { fileNameOf } from '../documents.ts';
import { drained } from '../idle.ts';
import { DIFF, EXPORT, PLACE, REPORT, type DiffParams, type DiffResponse, type ExportParams, type ExportResponse, type PlaceParams, type PlaceResult, type ReportParams, type ReportResponse } from '../protocol.ts';
import { opened, readAt, report, type Session } from '../session.ts';

/** Its libraries are loaded when the first report is asked for, not when the server starts. */
const reports = (): Promise<typeof import('../../core/report/index.ts')> => import('../../core/report/index.ts');

export function answerReports(session: Session): void {
  const { connection } = session;
  const before = new Before(session);
  const answered = <P, R>(name: string, handle: (params: P) => Promise<R | null>) => async (params: P): Promise<R | null> => {
    try {
      return await handle(params);
    } catch (error) {
      report(session, name, error);
      return null;
    }
  };
  connection.onRequest(REPORT, answered<ReportParams, ReportResponse>(REPORT, (params) => reportOf(session, params)));
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

interface Earlier {
  text: string;
  context: Context;
  revision: number;
  analysis: Analysis | undefined;
}

/** The earlier version of a file in the place of the one that is there: read anew only when something else is written in another. */
class Before {
  private readonly known = new Map<string, Earlier>();
  constructor(private readonly session: Session) {}

  async of(uri: string, text: string): Promise<Analysis | undefined> {
    const { analyses, workspace } = this.session;
    const address = addressOfUri(uri);
    const context = analyses.contextAt(address);
    const known = this.known.get(address);
    if (known?.text === text && known.revision === workspace.revision && isSame(known.context, context)) return known.analysis;
    const analysis = inPlace(this.session, text, address, context);
    // It may link to what nobody has asked the disk about.
    if (analysis && context.surroundings && digestOf(analysis, address).links.some(({ target }) => target !== undefined && context.surroundings!.workspace.exists(target) === undefined)) await workspace.idle();
    // As many as somebody may have beside each other; the oldest goes first.
    this.known.delete(address);
    if (this.known.size >= 8) this.known.delete(this.known.keys().next().value!);
    this.known.set(address, { text, context, revision: workspace.revision, analysis });
    return analysis;
  }
}

/** Reads a text as if it stood in the file at the address, for the files around it as well. */
function inPlace({ analyses }: Session, text: string, address: string, context: Context): Analysis | undefined {
  if (!context.surroundings) return analyse(text, nameIn(address), context);
  const instead = new Map<string, Digest>();
  const workspace = replaced(context.surroundings.workspace, instead);
  const remembered = new Remembered(workspace, (each) => analyses.context(each));
  const analysis = analyse(text, nameIn(address), { ...context, surroundings: { address, workspace, take: (digest) => remembered.of(digest) } });
  if (analysis) instead.set(address, digestOf(analysis, address));
  return analysis;
}

/** The day, the language and the configuration, beside the text. */
const isSame = (one: Context, other: Context): boolean => one.today === other.today && one.library === other.library && one.configuration === other.configuration && one.texts.language === other.texts.language;

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
