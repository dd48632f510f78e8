import { isQuestion, type Part, type Question, type Section } from '../templates/model.ts';
import type { Assessment, Progress } from './model.ts';

/** The questions of a part or section that apply to this file, in order, nested sections included. */
export function asked(assessment: Assessment, room: Part | Section): Question[] {
  const own = 'items' in room ? room.items.filter(isQuestion).filter((question) => assessment.applies(question)) : [];
  return [...own, ...room.sections.flatMap((section) => asked(assessment, section))];
}

/** Answered for real, or set aside as not relevant. */
export function isAnswered(assessment: Assessment, question: Question): boolean {
  const state = assessment.answers.get(question.id)?.state;
  return state === 'answered' || state === 'irrelevant' || state === 'invalid';
}

export function progressOf(assessment: Assessment, room?: Part | Section): Progress {
  const questions = (room ? [room] : assessment.template.parts).flatMap((each) => asked(assessment, each));
  return { asked: questions.length, answered: questions.filter((question) => isAnswered(assessment, question)).length };
}
