import type { Analysis } from '../analysis.ts';
import { instancesOf } from '../assessment/options.ts';
import { fullText, type Question } from '../templates/model.ts';
import type { Completion } from './model.ts';
import type { Expected } from './completion-place.ts';
import { asScalar, entry, instance, row } from './completion-write.ts';
import { ROW, type Cursor } from './cursor.ts';
import { rowSnippets } from './completion-snippets.ts';

/** The head's keys that the file does not have: those it must have first, each group in the template's order. */
export function headKeys(analysis: Analysis, cursor: Cursor): Completion[] {
  const taken = takenKeys(analysis, cursor, [...analysis.assessment.head].map(([key, each]) => ({ key, at: each.keyRange.start })));
  const fields = analysis.assessment.template.head.filter((field) => !taken.has(field.id));
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)].map((field, order) => fieldItem(analysis, cursor, field, order));
}

/** The questions without an answer, the next one after the key above first; those not asked of this file last. */
export function questionIds(analysis: Analysis, cursor: Cursor): Completion[] {
  const { assessment, context } = analysis;
  const given = assessment.head.get('svar')?.value;
  const taken = takenKeys(analysis, cursor, given?.kind === 'map' ? given.entries.map((each) => ({ key: each.key, at: each.keyRange.start })) : []);
  const after = cursor.above === undefined ? -1 : (assessment.index.questions.get(cursor.above)?.order ?? -1);
  const count = assessment.index.questions.size;
  const items: Completion[] = [];
  for (const { question, part, section, order } of assessment.index.questions.values()) {
    if (question.answeredIn || question.hidden !== undefined || taken.has(question.id)) continue;
    const applies = assessment.applies(question);
    const text = fullText(question);
    const item = fieldItem(analysis, cursor, question, (order - after - 1 + count) % count + (applies ? 0 : count), true);
    item.kind = 'question';
    item.detail = text;
    // An id that YAML would read as a number is typed with a quote before it.
    item.filter = `${/^["']/.exec(cursor.prefix)?.[0] ?? ''}${question.id} ${text}`;
    item.documentation = [context.texts('hover.part', { del: part.id, tittel: section.title }), applies ? '' : context.texts('completion.inapplicable')].filter(Boolean).join('\n\n');
    items.push(item);
  }
  return items.sort((a, b) => a.order - b.order);
}

/** `svar`, `forklaring`, `begrunnelse` right below a question's id. */
export function wrapperKeys(analysis: Analysis, cursor: Cursor, question: Question): Completion[] {
  const { texts } = analysis.context;
  const keys: [string, string][] = [
    ['svar', texts('completion.wrapper-value')],
    ['forklaring', texts('completion.wrapper-explanation')],
    ...(question.mayBeIrrelevant ? [['begrunnelse', texts('completion.wrapper-reason')] as [string, string]] : []),
  ];
  return keys.filter(([key]) => !cursor.siblings.includes(key)).map(([key, detail], order) => ({
    label: key, kind: 'key', detail, insert: cursor.hasColon ? key : `${key}: `, snippet: false, range: cursor.typed, order, continues: key === 'svar' && !cursor.hasColon,
  }));
}

/** The fields of a group, the rows of a list, or the groups of each instance. */
export function groupKeys(analysis: Analysis, cursor: Cursor, expected: Expected): Completion[] {
  const { assessment, context } = analysis;
  const question = expected.question!;
  if (question.kind.type !== 'group') return [];
  if (expected.inRow || !(question.kind.repeated || question.kind.forEach)) {
    const items = question.kind.fields.filter((field) => !cursor.siblings.includes(field.id)).map((field, order) => fieldItem(analysis, cursor, field, order));
    // A row that has just been begun can be written out whole.
    if (cursor.path.at(-1) === ROW && !cursor.siblings.length && !cursor.flow && !cursor.hasColon) items.unshift(...rowItems(analysis, cursor, question, false));
    return items;
  }
  if (cursor.flow) return [];
  if (question.kind.forEach) {
    return (instancesOf(assessment, question) ?? []).filter((each) => !cursor.siblings.includes(each.value)).map((each, order) => ({
      label: each.value, kind: 'key', detail: each.text || context.texts('completion.instance', { navn: each.value }),
      insert: cursor.hasColon ? asScalar(each.value) : instance(assessment, question, each.value, cursor.hang), snippet: !cursor.hasColon, range: cursor.typed, order,
    }));
  }
  return rowItems(analysis, cursor, question, true);
}

function rowItems(analysis: Analysis, cursor: Cursor, question: Question, dashed: boolean): Completion[] {
  const own = rowSnippets(analysis, cursor, question, dashed);
  if (own.length || question.kind.type !== 'group') return own;
  return [{
    label: `${dashed ? '- ' : ''}${question.kind.fields[0]?.id ?? ''} …`, kind: 'snippet', detail: analysis.context.texts('completion.row', { nøkkel: question.id }),
    insert: row(analysis.assessment, question, cursor.hang, dashed), snippet: true, range: cursor.typed, order: -1, filter: `${dashed ? '- ' : ''}${question.kind.fields[0]?.id ?? ''}`,
  }];
}

function fieldItem(analysis: Analysis, cursor: Cursor, field: Question, order: number, answer = false): Completion {
  const base = { label: field.id, kind: 'key' as const, detail: field.text, range: cursor.typed, order };
  if (cursor.hasColon) return { ...base, insert: asScalar(field.id), snippet: false };
  if (cursor.flow) return { ...base, insert: `${asScalar(field.id)}: `, snippet: false, continues: true };
  const written = entry(analysis.assessment, field, cursor.hang, answer);
  return { ...base, insert: written.insert, snippet: true, ...(written.continues ? { continues: true } : {}) };
}

/** Keys that stand already, on other lines than the cursor's. */
function takenKeys(analysis: Analysis, cursor: Cursor, entries: { key: string; at: number }[]): Set<string> {
  const start = analysis.lines.start(cursor.line);
  const end = analysis.lines.end(cursor.line);
  return new Set([...cursor.siblings, ...entries.filter((each) => each.at < start || each.at > end).map((each) => each.key)]);
}
