/** What a file has not answered yet. */
import type { Analysis } from '../../analysis.ts';
import { isAnswered, isAsked, progressOf } from '../../assessment/progress.ts';
import type { AnswerState, Progress } from '../../assessment/model.ts';
import { fullText, isQuestion, type Question, type Section } from '../../templates/model.ts';

/** missing: there is no key. The others are an answer's own states: the key stands there, and nothing that counts behind it. */
export type MissingState = 'missing' | Extract<AnswerState, 'blank' | 'placeholder' | 'template-text'>;

export interface MissingQuestion {
  id: string;
  text: string;
  state: MissingState;
  /** The head key that takes the answer («beslutning»), where it is not `svar`. */
  answeredIn?: string;
}

/** A section with what it lacks; the section '' is the file's head. */
export interface MissingSection {
  id: string;
  title: string;
  questions: MissingQuestion[];
}

export interface Missing {
  progress: Progress;
  sections: MissingSection[];
}

/** The required head keys and the questions that the file is to answer and has not, by section, in the template's order. */
export function missingIn({ assessment, context }: Analysis): Missing {
  const { template, head, index, answers } = assessment;
  const asMissing = (question: Question): MissingQuestion => {
    const state = answers.get(question.id)?.state;
    return {
      id: question.id, text: fullText(question),
      state: state === 'blank' || state === 'placeholder' || state === 'template-text' ? state : 'missing',
      ...(question.answeredIn === undefined ? {} : { answeredIn: question.answeredIn }),
    };
  };
  const ofSection = (section: Section): MissingSection[] => {
    const questions = section.items.filter(isQuestion).filter((question) => isAsked(assessment, question) && !isAnswered(assessment, question));
    return [...(questions.length ? [{ id: section.id, title: section.title, questions: questions.map(asMissing) }] : []), ...section.sections.flatMap(ofSection)];
  };
  const keys = [...index.head].filter(([key, field]) => field.required && !head.has(key)).map(([key, field]): MissingQuestion => ({ id: key, text: fullText(field), state: 'missing' }));
  return {
    progress: progressOf(assessment),
    sections: [...(keys.length ? [{ id: '', title: context.texts('tool.head'), questions: keys }] : []), ...template.parts.flatMap((part) => part.sections.flatMap(ofSection))],
  };
}
