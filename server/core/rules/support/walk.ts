/** Walks what a file holds: every value with its path, every group with its fields. */
import { join } from '../../assessment/normalise.ts';
import type { Assessment } from '../../assessment/model.ts';
import { isWrapper } from '../../assessment/read.ts';
import { resolve } from '../../assessment/paths.ts';
import { entryOf, type Entry, type MapNode, type ScalarNode, type SyntaxNode } from '../../syntax/nodes.ts';
import type { Question } from '../../templates/model.ts';

/** Every single value of the file, with its path; an answer's own value has the answer's path. */
export function visitScalars(assessment: Assessment, visit: (node: ScalarNode, path: string) => void): void {
  const walk = (node: SyntaxNode, path: string, question?: Question): void => {
    if (node.kind === 'scalar') return visit(node, path);
    if (node.kind === 'sequence') return node.items.forEach((item, i) => walk(item, join(path, i)));
    const wrapper = question !== undefined && isWrapper(question, node);
    for (const entry of node.entries) walk(entry.value, wrapper && entry.key === 'svar' ? path : join(path, entry.key));
  };
  for (const entry of assessment.root?.entries ?? []) {
    if (entry.key !== 'svar' || entry.value.kind !== 'map') walk(entry.value, entry.key);
    else for (const answer of entry.value.entries) walk(answer.value, answer.key, assessment.index.questions.get(answer.key)?.question);
  }
}

/** Every group that the file holds, rows one by one, with the question or field that it answers. */
export function visitGroups(assessment: Assessment, visit: (node: MapNode, path: string, group: Question, fields: Question[]) => void): void {
  const walk = (node: SyntaxNode | undefined, path: string, question: Question): void => {
    if (question.kind.type !== 'group' || !node) return;
    const { fields, repeated, forEach } = question.kind;
    if (forEach) {
      if (node.kind === 'map') for (const entry of node.entries) row(entry.value, join(path, entry.key), question, fields);
    } else if (repeated) {
      if (node.kind === 'sequence') node.items.forEach((item, i) => row(item, join(path, i), question, fields));
    } else row(node, path, question, fields);
  };
  const row = (node: SyntaxNode, path: string, question: Question, fields: Question[]): void => {
    if (node.kind !== 'map') return;
    visit(node, path, question, fields);
    for (const field of fields) walk(entryOf(node, field.id)?.value, join(path, field.id), field);
  };
  for (const field of assessment.template.head) walk(assessment.head.get(field.id)?.value, field.id, field);
  for (const answer of assessment.answers.values()) if (!answer.question.answeredIn) walk(answer.valueNode, answer.path, answer.question);
}

/** Every value that should be a date: of the head, of the groups' fields, and of the answers. */
export function visitDates(assessment: Assessment, visit: (node: ScalarNode, path: string) => void): void {
  const see = (node: SyntaxNode | undefined, path: string, question: Question): void => {
    if (question.kind.type === 'date' && node?.kind === 'scalar') visit(node, path);
  };
  for (const field of assessment.template.head) see(assessment.head.get(field.id)?.value, field.id, field);
  for (const answer of assessment.answers.values()) if (!answer.question.answeredIn) see(answer.valueNode, answer.path, answer.question);
  visitGroups(assessment, (node, path, _group, fields) => {
    for (const field of fields) see(entryOf(node, field.id)?.value, join(path, field.id), field);
  });
}

/** The question or field whose value stands at an offset, or begins the nearest before it; undefined where none is known. */
export function questionAt(assessment: Assessment, offset: number): Question | undefined {
  let path = '';
  let node: SyntaxNode | undefined = assessment.root;
  let question: Question | undefined;
  while (node && node.kind !== 'scalar') {
    if (node.kind === 'sequence') {
      const at: number = node.items.findLastIndex((item) => item.range.start <= offset);
      if (at < 0) break;
      path = join(path, at);
      node = node.items[at];
      continue;
    }
    const entry: Entry | undefined = node.entries.findLast(({ keyRange }) => keyRange.start <= offset);
    if (!entry) break;
    const isAnswers = path === '' && entry.key === 'svar';
    // Below `svar` the ids begin anew; the `svar` of an answer is the answer itself.
    const isVerdict = question !== undefined && isWrapper(question, node) && entry.key === 'svar';
    if (question && isWrapper(question, node) && !isVerdict) return undefined;
    if (!isAnswers && !isVerdict) path = join(path, entry.key);
    node = entry.value;
    question = isAnswers ? undefined : resolve(assessment, path).question;
  }
  return question;
}
