/**
 * Paths name places in a file: a question id, a head key, or a way below one (`beslutning/dato`,
 * `risikoer/0/restrisiko`). Ids hold dots and never slashes. '' is the file itself.
 */
import { entryOf, touches, type Entry, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import type { Assessment } from './model.ts';
import { isWrapper } from './read.ts';

export interface Place {
  /** The path as far as it exists in the file. */
  path: string;
  entry: Entry | undefined;
  node: SyntaxNode | undefined;
  /** The question or field that the path means, whether or not the file has it. */
  question: Question | undefined;
  /** Whether all of the path is there. */
  found: boolean;
}

/** Follows a path as far as it goes. */
export function resolve(assessment: Assessment, path: string): Place {
  const [first = '', ...rest] = path.split('/');
  const placed = assessment.index.questions.get(first);
  const answersEntry = assessment.head.get('svar');
  let question: Question | undefined = placed?.question ?? assessment.index.head.get(first);
  if (placed?.question.answeredIn) return resolve(assessment, [placed.question.answeredIn.replaceAll('.', '/'), ...rest].join('/'));
  // An id that the template does not know may still stand under `svar`.
  let entry = placed ? entryOf(answersEntry?.value, first) : (assessment.head.get(first) ?? entryOf(answersEntry?.value, first));
  let place: Place = { path: entry ? first : '', entry, node: entry?.value, question, found: Boolean(entry) || path === '' };
  for (const step of rest) {
    question = fieldOf(question, step);
    const node = place.node;
    if (!place.found || !node) return { ...place, question, found: false };
    if (node.kind === 'sequence' && /^\d+$/.test(step)) {
      const item = node.items[Number(step)];
      place = { path: item ? `${place.path}/${step}` : place.path, entry: item ? undefined : place.entry, node: item ?? node, question, found: Boolean(item) };
    } else {
      entry = entryOf(node, step);
      place = entry ? { path: `${place.path}/${step}`, entry, node: entry.value, question, found: true } : { ...place, question, found: false };
    }
  }
  return place;
}

function fieldOf(question: Question | undefined, step: string): Question | undefined {
  if (question?.kind.type !== 'group') return question;
  return /^\d+$/.test(step) ? question : question.kind.fields.find((field) => field.id === step);
}

/**
 * Where a finding about this path stands: on the answer's verdict or words where it is one line, otherwise on the
 * key. A path that is not in the file stands on the nearest that is: `svar` for questions, sections and parts, the first key for the head.
 */
export function rangeOf(assessment: Assessment, path: string): Range {
  const place = resolve(assessment, path);
  if (place.found && place.node && path !== '') {
    let node: SyntaxNode | undefined = place.node;
    if (place.question && isWrapper(place.question, node) && place.question.kind.type !== 'group') node = entryOf(node, 'svar')?.value;
    if (node?.kind === 'scalar' && node.style !== 'block' && node.range.end > node.range.start) return node.range;
    if (place.entry) return place.entry.keyRange;
    return firstKey(place.node);
  }
  if (place.entry) return place.entry.keyRange;
  const first = path.split('/')[0]!;
  const fallback = assessment.index.questions.has(first) || isRoom(assessment, first) ? assessment.head.get('svar') : undefined;
  return (fallback ?? assessment.root?.entries[0])?.keyRange ?? { start: 0, end: 0 };
}

/** Where a reader looks for this path: at its key, above all that stands below it; otherwise as rangeOf. */
export function keyOf(assessment: Assessment, path: string): Range {
  const { found, entry } = resolve(assessment, path);
  return found && entry && path !== '' && !/\/\d+$/.test(path) ? entry.keyRange : rangeOf(assessment, path);
}

/** Whether the id is a section's or a part's: a place without a key of its own. */
export function isRoom({ index, template }: Assessment, id: string): boolean {
  return index.sections.has(id) || template.parts.some((part) => part.id === id);
}

function firstKey(node: SyntaxNode): Range {
  if (node.kind === 'map' && node.entries[0]) return node.entries[0].keyRange;
  return { start: node.range.start, end: Math.min(node.range.end, node.range.start + 1) };
}

export interface Location {
  path: string;
  /** On the key, in the value, or in the empty space of a map or list. */
  part: 'key' | 'value';
  entry: Entry | undefined;
  node: SyntaxNode;
  /** The question or field at hand. */
  question: Question | undefined;
  /** Within a question's wrapper: which of its keys. */
  wrapperKey?: string;
}

/** What stands at an offset; undefined outside every entry. */
export function locate(assessment: Assessment, offset: number): Location | undefined {
  let location: Location | undefined;
  const visit = (node: SyntaxNode, path: string, question: Question | undefined, underAnswers: boolean): void => {
    if (node.kind === 'map') {
      const entry = node.entries.findLast((candidate) => candidate.keyRange.start <= offset);
      if (!entry) return;
      const onKey = touches(entry.keyRange, offset);
      if (!onKey && !touches({ start: entry.keyRange.start, end: Math.max(entry.value.range.end, entry.keyRange.end) }, offset)) return;
      if (question && isWrapper(question, node) && ['svar', 'forklaring', 'begrunnelse'].includes(entry.key)) {
        location = { path, part: onKey ? 'key' : 'value', entry, node: entry.value, question, wrapperKey: entry.key };
        if (!onKey && entry.key === 'svar') visit(entry.value, path, question, false);
        return;
      }
      const isAnswer = underAnswers;
      const child: Question | undefined = isAnswer ? assessment.index.questions.get(entry.key)?.question
        : path === '' ? assessment.index.head.get(entry.key) : fieldOf(question, entry.key);
      const childPath = isAnswer || path === '' ? entry.key : `${path}/${entry.key}`;
      location = { path: childPath, part: onKey ? 'key' : 'value', entry, node: entry.value, question: child };
      if (!onKey) {
        if (path === '' && entry.key === 'svar' && !isAnswer) visitAnswers(entry.value);
        else visit(entry.value, childPath, child, false);
      }
    } else if (node.kind === 'sequence') {
      const i = node.items.findIndex((item) => touches(item.range, offset));
      if (i < 0) return;
      location = { path: `${path}/${i}`, part: 'value', entry: location?.entry, node: node.items[i]!, question };
      visit(node.items[i]!, `${path}/${i}`, question, false);
    }
  };
  const visitAnswers = (node: SyntaxNode): void => visit(node, '', undefined, true);
  if (assessment.root) visit(assessment.root, '', undefined, false);
  return location;
}
