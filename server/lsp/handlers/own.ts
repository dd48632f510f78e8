import { progressOf } from '../../core/assessment/progress.ts';
import { asScalar, literal } from '../../core/features/completion-write.ts';
import { pageText } from '../../core/features/pages.ts';
import { sourceList } from '../../core/features/source-list.ts';
import { pageUri } from '../../core/sources/references.ts';
import { NEW_FILE, PAGE, pageOf, SOURCES, STATUS, type NewFileParams, type NewFileResult, type PageParams, type PageResult, type SourcesResult, type StatusParams, type StatusResponse } from '../protocol.ts';
import { inForceAt } from './in-force.ts';
import { citingFiles, guarded, opened, unhurried, type Session } from '../session.ts';
import { languageOfNew, libraryIn } from '../../core/library.ts';

/** The small requests of lsp/protocol.ts: see also reports.ts, making.ts and overview.ts. */
export function answerOwnRequests(session: Session): void {
  const { connection } = session;
  connection.onRequest(STATUS, unhurried<StatusParams, StatusResponse>(session, STATUS, null, ({ uri }) => statusOf(session, uri)));
  connection.onRequest(PAGE, guarded<PageParams, PageResult | Promise<PageResult>>(session, PAGE, null, (params) => ('uri' in params ? inForceAt(session, params.uri) : undefined) ?? pageOfRequest(session, params)));
  connection.onRequest(SOURCES, guarded<void, SourcesResult>(session, SOURCES, [], () => sourceList(session.analyses.context()).map(({ page, ...item }) => ({ ...item, uri: pageUri(page.kind, page.name) }))));
  connection.onRequest(NEW_FILE, guarded<NewFileParams, NewFileResult>(session, NEW_FILE, null, (params) => newFile(session, params)));
}

function statusOf(session: Session, uri: string): StatusResponse {
  const { analysis } = opened(session, uri) ?? {};
  if (!analysis) return null;
  const counts = { error: 0, warning: 0, information: 0, suppressed: analysis.suppressed().length };
  for (const finding of analysis.findings()) if (session.settings.shows(finding)) counts[finding.severity]++;
  const { kind } = analysis.assessment;
  return { kind, kindName: session.texts(`kind.${kind}`), progress: progressOf(analysis.assessment), counts };
}

function pageOfRequest(session: Session, params: PageParams): PageResult {
  const page = 'uri' in params ? pageOf(params.uri) : params;
  return page ? (pageText(session.analyses.context(), page, citingFiles(session)) ?? null) : null;
}

/** The snippet for a new file of that kind, with the title written where its tab stop was. */
function newFile({ analyses }: Session, { kind, title }: NewFileParams): NewFileResult {
  const context = analyses.context();
  const frame = libraryIn(context.library, languageOfNew(context)).snippets.find(({ scope, kinds }) => scope === 'file' && kinds.includes(kind));
  const written = literal(asScalar(title.replace(/\s+/g, ' ').trim()));
  return frame ? frame.body.replace(/^tittel: .*$/m, () => `tittel: ${written}`) : null;
}
