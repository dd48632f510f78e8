import { progressOf } from '../../core/assessment/progress.ts';
import { PAGE, pageOf, REPORT, STATUS, type PageParams, type PageResult, type ReportParams, type ReportResponse, type StatusParams, type StatusResponse } from '../protocol.ts';
import { guarded, opened, unhurried, type Session } from '../session.ts';

/** The requests of lsp/protocol.ts. */
export function answerOwnRequests(session: Session): void {
  const { connection } = session;
  connection.onRequest(STATUS, unhurried<StatusParams, StatusResponse>(session, STATUS, null, ({ uri }) => statusOf(session, uri)));
}

function statusOf(session: Session, uri: string): StatusResponse {
  const { analysis } = opened(session, uri) ?? {};
  if (!analysis) return null;
  const counts = { error: 0, warning: 0, information: 0, suppressed: analysis.suppressed().length };
  for (const finding of analysis.findings()) if (session.settings.shows(finding)) counts[finding.severity]++;
  const { kind } = analysis.assessment;
  return { kind, kindName: session.texts(`kind.${kind}`), progress: progressOf(analysis.assessment), counts };
}
