/** The changed fields of a value: groups are walked into, rows matched, everything else compared as it is read. */
import { isRedacted } from '../assessment/secrets.ts';
import { record } from '../report/model.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import type { Moves } from './findings.ts';
import type { FieldChange, Pair } from './model.ts';
import { matchRows, nameOf } from './rows.ts';
import { isEqual } from './values.ts';
import type { Veil } from './veil.ts';

export interface Walk {
  veil: Veil;
  /** Takes note of the rows that stand elsewhere. */
  moves: Moves;
}

/**
 * @param value as the file has it; what comes out is as it may be shown
 * @param paths where it stands in each version; undefined where a version has no such row
 */
export function fieldChanges(walk: Walk, field: Question, value: Pair<Json>, paths: Pair<string>, trail: string[]): FieldChange[] {
  const { kind } = field;
  const [a, b] = [value.before ?? undefined, value.after ?? undefined];
  if (a === undefined && b === undefined) return [];
  const isMap = (each: Json | undefined): boolean => each === undefined || (typeof each === 'object' && each !== null && !Array.isArray(each));
  if (kind.type === 'group' && kind.repeated && [a, b].every((each) => each === undefined || Array.isArray(each))) return rowChanges(walk, field, { before: (a ?? []) as Json[], after: (b ?? []) as Json[] }, paths, trail);
  if (kind.type === 'group' && isMap(a) && isMap(b)) {
    const steps = kind.forEach ? [...new Set([...Object.keys(record(b)), ...Object.keys(record(a))])] : kind.fields.map(({ id }) => id);
    return steps.flatMap((step) => {
      const inner = kind.forEach ? { ...field, kind: { ...kind, forEach: undefined } as unknown as Question['kind'] } : kind.fields.find(({ id }) => id === step)!;
      return fieldChanges(walk, inner, { before: record(a)[step], after: record(b)[step] }, below(paths, step), kind.forEach ? [...trail, walk.veil.text(step)] : inner.kind.type === 'group' ? [...trail, inner.text] : trail);
    });
  }
  return leaf(walk, field, { before: a, after: b }, paths, trail, false);
}

const below = ({ before, after }: Pair<string>, step: string | number): Pair<string> => ({ before: before === undefined ? undefined : `${before}/${step}`, after: after === undefined ? undefined : `${after}/${step}` });

function rowChanges(walk: Walk, field: Question, { before, after }: { before: Json[]; after: Json[] }, paths: Pair<string>, trail: string[]): FieldChange[] {
  if (field.kind.type !== 'group') return [];
  const { fields } = field.kind;
  return matchRows(fields, before, after).flatMap((match) => {
    const at: Pair<string> = { before: match.before === undefined ? undefined : `${paths.before}/${match.before}`, after: match.after === undefined ? undefined : `${paths.after}/${match.after}` };
    walk.moves.add(at);
    const [a, b] = [match.before === undefined ? undefined : before[match.before], match.after === undefined ? undefined : after[match.after]];
    if (a === undefined || b === undefined) return leaf(walk, field, { before: a, after: b }, at, trail, true);
    const covered = walk.veil.value(at, '');
    if (isRedacted(covered)) return [];
    const shown = record(walk.veil.value(at, b));
    const row: Question = { ...field, kind: { ...field.kind, repeated: false } as Question['kind'] };
    return fieldChanges(walk, row, { before: a, after: b }, at, [...trail, nameOf(fields, shown) || `${match.after! + 1}`]);
  });
}

function leaf({ veil }: Walk, field: Question, value: Pair<Json>, paths: Pair<string>, trail: string[], isRow: boolean): FieldChange[] {
  const shown = { before: veil.value(paths, value.before), after: veil.value(paths, value.after) };
  const { before, after } = typeof shown.before === 'string' && typeof shown.after === 'string' ? veil.texts({ before: shown.before, after: shown.after }) : shown;
  if (isEqual(field, before, after)) return [];
  const kind = before === undefined ? 'new' : after === undefined ? 'gone' : 'changed';
  return [{ kind, path: (after === undefined ? paths.before : paths.after) ?? paths.before ?? '', trail, field, isRow, before, after }];
}
