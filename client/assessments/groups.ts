/** How the list of assessments is put together: what needs attention first, then by service or by kind. Without VS Code. */
import { ASSESSMENT_KINDS } from '../../server/core/recognise.ts';
import type { AssessmentKind } from '../../server/core/templates/model.ts';
import type { AssessmentEntry } from '../../server/lsp/protocol.ts';

export type Grouping = 'tjeneste' | 'slag';

/** Why an assessment needs attention, the most pressing first. */
const REASONS = ['unapproved', 'errors', 'review', 'conditional'] as const;
export type Reason = (typeof REASONS)[number];

export interface Group {
  /** The same from one list to the next, so that what is folded out stays so. */
  id: string;
  type: 'attention' | Grouping | 'rest';
  /** The service or kind; '' for the others, which are named where they are shown. */
  name: string;
  entries: AssessmentEntry[];
}

/** Why someone should look at it; empty for most. */
export function reasonsOf({ counts, inUse, outcome, reviewPassed }: AssessmentEntry): Reason[] {
  const holds: Record<Reason, boolean> = {
    unapproved: inUse && outcome !== 'godkjent' && outcome !== 'betinget',
    errors: counts.error > 0,
    review: reviewPassed,
    conditional: outcome === 'betinget',
  };
  return REASONS.filter((reason) => holds[reason]);
}

/** The groups in the order they are shown. None is empty; an assessment that needs attention stands in its own group too. */
export function groupsOf(entries: readonly AssessmentEntry[], grouping: Grouping): Group[] {
  const attention = entries.filter((entry) => reasonsOf(entry).length > 0);
  const groups = grouping === 'slag' ? byKind(entries) : byService(entries);
  for (const group of groups) group.entries.sort(byTitle);
  attention.sort((a, b) => REASONS.indexOf(reasonsOf(a)[0]!) - REASONS.indexOf(reasonsOf(b)[0]!) || byTitle(a, b));
  return attention.length ? [{ id: 'attention', type: 'attention', name: '', entries: attention }, ...groups] : groups;
}

function byKind(entries: readonly AssessmentEntry[]): Group[] {
  return ASSESSMENT_KINDS.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return own.length ? [{ id: `slag/${kind}`, type: 'slag' as const, name: own[0]!.kindName, entries: own }] : [];
  }).sort((a, b) => collator.compare(a.name, b.name));
}

/** Services are the same however they are capitalised. What names none, records among it, comes last. */
function byService(entries: readonly AssessmentEntry[]): Group[] {
  const services = new Map<string, Group>();
  const rest: Group = { id: 'rest', type: 'rest', name: '', entries: [] };
  for (const entry of entries) {
    const name = entry.service.trim();
    const key = name.toLowerCase();
    let group = rest;
    if (name) services.set(key, (group = services.get(key) ?? { id: `tjeneste/${key}`, type: 'tjeneste', name, entries: [] }));
    group.entries.push(entry);
  }
  return [...[...services.values()].sort((a, b) => collator.compare(a.name, b.name)), ...(rest.entries.length ? [rest] : [])];
}

const collator = new Intl.Collator('nb', { numeric: true });
const byTitle = (a: AssessmentEntry, b: AssessmentEntry): number => collator.compare(a.title || a.name, b.title || b.name) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.uri < b.uri ? -1 : 1);
/** In a case, the one that leadership decides on comes first, then what it builds on. */
const ORDER: readonly AssessmentKind[] = ['plattform', 'ip', 'plm', 'dpia', 'behandlingsoversikt'];
