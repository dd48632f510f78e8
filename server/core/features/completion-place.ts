/** What the template expects at a path of the cursor. */
import type { Assessment } from '../assessment/model.ts';
import type { Question } from '../templates/model.ts';
import { WRAPPER_KEYS } from '../templates/schema.ts';
import { ROW, type Step } from './cursor.ts';

export type WrapperKey = (typeof WRAPPER_KEYS)[number];

export interface Expected {
  /** The file's head, its answers, a question's or field's own value, or nothing that the template knows. */
  room: 'head' | 'answers' | 'value' | 'unknown';
  question?: Question;
  /** Right below a question's id, where `svar`, `forklaring` and `begrunnelse` may stand. */
  answer: boolean;
  /** Within the words beside an answer. */
  words?: 'forklaring' | 'begrunnelse';
  /** In a row of a repeated group, or in the group of one instance: the fields are next. */
  inRow: boolean;
}

/** Follows the path with the template alone, so it works where the file's tree is broken. */
export function expectedAt(assessment: Assessment, path: readonly Step[]): Expected {
  let here: Expected = { room: 'head', answer: false, inRow: false };
  for (const step of path) here = next(assessment, here, step);
  return here;
}

const UNKNOWN: Expected = { room: 'unknown', answer: false, inRow: false };

function next(assessment: Assessment, here: Expected, step: Step): Expected {
  if (here.room === 'head') {
    if (step === 'svar') return { room: 'answers', answer: false, inRow: false };
    const question = assessment.index.head.get(step);
    return question ? { room: 'value', question, answer: false, inRow: false } : UNKNOWN;
  }
  if (here.room === 'answers') {
    const question = assessment.index.questions.get(step)?.question;
    return question ? { room: 'value', question, answer: true, inRow: false } : UNKNOWN;
  }
  const question = here.question;
  if (here.room === 'unknown' || !question || here.words) return UNKNOWN;
  const kind = question.kind;
  if (kind.type === 'group') {
    const field = kind.fields.find((each) => each.id === step);
    if (kind.forEach && !here.inRow) return isWrapper(here, step) ? wrapped(here, step) : { room: 'value', question, answer: false, inRow: true };
    if (kind.repeated && !here.inRow) return step === ROW ? { room: 'value', question, answer: false, inRow: true } : isWrapper(here, step) ? wrapped(here, step) : UNKNOWN;
    if (field) return { room: 'value', question: field, answer: false, inRow: false };
    return isWrapper(here, step) ? wrapped(here, step) : UNKNOWN;
  }
  if (step === ROW) return { room: 'value', question, answer: false, inRow: true };
  return isWrapper(here, step) ? wrapped(here, step) : UNKNOWN;
}

function isWrapper(here: Expected, step: Step): step is WrapperKey {
  return here.answer && (WRAPPER_KEYS as readonly string[]).includes(step);
}

function wrapped(here: Expected, step: WrapperKey): Expected {
  return { room: 'value', question: here.question!, answer: false, inRow: false, ...(step === 'svar' ? {} : { words: step }) };
}
