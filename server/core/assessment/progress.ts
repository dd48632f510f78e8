import { isQuestion, type Part, type Question, type Section } from '../templates/model.ts';
import { isDeclined } from './legal.ts';
import type { Assessment, Progress } from './model.ts';

/**
 * Whether the file is to answer the question: its condition holds, and the part is still asked. Where the need is
 * denied with a reason, the parts after the one with the criteria are not. A voluntary question counts once answered.
 */
export function isAsked(assessment: Assessment, question: Question): boolean {
  return (!question.voluntary || isAnswered(assessment, question)) && isOffered(assessment, question);
}

/** Whether the question has a place in the file: one that it is to answer, or may. */
export function isOffered(assessment: Assessment, question: Question): boolean {
  return assessment.applies(question) && !isSetAside(assessment, question);
}

function isSetAside({ template: { parts }, index, facts }: Assessment, question: Question): boolean {
  // First what is seldom true: this is asked of every question at every keystroke.
  if (!isDeclined(facts)) return false;
  const placed = index.questions.get(question.id);
  const opening = parts.findIndex((part) => part.sections.some(hasCriteria));
  return placed !== undefined && opening >= 0 && parts.indexOf(placed.part) > opening;
}

function hasCriteria(section: Section): boolean {
  return section.criteriaTitle !== undefined || section.sections.some(hasCriteria);
}

/** The questions of a part or section that are asked of this file, in order, nested sections included. */
export function asked(assessment: Assessment, room: Part | Section): Question[] {
  const own = 'items' in room ? room.items.filter(isQuestion).filter((question) => isAsked(assessment, question)) : [];
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
