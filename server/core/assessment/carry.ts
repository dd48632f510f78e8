import { entryOf, isBlank, type Entry, type SyntaxNode } from '../syntax/nodes.ts';
import { indexOf, isOf, type Question, type Template, type CarrySource } from '../templates/model.ts';
import { isPlaceholder } from './normalise.ts';
import { isWrapper } from './read.ts';
import { isComposed, placesOf, wordsFrom } from './words-at.ts';
import type { Answer, Assessment } from './model.ts';

/** An answer that another assessment already has. */
export interface Carried {
  /** The question in the new template. */
  question: string;
  /** The field of that question's group, where it is only that which is taken over. */
  into?: string;
  /** The answer in the old file. */
  answer: Answer;
  /** Where its words stand in the old file: the whole entry, or the field in each row. The text is copied from there as it stands. */
  entries: Entry[];
  /** The template and question it was given to. */
  from: Pick<CarrySource, 'template' | 'question' | 'also'>;
  /** The text, where it is put together from several answers or fields. */
  words?: string;
}

/**
 * The answers that a file of another template can take over from this one: the questions say where they are taken
 * from (`hentes-fra`), the first that is answered in a way that the new question takes wins. Nothing is asked again
 * that is already answered.
 */
export function carriedAnswers(from: Assessment, to: Template): Carried[] {
  const carried: Carried[] = [];
  for (const { question } of indexOf(to).questions.values()) {
    const whole = carriedTo(question, from);
    if (whole) carried.push({ question: question.id, ...whole });
    else if (question.kind.type === 'group') {
      for (const field of question.kind.fields) {
        const part = carriedTo(field, from);
        if (part) carried.push({ question: question.id, into: field.id, ...part });
      }
    }
  }
  return carried;
}

function carriedTo(question: Question, from: Assessment): Pick<Carried, 'answer' | 'entries' | 'from' | 'words'> | undefined {
  for (const source of question.carriedFrom) {
    if (!isOf(from.template, source.template)) continue;
    if (isComposed(source)) {
      const words = wordsFrom(from, source);
      const said = placesOf(source).filter((place) => from.answers.get(place)?.state === 'answered');
      const first = said[0] === undefined ? undefined : from.answers.get(said[0]);
      if (words && first) return { answer: first, entries: [], from: { template: source.template, question: said[0]!, also: said.slice(1) }, words };
      continue;
    }
    const [id = '', field] = source.question.split('/');
    const answer = from.answers.get(id);
    if (answer?.state !== 'answered' && answer?.state !== 'irrelevant') continue;
    const entries = field === undefined ? [{ key: id, keyRange: answer.keyRange, value: answer.node }] : fieldsIn(answer, field);
    const kind = field === undefined ? answer.question.kind : answer.question.kind.type === 'group' ? answer.question.kind.fields.find((each) => each.id === field)?.kind : undefined;
    if (entries.length && kind && takes(question, kind, answer, field !== undefined)) return { answer, entries, from: source };
  }
  return undefined;
}

/** A field as it stands in each row of a group that has it. */
function fieldsIn(answer: Answer, field: string): Entry[] {
  const group = isWrapper(answer.question, answer.node) ? answer.valueNode : answer.node;
  const rows: SyntaxNode[] = group.kind === 'sequence' ? group.items : [group];
  return rows.flatMap((row) => {
    const entry = entryOf(row, field);
    return entry && !isBlank(entry.value) && !(entry.value.kind === 'scalar' && isPlaceholder(entry.value.value)) ? [entry] : [];
  });
}

const WORDS = ['text', 'prose', 'person'];

/** Whether an answer of that kind is one that this question takes too. */
function takes({ kind, mayBeIrrelevant }: Question, from: Question['kind'], { state, value }: Answer, isField: boolean): boolean {
  if (state === 'irrelevant') return mayBeIrrelevant && !isField;
  if (WORDS.includes(kind.type) && WORDS.includes(from.type)) return kind.type === 'prose' || (!isField && !Array.isArray(value));
  if (kind.type !== from.type || isField) return kind.type === from.type;
  if (kind.type === 'yes-no') return kind.partial || value !== 'delvis';
  if ((kind.type === 'one-of' || kind.type === 'some-of') && !kind.open && !kind.optionsFrom) return [value].flat().every((each) => kind.options.some((option) => option.value === String(each)));
  return kind.type !== 'group';
}
