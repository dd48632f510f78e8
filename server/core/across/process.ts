/**
 * Where a processing stands on the way from the first idea to its review: innledende vurdering → PLM or DPIA →
 * personvernombudets råd → ledelsens beslutning → behandlingsoversikten → i bruk → ny gjennomgang.
 */
import { block, outcomeOf, says, textOf } from '../assessment/facts.ts';
import type { AssessmentKind } from '../templates/model.ts';
import { branchOf, caseOf, dateOf, isApproved, type Case } from './case.ts';
import type { Digest, Workspace } from './model.ts';

export type StepId = 'ip' | 'plm' | 'dpia' | 'råd' | 'beslutning' | 'oversikt' | 'i-bruk' | 'gjennomgang';
/** `stopped`: it was decided here not to go on. */
export type StepState = 'done' | 'now' | 'later' | 'stopped';

export interface Step {
  id: StepId;
  state: StepState;
  /** The file that the step is taken in, once it is there. */
  address?: string;
  /** YYYY-MM-DD of when it was done, or for the review when it is due. */
  date?: string;
}

/** What takes the step at hand: a new file made from another, a row in the record, or words in a file. */
export type NextStep =
  | { step: StepId; action: 'make'; kind: AssessmentKind; from: string }
  | { step: StepId; action: 'enter'; from: string }
  | { step: StepId; action: 'write'; address: string; path: string };

export interface Process {
  steps: Step[];
  /** Undefined where the way ends: everything is done, or it was stopped. */
  next?: NextStep;
}

/** The process that a file is part of; undefined for a record. */
export function processOf(self: Digest, workspace: Workspace, today: string): Process | undefined {
  if (self.kind === 'behandlingsoversikt') return undefined;
  const theCase = caseOf(self, workspace);
  const steps = stepsOf(theCase, today);
  // The first that is not done is the one at hand; what comes after it waits, though it may have been begun.
  const at = steps.findIndex(({ state }) => state !== 'done');
  const ordered = steps.map((step, i) => (at >= 0 && i > at && step.state === 'now' ? { ...step, state: 'later' as const } : step));
  const current = ordered[at];
  return { steps: ordered, ...(current && current.state !== 'stopped' && current.state !== 'later' ? { next: nextOf(current, theCase) } : {}) };
}

function stepsOf(theCase: Case, today: string): Step[] {
  const { ip, plm, dpia, main, row, record } = theCase;
  const steps: Step[] = [];
  const approved = ip && isApproved(ip);
  // A DPIA that stands alone begins with its own DEL I, which asks what an IP would.
  if (ip || main.kind !== 'dpia') steps.push({ id: 'ip', state: approved === undefined ? 'now' : approved ? 'done' : 'stopped', ...at(ip), ...on(ip && dateOf(ip)) });
  const branch = dpia ? 'dpia' : ((ip && branchOf(ip)) ?? (plm ? 'plm' : 'dpia'));
  const assessment = branch === 'dpia' ? dpia : plm;
  steps.push({ id: branch, state: assessment && assessment.status !== 'utkast' ? 'done' : 'now', ...at(assessment) });
  if (branch === 'dpia') {
    const advice = block(dpia?.facts ?? {}, 'personvernombud');
    steps.push({ id: 'råd', state: textOf(advice['råd']) ? 'done' : 'now', ...at(dpia), ...on(textOf(advice['dato'])) });
  }
  const outcome = outcomeOf(main.facts) || (main.kind === 'plattform' ? '' : outcomeOf(assessment?.facts ?? {}));
  steps.push({ id: 'beslutning', state: outcome === 'godkjent' ? 'done' : outcome === 'ikke godkjent' ? 'stopped' : 'now', ...at(main), ...(outcome ? on(dateOf(main)) : {}) });
  steps.push({ id: 'oversikt', state: row ? 'done' : 'now', ...at(record), ...on(row?.entered) });
  steps.push({ id: 'i-bruk', state: says(main.facts, 'i-bruk', 'ja') ? 'done' : 'now', ...at(main), ...on(textOf(main.facts['oppstart'])) });
  const review = textOf(main.facts['neste-gjennomgang']);
  steps.push({ id: 'gjennomgang', state: review > today ? 'later' : 'now', ...at(main), ...on(review) });
  return steps;
}

const at = (digest: Digest | undefined): { address?: string } => (digest ? { address: digest.address } : {});
const on = (date: string | undefined): { date?: string } => (date ? { date } : {});

const PLACES: Partial<Record<StepId, string>> = { råd: 'personvernombud', beslutning: 'beslutning', 'i-bruk': 'i-bruk', gjennomgang: 'neste-gjennomgang' };

function nextOf({ id, address }: Step, { ip, main }: Case): NextStep {
  if (id === 'oversikt') return { step: id, action: 'enter', from: main.address };
  if (address === undefined) return { step: id, action: 'make', kind: id === 'ip' || id === 'plm' || id === 'dpia' ? id : main.kind, from: (ip ?? main).address };
  return { step: id, action: 'write', address, path: id === 'ip' ? (ip?.roles['godkjent'] ?? '') : (PLACES[id] ?? 'status') };
}
