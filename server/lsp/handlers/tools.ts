/** The tools for language models: what the client's editor asks on their behalf. They read, and nothing else. */
import { missingIn } from '../../core/features/tools/missing.ts';
import { lookUp } from '../../core/features/look-up.ts';
import { plainFinding } from '../../core/features/tools/plain.ts';
import { sayFindings, sayMissing, sayPage, sayUnknown } from '../../core/features/tools/say.ts';
import type { Analysis } from '../../core/analysis.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { fileNameOf } from '../documents.ts';
import { drained } from '../idle.ts';
import { TOOL, type ToolParams, type ToolResult } from '../protocol.ts';
import { opened, readAt, report, type Session } from '../session.ts';

export function answerTools(session: Session): void {
  session.connection.onRequest(TOOL, async (params: ToolParams): Promise<ToolResult> => {
    try {
      return await answered(session, params);
    } catch (error) {
      report(session, TOOL, error);
      return { problem: session.texts('tool.failed', { feil: error instanceof Error ? error.message : String(error) }) };
    }
  });
}

async function answered(session: Session, params: ToolParams): Promise<ToolResult> {
  const { texts } = session;
  if (params.tool === 'slaaOpp') {
    const found = lookUp(session.analyses.context(), params.what);
    return 'near' in found ? { problem: sayUnknown(params.what, found.near, texts) } : { text: sayPage(found.markdown) };
  }
  // What it says together with the other files is part of the answer.
  await session.workspace.idle();
  await drained();
  const analysis = opened(session, params.uri)?.analysis ?? (await readAt(session, addressOfUri(params.uri)));
  const name = fileNameOf(params.uri);
  if (!analysis) return { problem: texts('tool.not-assessment', { sti: name }) };
  return { text: params.tool === 'mangler' ? sayMissing({ ...missingIn(analysis), name }, texts) : findingsOf(session, analysis, name) };
}

function findingsOf(session: Session, analysis: Analysis, name: string): string {
  const findings = analysis.findings().filter((finding) => session.settings.shows(finding)).map((finding) => plainFinding(finding, analysis.lines, () => undefined));
  return sayFindings({ name, findings, suppressed: analysis.suppressed().length }, session.texts);
}
