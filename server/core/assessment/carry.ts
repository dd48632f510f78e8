import type { Template } from '../templates/model.ts';
import { indexOf } from '../templates/model.ts';
import type { Answer, Assessment } from './model.ts';

/** An answer that another assessment already has. */
export interface Carried {
  /** The question in the new template. */
  question: string;
  /** The answer in the old file: its words and place, for the text to be copied from there as it stands. */
  answer: Answer;
  /** The template and question it was given to. */
  from: { template: string; question: string };
}

/**
 * The answers that a file of another template can take over from this one: the questions say where they are taken
 * from (`hentes-fra`), the first that is answered wins. Nothing is asked again that is already answered.
 */
export function carriedAnswers(from: Assessment, to: Template): Carried[] {
  const carried: Carried[] = [];
  for (const { question } of indexOf(to).questions.values()) {
    for (const source of question.carriedFrom) {
      const answer = source.template === from.template.id ? from.answers.get(source.question) : undefined;
      if (answer?.state !== 'answered' && answer?.state !== 'irrelevant') continue;
      carried.push({ question: question.id, answer, from: source });
      break;
    }
  }
  return carried;
}
