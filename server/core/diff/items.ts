/** The difference as a reader meets it: what belongs to one question, head key or risk together, its values in words. */
import { label, shortValue } from '../report/answer.ts';
import { optionsOf } from '../assessment/options.ts';
import { record, type ReportContext } from '../report/model.ts';
import type { TextKey } from '../texts/texts.ts';
import { OUTCOMES } from '../texts/values.ts';
import { fullText, type Question } from '../templates/model.ts';
import type { Json } from '../syntax/nodes.ts';
import type { AnswerChange, ChangeKind, FieldChange, HeadChange, Pair, RiskChange } from './model.ts';

/** One thing that changed. `long` is an author's Markdown, `row` a value with fields; otherwise it fits on a line. */
export interface Change extends Pair<string> {
  /** '' where the item's own title says it. */
  name: string;
  kind: ChangeKind;
  path: string;
  long: boolean;
  row?: { field: Question; value: Json };
}

export interface Item {
  /** '' for a head key: it is only the file's. */
  id: string;
  title: string;
  kind: ChangeKind;
  path: string;
  changes: Change[];
}

/** The contexts of the two versions; `either` is the one after where there is one. */
export interface Sides extends Pair<ReportContext> {
  either: ReportContext;
}

export function answerItem(sides: Sides, { id, question, kind, before, after, fields }: AnswerChange): Item {
  const { texts } = sides.either;
  const changes: Change[] = [];
  const add = (name: string, a: Json | undefined, b: Json | undefined, field: Question | undefined): void => {
    const change = valueChange(sides, name, id, field, { before: a, after: b });
    if (change) changes.push(change);
  };
  add('', before?.value, after?.value, question);
  add(texts('diff.explanation'), before?.explanation, after?.explanation, undefined);
  add(texts('diff.reason'), before?.reason, after?.reason, undefined);
  return { id: /\d/.test(id) ? id : '', title: fullText(question), kind, path: id, changes: [...changes, ...fields.map((each) => fieldChange(sides, each))] };
}

export function headItem(sides: Sides, { key, field, fields }: HeadChange): Item {
  const kinds = new Set(fields.map(({ kind }) => kind));
  const isBare = fields.length === 1 && fields[0]!.path === key;
  return { id: '', title: isBare ? label(sides.either, field) : field.text, kind: kinds.size === 1 && isBare ? fields[0]!.kind : 'changed', path: key, changes: fields.map((each) => ({ ...fieldChange(sides, each), ...(isBare && !each.isRow ? { name: '' } : {}) })) };
}

/** The fields and measures of a risk; its scores are shown apart. */
export const riskChangesOf = (sides: Sides, { fields, measures }: RiskChange): Change[] => [...fields, ...measures].map((each) => fieldChange(sides, each));

/** A risk that is new or gone: what the table does not say of it. */
export function wholeRisk({ either }: Sides, { kind, row, path }: RiskChange): Change[] {
  const field = either.assessment.index.head.get('risikoer');
  if (field?.kind.type !== 'group' || row === undefined || typeof row !== 'object') return [];
  const values = record(row);
  const fields = field.kind.fields.filter(({ id }) => !['scenario', 'sannsynlighet', 'konsekvens', 'restrisiko'].includes(id) && values[id] !== undefined && !(Array.isArray(values[id]) && !values[id].length));
  return fields.length ? [{ name: '', kind, path, long: false, before: undefined, after: undefined, row: { field: { ...field, kind: { type: 'group', fields, repeated: false } }, value: row } }] : [];
}

function fieldChange(sides: Sides, { trail, field, isRow, kind, path, before, after }: FieldChange): Change {
  const own = isRow ? sides.either.texts(kind === 'new' ? 'diff.row.new' : 'diff.row.gone') : label(sides.either, field);
  const name = [...trail.map(shortened), own].join(' › ');
  if (isRow && typeof (after ?? before) === 'object') return { name, kind, path, long: false, before: undefined, after: undefined, row: { field: { ...field, kind: { ...field.kind, repeated: false } as Question['kind'] }, value: (after ?? before)! } };
  return valueChange(sides, name, path, field, { before, after }) ?? { name, kind, path, long: false, before: undefined, after: undefined };
}

function valueChange(sides: Sides, name: string, path: string, field: Question | undefined, { before, after }: Pair<Json>): Change | undefined {
  if (before === undefined && after === undefined) return undefined;
  const kind: ChangeKind = before === undefined ? 'new' : after === undefined ? 'gone' : 'changed';
  const one = before ?? after;
  if (kind !== 'changed' && field?.kind.type === 'group' && typeof one === 'object') return { name, kind, path, long: false, before: undefined, after: undefined, row: { field, value: one } };
  const [a, b] = [wordsOf(sides.before ?? sides.either, field, before), wordsOf(sides.after ?? sides.either, field, after)];
  if (a?.words === b?.words) return undefined;
  return { name, kind, path, long: Boolean(a?.long || b?.long), before: a?.words, after: b?.words };
}

/** As the report says it; the template's option explains it at length. */
const OWN_WORDS: { [field: string]: { [value: string]: TextKey } } = {
  status: { utkast: 'report.status.utkast', 'til-vurdering': 'report.status.til-vurdering', besluttet: 'report.status.besluttet' },
  utfall: OUTCOMES,
};

function wordsOf(context: ReportContext, field: Question | undefined, value: Json | undefined): { words: string; long: boolean } | undefined {
  if (value === undefined || value === null) return undefined;
  const own = field && typeof value === 'string' ? OWN_WORDS[field.id]?.[value] : undefined;
  if (own) return { words: context.texts(own), long: false };
  const short = field && shortValue(context, field, value);
  if (short !== undefined && typeof value !== 'object') return { words: short, long: false };
  if (Array.isArray(value)) {
    const options = field && optionsOf(context.assessment, field);
    const words = value.map((each) => (each !== null && typeof each === 'object' ? JSON.stringify(each) : ((options?.find((option) => option.value === String(each))?.text || undefined) ?? String(each))));
    return { words: words.join(', ') || context.texts('report.none'), long: false };
  }
  return typeof value === 'object' ? { words: JSON.stringify(value), long: false } : { words: String(value).trim(), long: true };
}

/** A row's name in front of its field; whole sentences would hide what changed. Characters. */
const LONGEST = 60;
export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST || /\[\[|«sladdet/.test(line)) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST)).replace(/[\s,.;:–-]+$/, '')} …`;
}
