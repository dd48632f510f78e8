/** The risks: which are new or gone, which moved in the matrix, and what else about them changed. */
import type { Analysis } from '../analysis.ts';
import { scoreOf, type RiskScore } from '../assessment/risk.ts';
import { record } from '../report/model.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Question, RiskModel } from '../templates/model.ts';
import { fieldChanges, type Walk } from './fields.ts';
import type { Pair, RiskChange } from './model.ts';
import { matchRows } from './rows.ts';
import { isRedacted } from '../assessment/secrets.ts';

/** Shown as a place in the matrix. */
const SCORES = ['sannsynlighet', 'konsekvens', 'restrisiko'];

export function riskChanges(before: Analysis | undefined, after: Analysis | undefined, walk: Walk): RiskChange[] {
  const field = after?.assessment.index.head.get('risikoer') ?? before?.assessment.index.head.get('risikoer');
  if (field?.kind.type !== 'group') return [];
  const { fields } = field.kind;
  const rows = (analysis: Analysis | undefined): Json[] => [analysis?.assessment.facts['risikoer'] ?? []].flat();
  const [was, is] = [rows(before), rows(after)];
  return matchRows(fields, was, is).flatMap((match): RiskChange[] => {
    const paths: Pair<string> = { before: match.before === undefined ? undefined : `risikoer/${match.before}`, after: match.after === undefined ? undefined : `risikoer/${match.after}` };
    walk.moves.add(paths);
    const raw = { before: match.before === undefined ? undefined : was[match.before], after: match.after === undefined ? undefined : is[match.after] };
    const shown = { before: walk.veil.value(paths, raw.before), after: walk.veil.value(paths, raw.after) };
    if (match.before !== undefined && match.after !== undefined && (isRedacted(shown.before) || isRedacted(shown.after))) return [];
    const scores = (analysis: Analysis | undefined, row: Json | undefined): { initial: RiskScore | undefined; rest: RiskScore | undefined } => scored(analysis?.assessment.template.risk, row);
    const [from, to] = [scores(before, shown.before), scores(after, shown.after)];
    const isBoth = raw.before !== undefined && raw.after !== undefined;
    const inner = (wanted: (each: Question) => boolean): ReturnType<typeof fieldChanges> => (isBoth ? fields.filter(wanted).flatMap((each) => fieldChanges(walk, each, { before: record(raw.before)[each.id], after: record(raw.after)[each.id] }, { before: `${paths.before}/${each.id}`, after: `${paths.after}/${each.id}` }, [])) : []);
    const change: RiskChange = {
      kind: raw.before === undefined ? 'new' : raw.after === undefined ? 'gone' : 'changed',
      number: { before: match.before === undefined ? undefined : match.before + 1, after: match.after === undefined ? undefined : match.after + 1 },
      scenario: scenarioOf(shown.after ?? shown.before),
      initial: { before: from.initial, after: to.initial }, rest: { before: from.rest, after: to.rest },
      moved: !isSameScore(from.initial, to.initial) || !isSameScore(from.rest, to.rest),
      fields: inner(({ id }) => !SCORES.includes(id) && id !== 'tiltak'), measures: inner(({ id }) => id === 'tiltak'),
      row: isBoth ? undefined : (shown.after ?? shown.before), path: paths.after ?? paths.before!,
    };
    return !isBoth || change.moved || change.fields.length || change.measures.length ? [change] : [];
  });
}

/** The words alone name a risk; a row that is kept back has none but that. */
const scenarioOf = (row: Json | undefined): string => (typeof row === 'string' ? row : typeof record(row)['scenario'] === 'string' ? String(record(row)['scenario']).trim() : '');

function scored(model: RiskModel | undefined, row: Json | undefined): { initial: RiskScore | undefined; rest: RiskScore | undefined } {
  if (!model) return { initial: undefined, rest: undefined };
  const { sannsynlighet, konsekvens, restrisiko } = record(row);
  const left = record(restrisiko);
  return { initial: scoreOf(model, sannsynlighet, konsekvens), rest: scoreOf(model, left['sannsynlighet'], left['konsekvens']) };
}

const isSameScore = (a: RiskScore | undefined, b: RiskScore | undefined): boolean => a?.likelihood === b?.likelihood && a?.consequence === b?.consequence;
