import { caseOf } from '../../core/across/case.ts';
import { digestOf } from '../../core/across/digest.ts';
import { processOf } from '../../core/across/process.ts';
import type { Digest } from '../../core/across/model.ts';
import { outcomeOf, says, textOf } from '../../core/assessment/facts.ts';
import { nameIn } from '../../core/across/addresses.ts';
import { nextAsCommand, stepState, stepTitle } from '../../core/features/process-words.ts';
import { LineIndex } from '../../core/syntax/lines.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { toCommand } from '../convert.ts';
import { ASSESSMENTS, ASSESSMENTS_CHANGED, PROCESS, type AssessmentEntry, type AssessmentsResult, type ProcessParams, type ProcessResponse } from '../protocol.ts';
import { opened, report, unhurried, uriOf, type Session } from '../session.ts';

/** The list of all assessments, and where the process of one stands. */
export function answerOverview(session: Session): void {
  const { connection, workspace } = session;
  /** What the client has been told, by address; undefined before it asked. */
  let told: Map<string, string> | undefined;
  const entryNow = (address: string): AssessmentEntry | undefined => {
    const digest = workspace.workspace.get(address);
    return digest && entryOf(session, digest);
  };
  connection.onRequest(ASSESSMENTS, async (): Promise<AssessmentsResult> => {
    try {
      await workspace.idle();
      const entries = workspace.addresses().sort().map((address) => [address, entryNow(address)!] as const);
      told = new Map(entries.map(([address, entry]) => [address, JSON.stringify(entry)]));
      return entries.map(([, entry]) => entry);
    } catch (error) {
      report(session, ASSESSMENTS, error);
      return [];
    }
  });
  workspace.onChange(({ files, disturbed }) => {
    if (!told) return;
    let isNews = false;
    for (const address of new Set([...files, ...disturbed])) {
      const entry = entryNow(address);
      const now = entry && JSON.stringify(entry);
      if (now === told.get(address)) continue;
      if (now === undefined) told.delete(address);
      else told.set(address, now);
      isNews = true;
    }
    if (isNews) connection.sendNotification(ASSESSMENTS_CHANGED).catch((error) => report(session, ASSESSMENTS_CHANGED, error));
  });
  connection.onRequest(PROCESS, unhurried<ProcessParams, ProcessResponse>(session, PROCESS, null, ({ uri }) => processNow(session, uri)));
}

/** The service that a file names, or the platform assessment that it belongs to. */
function serviceOf(digest: Digest, { workspace: { workspace } }: Session): string {
  const own = textOf(digest.facts['tjeneste']);
  return own || digest.kind === 'behandlingsoversikt' ? own : textOf(caseOf(digest, workspace).plattform?.facts['tjeneste']);
}

function entryOf(session: Session, digest: Digest): AssessmentEntry {
  const { address, kind, title, status, progress, risk, facts } = digest;
  const { today } = session.analyses.context();
  const platforms = facts['plattform'];
  const nextReview = textOf(facts['neste-gjennomgang']);
  const counts = { error: 0, warning: 0, information: 0 };
  for (const finding of session.workspace.findingsOf(address)?.findings ?? []) if (session.settings.shows(finding)) counts[finding.severity]++;
  return {
    uri: uriOf(session, address), name: nameIn(address), kind, kindName: session.texts(`kind.${kind}`), title,
    service: serviceOf(digest, session), platforms: (Array.isArray(platforms) ? platforms : [platforms]).filter((each) => typeof each === 'string'),
    status, progress, risk: risk.after ?? risk.before ?? textOf(facts['risiko']), outcome: outcomeOf(facts),
    inUse: says(facts, 'i-bruk', 'ja'), nextReview, reviewPassed: nextReview !== '' && nextReview < today, counts,
  };
}

function processNow(session: Session, uri: string): ProcessResponse {
  const { texts, workspace: { workspace } } = session;
  const open = opened(session, uri);
  open?.analysis.findings(); // what is open speaks for itself
  const address = addressOfUri(uri);
  // One that is in no folder, not saved yet, has its own way all the same.
  const self = workspace.get(address) ?? (open && digestOf(open.analysis, address));
  const process = self && processOf(self, workspace, session.analyses.context().today);
  if (!self || !process) return null;
  const steps = process.steps.map(({ id, state, address: at, date }) => ({
    id, title: stepTitle(texts, id), state, stateWord: stepState(texts, state), ...(at === undefined ? {} : { uri: uriOf(session, at) }), ...(date === undefined ? {} : { date }),
  }));
  if (!process.next) return { steps };
  const { title, command } = nextAsCommand(texts, process.next, self, workspace);
  const { command: name, arguments: given = [] } = toCommand(new LineIndex(''), title, command, uri);
  return { steps, next: { title, command: name, arguments: given } };
}
