import type { Json } from '../syntax/nodes.ts';
import type { Option, Question } from '../templates/model.ts';
import type { Assessment } from './model.ts';

/** «malens kriterier»: the criteria that the template lists, by number. */
export const FROM_CRITERIA = 'malens kriterier';

/**
 * The options of a question: those the template lists, or those that another answer gives («1.1» for a list,
 * «1.2/navn» for a field of each row). Undefined where the question has no options at all.
 */
export function optionsOf(assessment: Assessment, question: Question): Option[] | undefined {
  const { kind } = question;
  if (kind.type !== 'one-of' && kind.type !== 'some-of') return undefined;
  return kind.optionsFrom ? optionsFrom(assessment, kind.optionsFrom) : kind.options;
}

/** The instances that a group is filled in for, where it stands once for each of another answer's. */
export function instancesOf(assessment: Assessment, question: Question): Option[] | undefined {
  const { kind } = question;
  return kind.type === 'group' && kind.forEach ? optionsFrom(assessment, kind.forEach) : undefined;
}

function optionsFrom(assessment: Assessment, source: string): Option[] {
  if (source === FROM_CRITERIA) return assessment.template.criteria.map(({ number, text }) => ({ value: String(number), text }));
  const [id = '', field] = source.split('/');
  const answer = assessment.facts[id];
  const rows = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
  const values = rows.map((row) => (field === undefined ? row : fieldOf(row, field))).filter((value): value is string | number => typeof value === 'string' || typeof value === 'number');
  const listed = assessment.index.questions.get(id)?.question.kind;
  const known = listed && 'options' in listed ? listed.options : [];
  return [...new Set(values.map(String))].map((value) => known.find((option) => option.value === value) ?? { value, text: '' });
}

function fieldOf(row: Json, field: string): Json | undefined {
  return row !== null && typeof row === 'object' && !Array.isArray(row) ? row[field] : undefined;
}
